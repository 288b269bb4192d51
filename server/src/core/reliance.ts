/**
 * Which files' results rest on which answers about the rest of the project, so that a change costs only what it
 * touches. A question is any text; who asks it while the usages of a file are made, relies on the answer, also on "no".
 */
export class Reliance {
  private readonly askers = new Map<string, Set<string>>();
  private asker: string | undefined;

  /** The file whose usages are being made. */
  get current(): string | undefined {
    return this.asker;
  }

  /** Does work whose questions are those of the file at `path`. */
  during<T>(path: string, work: () => T): T {
    const before = this.asker;
    this.asker = path;
    try {
      return work();
    } finally {
      this.asker = before;
    }
  }

  ask(question: string): void {
    if (this.asker === undefined) return;
    const askers = this.askers.get(question);
    if (askers) askers.add(this.asker);
    else this.askers.set(question, new Set([this.asker]));
  }

  /** Files that asked any of the questions. */
  on(questions: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const question of questions) for (const path of this.askers.get(question) ?? []) found.add(path);
    return found;
  }
}
