import { lineStartsOf } from '../../place.js';
import type { FileFacts } from '../fact.js';
import type { Language } from './language.js';
import { giveTypes } from './builtTypes.js';
import { lex } from './lexer.js';
import { Reader } from './reader.js';

/**
 * Facts of a source text. `raw` is the file's own text when `text` is a masked copy of it with the same offsets (a
 * notebook, a component file): places are counted in the raw text.
 */
export function readSource(
  path: string,
  text: string,
  language: Language,
  raw = text,
  tokens = lex(text, language),
): FileFacts {
  const reader = new Reader(tokens, language);
  reader.readFile();
  if (language.typeBeforeName) giveTypes(reader.calls, reader.bindings);
  return {
    path,
    language: language.id,
    lineStarts: lineStartsOf(raw),
    imports: reader.imports,
    calls: reader.liveCalls(),
    bindings: reader.bindings,
    strings: reader.strings,
    settings: [],
    dependencies: [],
    environment: reader.environment,
    resources: [],
    directives: reader.directives(),
    declared: reader.declared,
    ...(reader.isCut && { incomplete: 'too-much' }),
  };
}
