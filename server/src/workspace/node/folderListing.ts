import { relative, sep } from 'node:path';
import { fdir } from 'fdir';
import { isFolderLeftOut } from '../leftOut.js';
import { IgnoreRules } from './ignoreRules.js';

/**
 * Lists a folder without git and without starting any program. Links are not followed. Sorted, because the crawler gives
 * what it meets first, another order each time.
 */
export async function listFolder(root: string, signal?: AbortSignal): Promise<string[]> {
  const rules = new IgnoreRules(root);
  const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
  const crawler = new fdir({ excludeSymlinks: true })
    .withRelativePaths()
    .exclude((_name, path) => {
      const folder = slashed(relative(root, path));
      return isFolderLeftOut(folder) || rules.ignoresEntry(folder, true);
    })
    .filter((path) => !rules.ignoresEntry(slashed(path), false));
  if (signal) crawler.withAbortSignal(signal);
  const paths = await crawler.crawl(root).withPromise();
  signal?.throwIfAborted();
  return paths.map(slashed).sort();
}
