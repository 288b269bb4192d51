import { lineStartsOf } from '../../place.js';
import type { FileFacts } from '../fact.js';
import type { Language } from './language.js';
import { giveTypes } from './builtTypes.js';
import { lex } from './lexer.js';
import { Reader } from './reader.js';
import type { Reading } from './reading.js';
import type { Tokens } from './tokens.js';

/**
 * Facts of a source text. `raw` is the file's own text when `text` is a masked copy of it with the same offsets (a
 * notebook, a component file): places are counted in the raw text. What `reading` keeps of the version before is used.
 */
export function readSource(
  path: string,
  text: string,
  language: Language,
  raw = text,
  { tokens = lex(text, language), reading }: { readonly tokens?: Tokens; readonly reading?: Reading | undefined } = {},
): FileFacts {
  const reader = new Reader(tokens, language, undefined, reading);
  if (reading) reading.readFile(reader);
  else reader.readFile();
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
    declared: new Set(reader.declaredNames),
    ...(reader.isCut && { incomplete: 'too-much' }),
  };
}
