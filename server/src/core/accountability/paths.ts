/** Paths relative to the root, with `/`. */

const names = new Set(['ai-verantwoording.yml', 'ai-verantwoording.yaml']);

export const accountabilityName = 'ai-verantwoording.yml';

/** Whether a file of the project is an accountability file, by its name. */
export function isAccountabilityPath(path: string): boolean {
  return names.has(path.slice(path.lastIndexOf('/') + 1));
}

/** `''` for a file in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** A folder and those above it, nearest first, down to the root. */
export function foldersUpFrom(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return Array.from({ length: parts.length + 1 }, (_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Whether `path` lies in `folder` or below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** `path` as seen from `folder`, which it lies in. */
export function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** The way from a folder to a file, both seen from the root. */
export function relativePath(folder: string, target: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Joins a written relative path to a folder; undefined when it leaves the root. */
export function resolvePath(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
