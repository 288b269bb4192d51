import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, resolve, sep } from 'node:path';
import type { FileStat, FileSystem, ListOptions } from '../fileSystem.js';
import { isFolderLeftOut, isLeftOut } from '../leftOut.js';
import { limits } from '../limits.js';
import { listFolder, meetFolders } from './folderListing.js';
import { listWithGit } from './gitListing.js';
import { IgnoreRules, isInRepository } from './ignoreRules.js';

// A pipe or device must not make the scan wait, and a link must not be followed unseen.
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

const unclean = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Files of a folder on this machine. The calls are synchronous inside: nine times faster than their asynchronous kin. */
export function nodeFileSystem(folder: string): FileSystem {
  const root = resolve(folder);
  const realRoot = realpathSync.native(root);
  /** Folders by path, and whether they really lie inside the root. */
  const inside = new Map<string, boolean>();
  let rules = new IgnoreRules(root);

  const leadsInside = (real: string): boolean =>
    real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);

  const folderIsInside = (path: string): boolean => {
    if (path === '.' || path === '') return true;
    let known = inside.get(path);
    if (known === undefined) {
      // A plain folder in one that lies inside does so too; only a link has to be followed.
      const full = join(root, path);
      known =
        (folderIsInside(posix.dirname(path)) && isRealFolder(full)) || realPathOf(full, leadsInside) !== undefined;
      inside.set(path, known);
    }
    return known;
  };

  /** The place on disk, or undefined for a path that leaves the root by its words or by a link above it. */
  const locate = (path: string): string | undefined => {
    // A listed path is clean already; only what somebody wrote can hold `.`, `..` or `//`.
    const clean = unclean.test(path) ? posix.normalize(path) : path;
    if (isAbsolute(path) || path.includes('\0') || clean === '..' || clean.startsWith('../')) return undefined;
    if (sep === '\\' && /[\\:]/.test(path)) return undefined;
    return folderIsInside(posix.dirname(clean)) ? join(root, clean) : undefined;
  };

  return {
    root,
    async list({ early, ...options }) {
      inside.clear();
      rules = new IgnoreRules(root);
      const files = await listDeep(root, {
        ...options,
        ...(early && { early: (paths) => early(paths.filter((path) => !isLeftOut(path))) }),
      });
      return files.filter((path) => !isLeftOut(path));
    },
    async read(path) {
      const full = locate(path);
      return full === undefined ? undefined : (readFile(full, ownMemory) ?? readLinked(full, leadsInside));
    },
    async look(path, { size }, use) {
      const full = locate(path);
      const bytes =
        full === undefined ? undefined : (readFile(full, sharedMemory, size) ?? readLinked(full, leadsInside));
      return bytes && use(bytes);
    },
    ...(constants.O_NOFOLLOW !== undefined && {
      lookAtOnce<T>(path: string, use: (stat: FileStat, bytes: Uint8Array) => T, largest: number): T | undefined {
        const full = locate(path);
        return full === undefined ? undefined : readAtOnce(full, use, largest);
      },
    }),
    async stat(path) {
      const full = locate(path);
      return full === undefined ? undefined : statOf(full, leadsInside);
    },
    async ignores(path) {
      if (posix.basename(path) === '.gitignore') rules = new IgnoreRules(root);
      return isLeftOut(path) || rules.ignores(path);
    },
  };
}

/** The files of a folder and of the repositories inside it. */
async function listDeep(folder: string, options: ListOptions, depth = 0): Promise<string[]> {
  const { trusted, signal, early, met } = options;
  // Without a repository git would only be started to say so.
  if (!trusted || !isInRepository(folder)) return listFolder(folder, options);
  const asked = listWithGit(folder, signal, early);
  // Git is at work in a process of its own.
  if (met) await meetFolders(folder, options);
  const listing = await asked;
  signal?.throwIfAborted();
  // Nothing at all: the folder is itself ignored by a repository around it, and still someone asks for it.
  if (listing === undefined || listing.files.length + listing.repositories.length === 0) {
    return listFolder(folder, { ...(signal && { signal }), ...(early && { early }) });
  }
  const { files } = listing;
  if (depth >= limits.nestedRepositories) return files;
  for (const nested of listing.repositories) {
    if (isFolderLeftOut(nested) || !isRealFolder(join(folder, nested))) continue;
    for (const file of await listDeep(join(folder, nested), { trusted, ...(signal && { signal }) }, depth + 1))
      files.push(`${nested}/${file}`);
  }
  return files;
}

function isRealFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function realPathOf(path: string, leadsInside: (real: string) => boolean): string | undefined {
  try {
    const real = realpathSync.native(path);
    return leadsInside(real) ? real : undefined;
  } catch {
    return undefined;
  }
}

function statOf(path: string, leadsInside: (real: string) => boolean): FileStat | undefined {
  try {
    const own = lstatSync(path, { throwIfNoEntry: false });
    if (!own) return undefined;
    const link = own.isSymbolicLink();
    const real = link ? realPathOf(path, leadsInside) : path;
    const stat = link && real !== undefined ? statSync(real) : own;
    if (real === undefined || !(stat.isFile() || stat.isDirectory())) return undefined;
    return { size: stat.size, modified: stat.mtimeMs, folder: stat.isDirectory(), link };
  } catch {
    return undefined;
  }
}

/** A link to a file inside the root, read where it leads. */
function readLinked(path: string, leadsInside: (real: string) => boolean): Uint8Array | undefined {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const real = realPathOf(path, leadsInside);
  return real === undefined ? undefined : readFile(real, ownMemory);
}

const ownMemory = (size: number): Buffer => Buffer.allocUnsafe(size);

let shared = Buffer.alloc(0);

/** For bytes that are looked at once: memory of its own for each file is most of what a scan would have to clean up. */
function sharedMemory(size: number): Buffer {
  if (shared.length < size) shared = Buffer.allocUnsafeSlow(Math.max(size, 1 << 16));
  return shared.subarray(0, size);
}

/** One walk along the path instead of two: the open file itself tells its size and time. */
function readAtOnce<T>(path: string, use: (stat: FileStat, bytes: Uint8Array) => T, largest: number): T | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, reading);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > largest) return undefined;
    const bytes = sharedMemory(stat.size);
    if (readSync(file, bytes, 0, bytes.length, 0) !== bytes.length) return undefined;
    return use({ size: stat.size, modified: stat.mtimeMs, folder: false }, bytes);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What is known of its size a moment ago need not be asked again: a file that grew since is read up to there. */
function readFile(path: string, memoryOf: (size: number) => Buffer, known?: number): Uint8Array | undefined {
  let file: number | undefined;
  try {
    // Where a link cannot be refused while opening (Windows), it is looked for first.
    if (constants.O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) return undefined;
    file = openSync(path, reading);
    const stat = known === undefined ? fstatSync(file) : undefined;
    if (stat?.isFile() === false) return undefined;
    const bytes = memoryOf(known ?? stat?.size ?? 0);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, length);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
