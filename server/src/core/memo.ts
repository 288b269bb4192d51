/** Bounds the memory; beyond it the memo starts anew. */
const MAX_KEPT = 20_000;

/** Keeps answers that depend on a name alone. */
export class Memo<T> {
  private readonly answers = new Map<string, T>();

  of(name: string, answer: () => T): T {
    const known = this.answers.get(name);
    if (known !== undefined || this.answers.has(name)) return known as T;
    if (this.answers.size >= MAX_KEPT) this.answers.clear();
    const made = answer();
    this.answers.set(name, made);
    return made;
  }
}
