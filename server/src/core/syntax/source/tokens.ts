import type { StringForm } from './language.js';

export const enum Kind {
  Name,
  Number,
  String,
  Operator,
  Open,
  Close,
  LineEnd,
  /** Ends an entry in any context: between the attributes of markup. */
  Break,
}

/** Where the tokens of a text stand, as parallel arrays: an object for each would cost more than reading them. */
class TokenArrays {
  /** How many places are taken. */
  used = 0;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;

  constructor(size: number) {
    this.kind = new Uint8Array(size);
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
  }

  grow(): void {
    const { kind, start, end } = this;
    const size = 2 * kind.length;
    (this.kind = new Uint8Array(size)).set(kind);
    (this.start = new Int32Array(size)).set(start);
    (this.end = new Int32Array(size)).set(end);
  }
}

/** For all files, which are read one after the other, and for their holes: a keystroke would otherwise allocate anew. */
const ofFiles = new TokenArrays(4096);
const ofHoles = new TokenArrays(1024);

/** Ordinary code has a token for about seven characters, so that nearly all of the largest file is read. */
const MAX_TOKENS = 200_000;

/** The tokens of a file, valid until the next file is read, or those of a hole. */
export class Tokens {
  count = 0;
  /** Of string tokens, by token index: where the content stands, and the tokens of each hole. */
  readonly strings = new StringTokens();
  /** Comments that speak to this product. */
  readonly directives: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  /** A string that stands on the lines behind its token. */
  hasHeredoc = false;
  private readonly arrays: TokenArrays;
  /** Where the tokens begin in the arrays. */
  private readonly from: number;

  /** `depth` is 0 for a file, 1 for a hole in a string of it, more for a hole in a hole: these come in between. */
  constructor(
    readonly text: string,
    depth: number,
  ) {
    if (depth === 0) ofFiles.used = ofHoles.used = 0;
    this.arrays = depth === 0 ? ofFiles : depth === 1 ? ofHoles : new TokenArrays(8);
    this.from = this.arrays.used;
  }

  push(kind: Kind, start: number, end: number): void {
    const { arrays } = this;
    const at = this.from + this.count;
    if (at === arrays.kind.length) arrays.grow();
    arrays.kind[at] = kind;
    arrays.start[at] = start;
    arrays.end[at] = end;
    arrays.used = at + 1;
    this.count += 1;
  }

  /** So many that what comes after is left unread. */
  get isFull(): boolean {
    return this.count >= MAX_TOKENS;
  }

  /** Undefined before the first and behind the last token. */
  kind(at: number): Kind | undefined {
    return at >= 0 && at < this.count ? this.arrays.kind[this.from + at] : undefined;
  }

  /** Behind the last token: the end of the text. */
  start(at: number): number {
    return at >= 0 && at < this.count ? (this.arrays.start[this.from + at] as number) : this.text.length;
  }

  end(at: number): number {
    return at >= 0 && at < this.count ? (this.arrays.end[this.from + at] as number) : this.text.length;
  }

  /** Kinds, starts and ends, for keeping them when another file is read. */
  copy(): [Uint8Array, Int32Array, Int32Array] {
    const { arrays, from } = this;
    const to = from + this.count;
    return [arrays.kind.slice(from, to), arrays.start.slice(from, to), arrays.end.slice(from, to)];
  }

  /** As it stands in the text; empty where there is no token. */
  textOf(at: number): string {
    return at < this.count ? this.text.slice(this.start(at), this.end(at)) : '';
  }
}

/** A map by token index, as a dense array: of half a million strings a real map takes most of the time of reading them. */
export class StringTokens {
  private readonly byToken: (StringToken | undefined)[] = [];

  get(token: number): StringToken | undefined {
    return this.byToken[token];
  }

  set(token: number, string: StringToken): void {
    const { byToken } = this;
    while (byToken.length < token) byToken.push(undefined);
    byToken[token] = string;
  }

  *values(): Generator<StringToken> {
    for (const string of this.byToken) if (string) yield string;
  }
}

export interface StringToken {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly escape: StringForm['escape'];
  readonly holes: readonly Hole[];
}

export interface Hole {
  readonly start: number;
  readonly end: number;
  readonly tokens: Tokens;
}
