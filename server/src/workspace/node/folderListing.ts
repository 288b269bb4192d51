import { breather } from '../breather.js';
import type { ListOptions } from '../fileSystem.js';
import { lookOf, walkFolders } from './folderWalk.js';
import { IgnoreRules } from './ignoreRules.js';

/** So many files are told of at a time. */
const atOnce = 1000;

type Told = Pick<ListOptions, 'signal' | 'early' | 'met'>;

/** Lists a folder without git and without starting any program. Sorted, because a disk keeps names in an order of its own. */
export async function listFolder(root: string, { signal, early, met }: Told): Promise<string[]> {
  const rules = new IgnoreRules(root);
  const rest = breather(signal);
  const files: string[] = [];
  let told = 0;
  for (const { path, entries } of walkFolders(root, rules)) {
    const pause = rest.breathe();
    if (pause) await pause;
    met?.(path, lookOf(entries));
    const before = path === '' ? '' : `${path}/`;
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = before + entry.name;
      if (!rules.ignoresEntry(file, false)) files.push(file);
    }
    if (early && files.length >= told + atOnce) {
      early(files.slice(told));
      told = files.length;
    }
  }
  early?.(files.slice(told));
  return files.sort();
}

/** Only tells of the folders that would be looked into. */
export async function meetFolders(root: string, { signal, met }: Told): Promise<void> {
  const rest = breather(signal);
  for (const { path, entries } of walkFolders(root, new IgnoreRules(root))) {
    const pause = rest.breathe();
    if (pause) await pause;
    met?.(path, lookOf(entries));
  }
}
