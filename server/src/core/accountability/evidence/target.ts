import type { Reference } from '../accountability.js';
import { folderOf, isBelow, relativeTo, resolvePath } from '../paths.js';
import { isToDo } from '../toDo.js';
import { kindsNamedIn } from './kinds.js';

const addressPattern = /^[a-z][a-z0-9+.-]*:/i;

/** The file of the project that a reference means; undefined for an address, a URN, a note, or a path outside the root. */
export function localPathOf(reference: Pick<Reference, 'written' | 'path'>): string | undefined {
  const written = reference.written.trim();
  if (addressPattern.test(written) || isNoReference(written)) return undefined;
  return resolvePath(folderOf(reference.path), written.split('#', 1)[0] as string);
}

/** A note that it has to be done yet, or a word that says there is none. */
export function isNoReference(written: string): boolean {
  return (
    isToDo(written) ||
    /^\s*(?:-|\?|geen|none|nvt|n\.v\.t\.?|volgt|later|nog niet|onbekend|tbd|todo)\s*\.?\s*$/i.test(written)
  );
}

/** A template, an example or a demo, by its file name. */
export function isTemplateName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /(?:^|[^a-z])(?:template|sjabloon|voorbeeld|example|sample|demo|dummy|leeg)(?:[^a-z]|$)/i.test(name);
}

/** A folder of templates, examples or tests; `below` is the folder of whoever refers to it. */
export function isInTestFolder(path: string, below = ''): boolean {
  const seen = isBelow(path, below) ? relativeTo(below, path) : path;
  return /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|samples?|voorbeelden|demo|templates?|sjablonen)\//i.test(
    seen,
  );
}

/** A file that is about the project as a whole or is code, and can hold no analysis of its own. */
export function isOtherKindOfFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isGeneral = /^(?:readme|changelog|contributing|licen[cs]e|security|code_of_conduct|todo)(?:\.|$)/i.test(name);
  if (isGeneral) return kindsNamedIn(path.slice(0, -name.length)).length === 0;
  return /\.(?:[cm]?[jt]sx?|py|java|kts?|scala|cs|go|rs|rb|php|swift|dart|sh|ps1|sql|s?css|vue|svelte|ipynb|toml|ini|properties|lock)$/i.test(
    name,
  );
}

/** Code of others that lies in the project. */
export function isOfOthers(path: string): boolean {
  return /(?:^|\/)(?:node_modules|vendor|third[-_]party|site-packages|\.venv|venv|bower_components|external)\//i.test(
    path,
  );
}
