import type { Span } from '../../place.js';
import { Kind, type Tokens } from './tokens.js';
import { spanOf } from './spans.js';

/** A place in the tokens, with the few questions that the reader asks of it. */
export class Cursor {
  at = 0;
  readonly length: number;
  /** How many tokens may still be read in vain, in what turns out to be no import. */
  patience: number;

  /** The last token that was looked at far ahead, to tell what something is. */
  furthest = 0;

  constructor(readonly tokens: Tokens) {
    this.length = tokens.count;
    this.patience = 2 * this.length + 1000;
  }

  get done(): boolean {
    return this.at >= this.length;
  }

  kind(at = this.at): Kind | undefined {
    return this.tokens.kind(at);
  }

  text(at = this.at): string {
    return this.tokens.textOf(at);
  }

  start(at = this.at): number {
    return this.tokens.start(at);
  }

  end(at = this.at): number {
    return this.tokens.end(at);
  }

  span(at = this.at): Span {
    return spanOf(this.start(at), this.end(at));
  }

  /** Whether the token is this bracket or operator; compares characters without making a string. */
  is(text: string, at = this.at): boolean {
    const { tokens } = this;
    const kind = tokens.kind(at);
    if (kind === undefined || kind === Kind.String || kind === Kind.Name) return false;
    const from = tokens.start(at);
    return tokens.end(at) - from === text.length && tokens.text.startsWith(text, from);
  }

  /** Up to the end of the line, which is left to be read. */
  skipLine(): void {
    while (!this.done && this.kind() !== Kind.LineEnd) this.at++;
  }

  /** Index of the next token that is no line end. */
  afterLineEnds(at = this.at): number {
    while (this.tokens.kind(at) === Kind.LineEnd) at++;
    return at;
  }

  /** What was read hangs on the tokens up to this one. */
  lookedAt(at: number): void {
    if (at > this.furthest) this.furthest = at;
  }

  /** Index behind `<…>` when it can only be type arguments, else -1. They stand directly behind what they belong to. */
  afterGenerics(at: number, mayStandApart = false): number {
    if (!mayStandApart && this.start(at) !== this.end(at - 1)) return -1;
    let depth = 0;
    let brackets = 0;
    for (let i = at; i < this.length && i < at + 400; i++) {
      const kind = this.kind(i);
      this.lookedAt(i);
      if (kind === Kind.Name || kind === Kind.LineEnd) continue;
      if (kind === Kind.String || kind === Kind.Number) {
        if (kind === Kind.Number) return -1;
        continue;
      }
      if (kind === Kind.Open) {
        brackets++;
        continue;
      }
      if (kind === Kind.Close) {
        if (--brackets < 0) return -1;
        continue;
      }
      const text = this.text(i);
      if (text === ';' && brackets === 0) return -1;
      if (text === '<') {
        if (++depth > MAX_NESTED_TYPES) return -1;
      } else if (text === '>') depth--;
      else if (text === '>>>') depth -= 3;
      else if (!genericsMayHold.has(text) && !text.startsWith("'")) return -1;
      if (depth === 0) return i + 1;
      if (depth < 0) return -1;
    }
    return -1;
  }
}

/** Deeper than any type, and little enough to give up soon on `a<a<a<a…`. */
const MAX_NESTED_TYPES = 12;
const genericsMayHold = new Set([',', '.', '?', '&', '|', ':', '::', '?.', '?:', '*', '=', '=>', ';', "'"]);
