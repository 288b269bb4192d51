import { Kind } from './tokens.js';
import type { Cursor } from './cursor.js';
import type { Language } from './language.js';

/** `Type? name`: the mark stands against the type, which no condition does. The cursor is behind it. */
export function isNullableType(cursor: Cursor): boolean {
  const mark = cursor.at - 1;
  return (
    cursor.start(mark) === cursor.end(mark - 1) && cursor.kind() === Kind.Name && cursor.start() > cursor.end(mark)
  );
}

export function colonFollows(cursor: Cursor): boolean {
  let depth = 0;
  let questions = 0;
  for (let at = cursor.at; at < cursor.length && at < cursor.at + 300; at++) {
    const kind = cursor.kind(at);
    cursor.lookedAt(at);
    if (kind === Kind.Open) depth++;
    else if (kind === Kind.Close && --depth < 0) return false;
    else if (depth === 0 && kind === Kind.Operator) {
      if (cursor.is(':', at)) return true;
      if (cursor.is('?', at) && ++questions > 20) return false;
      if (cursor.is(';', at) || cursor.is('=', at)) return false;
    }
  }
  return false;
}

/** Whether a keyword is none here: `match.group`, `self.x`, `{ new: … }`, `f(class: …)`, `set({…})`. */
export function isPlainName(cursor: Cursor, language: Language, word: string): boolean {
  const next = cursor.at + 1;
  const isAdjacent = cursor.start(next) === cursor.end();
  if (word === 'import' && language.imports === 'javascript') return cursor.is('(', next) || cursor.is('.', next);
  if (isAdjacent && cursor.kind(next) === Kind.Operator && word !== 'global') {
    if (language.memberOperators.includes(cursor.text(next)) && cursor.kind(next + 1) === Kind.Name) return true;
  }
  if (language.softKeywords?.has(word)) {
    const kind = cursor.kind(next);
    if (kind === Kind.Open) return isAdjacent && !cursor.is('{', next);
    return kind !== Kind.Name && kind !== Kind.String && kind !== Kind.Number && !cursor.is('*', next);
  }
  if (language.id === 'python' || word === 'else' || (language.id === 'ruby' && !isAdjacent)) return false;
  // `default: x` is a label in a `switch`, a key behind `{` or `,`.
  if (word === 'default' && !isBehindComma(cursor)) return false;
  return cursor.is(':', next) || cursor.is('=', next);
}

function isBehindComma(cursor: Cursor): boolean {
  let before = cursor.at - 1;
  while (before > 0 && cursor.kind(before) === Kind.LineEnd) before--;
  return cursor.is(',', before) || cursor.is('{', before);
}

/** The next line starts with a statement of Scala, which is no value. */
export function startsBody(cursor: Cursor): boolean {
  const next = cursor.afterLineEnds();
  return cursor.kind(next) === Kind.Name && /^(?:val|var|def|import)$/.test(cursor.text(next));
}

/** Scala's `for` in brackets: the next line begins a generator or names a value, where no comma asks for an argument. */
export function startsGenerator(cursor: Cursor): boolean {
  const before = cursor.kind(cursor.at - 1);
  const next = cursor.afterLineEnds();
  const isNamed = cursor.kind(next) === Kind.Name && (cursor.is('=', next + 1) || cursor.is('<-', next + 1));
  return isNamed && before !== Kind.Operator && before !== Kind.Open;
}

/** Go's type of anything, in `map[string]interface{}{ … }`, is taken; the cursor is behind its word. */
export function takesAnyType(cursor: Cursor): boolean {
  const isEmpty = cursor.is('{') && cursor.is('}', cursor.at + 1);
  if (isEmpty) cursor.at += 2;
  return isEmpty;
}
