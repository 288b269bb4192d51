import { relative, sep } from 'node:path';
import { fdir } from 'fdir';
import type { ListOptions } from '../fileSystem.js';
import { isFolderLeftOut } from '../leftOut.js';
import { IgnoreRules } from './ignoreRules.js';

/** So many files are told of at a time. */
const atOnce = 1000;

/**
 * Lists a folder without git and without starting any program. Links are not followed. Sorted, because the crawler gives
 * what it meets first, another order each time.
 */
export async function listFolder(root: string, signal?: AbortSignal, early?: ListOptions['early']): Promise<string[]> {
  const rules = new IgnoreRules(root);
  const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
  const inside = root.endsWith(sep) ? root : root + sep;
  let found: string[] = [];
  const tell = (path: string): void => {
    found.push(path);
    if (found.length < atOnce) return;
    early?.(found);
    found = [];
  };
  const crawler = new fdir({ excludeSymlinks: true })
    .withRelativePaths()
    .exclude((_name, path) => {
      const below = path.startsWith(inside) ? path.slice(inside.length) : relative(root, path);
      const folder = slashed(below.endsWith(sep) ? below.slice(0, -1) : below);
      return isFolderLeftOut(folder) || rules.ignoresEntry(folder, true);
    })
    .filter((path) => {
      const isKept = !rules.ignoresEntry(slashed(path), false);
      if (isKept && early) tell(slashed(path));
      return isKept;
    });
  if (signal) crawler.withAbortSignal(signal);
  const paths = await crawler.crawl(root).withPromise();
  signal?.throwIfAborted();
  early?.(found);
  return paths.map(slashed).sort();
}
