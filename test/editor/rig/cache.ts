import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The editor that the tests drive lives outside the project's own node_modules: it is large, it has its own Node, and
 * nothing of it may be resolved by the product by accident.
 */
export function cacheFolder(): string {
  return path.resolve(process.env.HANDREIKING_EDITOR_CACHE ?? path.join(process.cwd(), '.cache', 'editor'));
}

/**
 * A part of the cache: there in full, or not at all. It is made beside its place and moved there when it is whole, so
 * that an installation that was cut short is never taken for a good one.
 */
export async function cachedPart(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
  try {
    await make(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another run may have finished the same part meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
