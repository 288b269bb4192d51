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

/** Tokens as parallel arrays: a file has tens of thousands, and an object for each would cost more than reading them. */
export interface Tokens {
  readonly text: string;
  readonly kind: number[];
  readonly start: number[];
  readonly end: number[];
  /** Of string tokens, by token index: where the content stands, and the tokens of each hole. */
  readonly strings: Map<number, StringToken>;
  /** Comments that speak to this product. */
  readonly directives: { readonly text: string; readonly start: number; readonly end: number }[];
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
