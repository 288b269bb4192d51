import { AhoCorasick } from './ahoCorasick.js';
import { theCatalogue } from './catalogue.js';
import { triggerWords } from './triggerWords.js';

let automaton: AhoCorasick | undefined;

/** Whether the bytes (UTF-8) hold a word of the catalogue, so that the file is worth reading into facts. */
export function hasTrigger(bytes: Uint8Array): boolean {
  return (automaton ??= new AhoCorasick(theTriggerWords())).test(bytes);
}

export function theTriggerWords(): string[] {
  return triggerWords(theCatalogue().providers);
}

/**
 * Files that are read whatever stands in them: they say where a name that other files use goes. Assistants' files are
 * usages by their name alone.
 */
const always =
  /(?:^|\/)(?:\.env(?:\.[^/]*)?|[^/]*\.env|ai-verantwoording[^/]*\.ya?ml|(?:docker-)?compose[^/]*\.ya?ml|appsettings[^/]*\.json|local\.settings\.json|application[^/]*\.(?:ya?ml|properties)|bootstrap\.ya?ml|values[^/]*\.ya?ml|publiccode\.ya?ml)$/i;

export function alwaysRead(path: string): boolean {
  return always.test(path) || assistantOf(path) !== undefined;
}

let assistants: Map<string, string> | undefined;
/** The assistant whose settings or instruction file this is. */
export function assistantOf(path: string): string | undefined {
  if (!assistants) {
    assistants = new Map();
    for (const { pattern, provider } of theCatalogue().files) assistants.set(pattern.replace(/\/$/, ''), provider);
  }
  for (let from = 0; from !== -1; from = nextPart(path, from)) {
    const tail = path.slice(from);
    const exact = assistants.get(tail);
    if (exact !== undefined) return exact;
    // A folder of an assistant: `.cursor/rules/…`.
    for (let end = tail.lastIndexOf('/'); end > 0; end = tail.lastIndexOf('/', end - 1)) {
      const folder = assistants.get(tail.slice(0, end));
      if (folder !== undefined) return folder;
    }
  }
  return undefined;
}

function nextPart(path: string, from: number): number {
  const slash = path.indexOf('/', from);
  return slash === -1 ? -1 : slash + 1;
}
