import type { Language } from './language.js';
import { FILLER } from './marks.js';

export const enum Class {
  Other,
  Space,
  LineEnd,
  Name,
  Digit,
  Open,
  Close,
  /** Only ever an operator, or a part of one: nothing else starts with it in this language. */
  Operator,
}

const PUNCTUATION = '!"#$%&\'*+,-./:;<=>?@\\^`|~';
/** Heredocs, markup, expressions, percent literals, quoted names, joined lines, the end of PHP. */
const MAY_START_MORE = '<%/`@?\\';
const classCache = new Map<Language, Uint8Array>();
export function classesOf(language: Language): Uint8Array {
  let classes = classCache.get(language);
  if (classes) return classes;
  classes = new Uint8Array(128);
  const set = (characters: string, kind: Class) => {
    for (const character of characters) (classes as Uint8Array)[character.charCodeAt(0)] = kind;
  };
  set(` \t\r\f\v${FILLER}`, Class.Space);
  set('\n', Class.LineEnd);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_' + (language.nameCharacters ?? ''), Class.Name);
  set('0123456789', Class.Digit);
  set('([{', Class.Open);
  set(')]}', Class.Close);
  const { lineComments, blockComments, strings } = language;
  const starts = [...lineComments, ...blockComments.map(({ open }) => open), ...strings.map(({ open }) => open)];
  const special = starts.map((start) => start.charAt(0)).join('') + MAY_START_MORE;
  for (const character of PUNCTUATION) {
    if (classes[character.charCodeAt(0)] === Class.Other && !special.includes(character))
      set(character, Class.Operator);
  }
  classCache.set(language, classes);
  return classes;
}

export const operators3 = new Set(['?->', '===', '!==', '...', '??=', '||=', '&&=', '<=>', '**=', '>>>', '..<', '..=']);
export const operators2 = new Set([
  '=>',
  '->',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '?:',
  '::',
  ':=',
  '+=',
  '-=',
  '*=',
  '/=',
  '.=',
  '|>',
  '<-',
  '!!',
  '~>',
  '=~',
  '<>',
  '++',
  '--',
  '**',
  '|=',
  '%>',
  '..',
  '&.',
]);

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** End of `'x'`, `'\n'`, `'\u{1F600}'`; -1 when this is no character (a lifetime, a lone quote). */
export function characterEnd(text: string, start: number, lifetimes: boolean): number {
  if (text[start + 1] === '\\') {
    const close = text.indexOf("'", start + 3);
    return close !== -1 && close - start < 14 ? close + 1 : -1;
  }
  for (let at = start + 2; at <= start + 3; at++) if (text[at] === "'") return at + 1;
  return lifetimes ? -1 : start + 1;
}
