/** Looks for any of many words in bytes, in one pass that costs the same however many words there are. */
export class AhoCorasick {
  /** Next state by state and byte class, with the states that end a word marked by a negative number. */
  private readonly next: Int32Array;
  private readonly classOf = new Uint8Array(256);
  private readonly classes: number;

  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    const encoded = words.filter((word) => word !== '').map((word) => encoder.encode(word));
    // Bytes that stand in no word share class 0.
    let classes = 1;
    let length = 1;
    for (const word of encoded) {
      length += word.length;
      for (const byte of word) if (this.classOf[byte] === 0) this.classOf[byte] = classes++;
    }
    this.classes = classes;

    const next = new Int32Array(length * classes);
    const ends = new Uint8Array(length);
    let states = 1;
    for (const word of encoded) {
      let state = 0;
      for (const byte of word) {
        const at = state * classes + (this.classOf[byte] as number);
        if (next[at] === 0) next[at] = states++;
        state = next[at] as number;
      }
      ends[state] = 1;
    }

    const fail = new Int32Array(states);
    const queue = new Int32Array(states);
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const state = queue[head] as number;
      const back = fail[state] as number;
      if (ends[back] === 1) ends[state] = 1;
      for (let kind = 0; kind < classes; kind++) {
        const at = state * classes + kind;
        const child = next[at] as number;
        const fallback = state === 0 ? 0 : (next[back * classes + kind] as number);
        if (child === 0) {
          next[at] = fallback;
        } else {
          fail[child] = fallback;
          queue[tail++] = child;
        }
      }
    }
    this.next = next.subarray(0, states * classes);
    for (let at = 0; at < this.next.length; at++) {
      const state = this.next[at] as number;
      if (ends[state] === 1) this.next[at] = -1;
    }
  }

  test(bytes: Uint8Array): boolean {
    const { next, classOf, classes } = this;
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      state = next[state * classes + (classOf[bytes[at] as number] as number)] as number;
      if (state < 0) return true;
    }
    return false;
  }
}
