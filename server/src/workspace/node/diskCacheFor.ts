import { statSync } from 'node:fs';
import type { FactsCache } from '../factsCache.js';
import { cacheFolder, type Environment } from './cacheFolder.js';
import { DiskCache } from './diskCache.js';

/**
 * The cache of a root folder. Facts depend on the program and on the catalogue that is built into it, so the program's
 * own file (`program`) marks them; where it cannot be told apart from another build, nothing is cached.
 */
export function diskCacheFor(root: string, program: string, env: Environment = process.env): FactsCache | undefined {
  const stat = statSync(program, { throwIfNoEntry: false });
  if (!stat) return undefined;
  return new DiskCache(cacheFolder(env), root, `${program}/${String(stat.size)}/${String(stat.mtimeMs)}`);
}
