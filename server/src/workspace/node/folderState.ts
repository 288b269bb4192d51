import { createHash } from 'node:crypto';
import type { FileStat, FileSystem } from '../fileSystem.js';
import type { Gate } from '../gate.js';
import { clockGrain } from './cacheFile.js';
import { FootprintMaker, type Footprint } from './footprint.js';

/** What a folder looks like from outside: the names, sizes and times of every file that a scan looks at. */
export interface FolderState {
  readonly stamp: string;
  /** The same, to be seen without a listing; undefined where that cannot be. */
  readonly footprint: Footprint | undefined;
  /** No file changed so shortly ago that its time may hide a next change. */
  readonly settled: boolean;
}

/** The state of a folder whose files are measured now, or were from `since` on. */
export async function folderState(
  fileSystem: AskingOnce,
  gate: Gate,
  options: Parameters<FileSystem['list']>[0],
  since = Date.now(),
): Promise<FolderState> {
  // While others are still looked for, those that are known are measured.
  const early = (paths: readonly string[]): void => {
    for (const path of paths) if (gate.readWhen(path) !== 'never') void fileSystem.stat(path);
  };
  const listed = await fileSystem.list({ ...options, early });
  const seen: string[] = [String(listed.length)];
  const stats: [string, FileStat | undefined][] = [];
  let newest = 0;
  for (const path of listed) {
    if (gate.readWhen(path) === 'never') continue;
    const stat = await fileSystem.stat(path);
    seen.push(signOf(path, stat));
    stats.push([path, stat]);
    newest = Math.max(newest, stat?.modified ?? 0);
  }
  const stamp = createHash('sha256').update(seen.join('\n')).digest('hex');
  return { stamp, footprint: fileSystem.footprints.made(stats, since), settled: newest < since - clockGrain };
}

/** One file or folder as it stands now. */
export function signOf(path: string, stat: FileStat | undefined): string {
  if (stat === undefined) return `${path}\0-`;
  return [path, stat.folder ? 'folder' : stat.size, stat.folder ? '' : stat.modified, stat.link === true].join('\0');
}

/** A file system that asks each thing once, and can be told of what is known already. */
export interface AskingOnce extends FileSystem {
  readonly note: (path: string, stat: FileStat) => void;
  /** Has met what was listed. */
  readonly footprints: FootprintMaker;
}

/** What was listed and measured for the state is not asked again by the scan, nor the other way round. */
export function askingOnce(fileSystem: FileSystem): AskingOnce {
  const stats = new Map<string, FileStat | Promise<FileStat | undefined>>();
  let listing: ReturnType<FileSystem['list']> | undefined;
  const footprints = new FootprintMaker(fileSystem.root);
  return {
    root: fileSystem.root,
    footprints,
    note: (path, stat) => stats.set(path, stat),
    list: (options) => (listing ??= fileSystem.list({ ...options, met: footprints.met })),
    read: (path) => fileSystem.read(path),
    ...(fileSystem.look && {
      look: (path, stat, use) => fileSystem.look?.(path, stat, use) ?? Promise.resolve(undefined),
    }),
    lookAtOnce<T>(path: string, use: (stat: FileStat, bytes: Uint8Array) => T, largest: number): T | undefined {
      // What was measured before is what the state was made of.
      if (stats.has(path)) return undefined;
      const noting = (stat: FileStat, bytes: Uint8Array): T => {
        stats.set(path, stat);
        return use(stat, bytes);
      };
      return fileSystem.lookAtOnce?.(path, noting, largest);
    },
    async stat(path) {
      let stat = stats.get(path);
      if (!stat) stats.set(path, (stat = fileSystem.stat(path)));
      return stat;
    },
  };
}
