import type { CallFact } from '../fact.js';
import type { Reader } from './reader.js';

/** What stands around a chain of names and calls. */
export interface ChainOptions {
  readonly isAnnotation: boolean;
  /** A name stands before it that may be its type: `ChatClient chatClient(…) {`. */
  readonly mayDefine: boolean;
  /** `def`, `fun`, `class` stands before it. */
  readonly defines?: boolean;
  readonly isNew: boolean;
  /** In the head of `if`, `for`, …, where `{` opens the block. */
  readonly isHeader: boolean;
  readonly isFirst?: boolean;
}

const known = new Map<number, ChainOptions>();

/** The options for a name that is no annotation; one object for each of the few combinations. */
export function chainOptions(
  mayDefine: boolean,
  defines: boolean,
  isNew: boolean,
  isHeader: boolean,
  isFirst: boolean,
): ChainOptions {
  const key = +mayDefine | (+defines << 1) | (+isNew << 2) | (+isHeader << 3) | (+isFirst << 4);
  let options = known.get(key);
  if (!options) known.set(key, (options = { isAnnotation: false, mayDefine, defines, isNew, isHeader, isFirst }));
  return options;
}

/** `name(…) {` and `Type name(…)` are definitions where the language says so. */
export function turnsOutDefinition({ cursor, language }: Reader, call: CallFact, options: ChainOptions): boolean {
  if (call.isNew || call.receiver || options.isAnnotation || /^(?:base|super|this)$/.test(call.callee)) return false;
  if (options.mayDefine && !call.callee.includes('.')) return true;
  const isFirst = options.isFirst === true;
  // `Type IThing.Method(…) {` of C#.
  if (options.mayDefine) return cursor.is('{', cursor.afterLineEnds()) || cursor.is('=>', cursor.afterLineEnds());
  let at = cursor.afterLineEnds();
  // The reader and writer of a Kotlin property: `get() = …`.
  if (language.id === 'kotlin')
    return isFirst && (cursor.is('=', at) || cursor.is('{', at)) && (call.callee === 'get' || call.callee === 'set');
  if (!language.braceAfterCallDefines || call.callee.includes('.') || options.isHeader) return false;
  // A method with a return type: `name(…): Type`.
  if (language.id === 'typescript' && cursor.is(':', at) && isFirst) return true;
  if (language.id === 'csharp' && cursor.is(':', at))
    return isFirst && /^(?:base|this)$/.test(cursor.text(cursor.afterLineEnds(at + 1)));
  if (language.id === 'csharp' && cursor.is('=>', at)) return isFirst;
  if (cursor.text(at) === 'throws') {
    const limit = Math.min(cursor.length, at + 60);
    while (at < limit && !cursor.is('{', at) && !cursor.is(';', at)) at++;
    cursor.lookedAt(at);
  }
  return cursor.is('{', at) && isFirst;
}
