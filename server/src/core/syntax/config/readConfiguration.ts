import { lineStartsOf } from '../../place.js';
import type { FileFacts, LanguageId } from '../fact.js';
import { configurationLanguageOf } from './configurationLanguage.js';
import { addDirectives } from './directives.js';
import { type ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { readerFor } from './readers.js';

export { configurationLanguageOf };

/** What stands after so many characters is left unread, and `incomplete` says so: what is larger is data. */
export const MAX_CONFIGURATION_LENGTH = 1024 * 1024;

/**
 * The facts of a configuration file or manifest. Never throws: a broken text yields what could be read of it, and
 * `incomplete` says why there is no more. Undefined for a language that is no configuration.
 */
export function readConfiguration(path: string, text: string, language: LanguageId): FileFacts | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isTooLong = text.length > MAX_CONFIGURATION_LENGTH;
  const readable = isTooLong ? text.slice(0, MAX_CONFIGURATION_LENGTH) : text;
  const file: ConfigurationFile = { path, name, text: readable, readEmbedded };
  const reader = readerFor(file, language);
  if (!reader) return undefined;
  const out = new FactsBuilder((inner, own, facts) => readEmbedded({ path, name: inner, text: own }, facts));
  if (isTooLong) out.notRead(`longer than ${MAX_CONFIGURATION_LENGTH} characters`);
  try {
    reader(file, out);
    addDirectives(readable, language, out);
  } catch (error) {
    out.notRead(error instanceof Error ? error.message : String(error));
  }
  // Manifests are read table by table; facts stand in text order.
  out.dependencies.sort((a, b) => a.span.start - b.span.start);
  const { settings, dependencies, resources, directives, incomplete } = out;
  const facts: FileFacts = {
    path,
    language,
    lineStarts: lineStartsOf(text),
    imports: [],
    calls: [],
    bindings: [],
    strings: [],
    environment: [],
    settings,
    dependencies,
    resources,
    directives,
  };
  return incomplete === undefined ? facts : { ...facts, incomplete };
}

/** A file inside a file is read as its name says, but not what stands inside that again. */
export function readEmbedded(file: ConfigurationFile, out: FactsBuilder): boolean {
  const language = configurationLanguageOf(file.name);
  const reader = language && readerFor(file, language);
  reader?.(file, out);
  return reader !== undefined;
}
