/** Looks for any of many words in bytes, in one pass that costs the same however many words there are. */
export class AhoCorasick {
  /** Next state by state and byte class; bytes that stand in no word share one class. */
  private readonly next: Int32Array;
  private readonly classOf = new Uint8Array(256);
  private readonly classes: number;
  private readonly accepting: Uint8Array;

  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    const encoded = words.filter((word) => word !== '').map((word) => encoder.encode(word));
    let classes = 1;
    for (const word of encoded) for (const byte of word) if (this.classOf[byte] === 0) this.classOf[byte] = classes++;
    this.classes = classes;

    const children: Map<number, number>[] = [new Map()];
    const ends: boolean[] = [false];
    for (const word of encoded) {
      let state = 0;
      for (const byte of word) {
        const kind = this.classOf[byte] as number;
        let child = children[state]?.get(kind);
        if (child === undefined) {
          child = children.length;
          children.push(new Map());
          ends.push(false);
          children[state]?.set(kind, child);
        }
        state = child;
      }
      ends[state] = true;
    }

    this.next = new Int32Array(children.length * classes);
    this.accepting = new Uint8Array(children.length);
    const fail = new Int32Array(children.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] as number;
      const back = fail[state] as number;
      this.accepting[state] = ends[state] === true || this.accepting[back] === 1 ? 1 : 0;
      for (let kind = 0; kind < classes; kind++) {
        const child = children[state]?.get(kind);
        const fallback = state === 0 ? 0 : (this.next[back * classes + kind] as number);
        if (child === undefined) {
          this.next[state * classes + kind] = fallback;
        } else {
          this.next[state * classes + kind] = child;
          fail[child] = fallback;
          queue.push(child);
        }
      }
    }
  }

  test(bytes: Uint8Array): boolean {
    const { next, classOf, classes, accepting } = this;
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = next[state * classes + (classOf[bytes[at] as number] as number)] as number;
      if (accepting[state] === 1) return true;
    }
    return false;
  }
}
