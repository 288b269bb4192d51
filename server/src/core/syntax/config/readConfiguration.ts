import { lineStartsOf } from '../../place.js';
import type { FileFacts, LanguageId } from '../fact.js';
import { configurationLanguageOf } from './configurationLanguage.js';
import { addDirectives } from './directives.js';
import { type ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { readerFor } from './readers.js';

export { configurationLanguageOf };

/** Larger than this is data, not configuration: it is left unread, and `incomplete` says so. */
export const MAX_CONFIGURATION_LENGTH = 2 * 1024 * 1024;

/** So many leaves at most are kept of one file; a file with more is data. */
export const MAX_SETTINGS = 50_000;

/**
 * The facts of a configuration file or manifest. Never throws: a broken text yields what could be read of it, and
 * `incomplete` says why there is no more. Undefined for a language that is no configuration.
 */
export function readConfiguration(path: string, text: string, language: LanguageId): FileFacts | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file: ConfigurationFile = { path, name, text, readEmbedded };
  const reader = readerFor(file, language);
  if (!reader) return undefined;
  const out = new FactsBuilder();
  if (text.length > MAX_CONFIGURATION_LENGTH) {
    out.notRead(`larger than ${MAX_CONFIGURATION_LENGTH} characters`);
  } else {
    try {
      reader(file, out);
      addDirectives(text, language, out);
    } catch (error) {
      out.notRead(error instanceof Error ? error.message : String(error));
    }
  }
  if (out.settings.length > MAX_SETTINGS) {
    out.settings.length = MAX_SETTINGS;
    out.notRead(`more than ${MAX_SETTINGS} settings`);
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
function readEmbedded(file: ConfigurationFile, out: FactsBuilder): boolean {
  const language = configurationLanguageOf(file.name);
  const reader = language && readerFor(file, language);
  reader?.(file, out);
  return reader !== undefined;
}
