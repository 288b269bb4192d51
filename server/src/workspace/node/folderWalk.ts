import { readdirSync, type Dirent } from 'node:fs';
import { isFolderLeftOut } from '../leftOut.js';
import type { IgnoreRules } from './ignoreRules.js';

/** One folder as it was met: its path relative to the root ('' for the root itself), and what stands in it. */
export interface WalkedFolder {
  readonly path: string;
  readonly entries: readonly Dirent[];
}

/**
 * The folders below a root that are not left out or ignored, one after the other, each before those inside it. Links are
 * not followed. A step is one call to the system: to ask for all at once, and be called back, takes four times as long.
 */
export function* walkFolders(root: string, rules: IgnoreRules): Generator<WalkedFolder, void, void> {
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = entriesOf(path === '' ? root : `${root}/${path}`);
    rules.meet(
      path,
      entries.some(({ name }) => name === '.gitignore'),
    );
    yield { path, entries };
    const before = path === '' ? '' : `${path}/`;
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      const inner = before + entry.name;
      if (!isFolderLeftOut(inner) && !rules.ignoresEntry(inner, true)) waiting.push(inner);
    }
  }
}

/** What stands in a folder; nothing when it is gone, or may not be read. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A folder as it looks from outside: two that look the same hold files, folders and links of the same names. */
export function lookOf(entries: readonly Dirent[]): string {
  let look = '';
  for (const entry of entries) look += `${kindOf(entry)}${entry.name}\0`;
  return look;
}

function kindOf(entry: Dirent): string {
  return entry.isFile() ? 'file ' : entry.isDirectory() ? 'folder ' : 'other ';
}
