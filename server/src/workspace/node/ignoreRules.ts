import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * The `.gitignore` files of a folder and the folders below it, read when first asked for. The deepest file that says
 * something about a path decides, as in git. They hold within a repository only: what git keeps it does not ignore, and a
 * copy of a repository without its history, a release say, has just that.
 */
export class IgnoreRules {
  readonly #root: string;
  readonly #perFolder = new Map<string, Ignore | undefined>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Whether this path itself is ignored, when the folders above it are not. */
  ignoresEntry(path: string, folder: boolean): boolean {
    for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
      const rules = this.#rulesOf(at === -1 ? '' : path.slice(0, at));
      const below = path.slice(at + 1);
      const result = rules?.test(folder ? `${below}/` : below);
      if (result?.ignored === true) return true;
      if (result?.unignored === true) return false;
      if (at <= 0) return false;
    }
  }

  /** Whether a file is ignored, by itself or by a folder above it. */
  ignores(path: string): boolean {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      if (this.ignoresEntry(path.slice(0, at), true)) return true;
    }
    return this.ignoresEntry(path, false);
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#perFolder.has(folder)) this.#perFolder.set(folder, this.#read(folder));
    return this.#perFolder.get(folder);
  }

  #read(folder: string): Ignore | undefined {
    const texts = [textOf(join(this.#root, folder, '.gitignore'))];
    // What a person ignores in this clone only; git gives it the lowest rank.
    if (folder === '') texts.unshift(textOf(join(this.#root, '.git', 'info', 'exclude')));
    const present = texts.filter((text) => text !== undefined);
    if (present.length > 0 && !isInRepository(join(this.#root, folder))) return undefined;
    // The package ignores case unless told not to; git on Linux does not.
    return present.length === 0 ? undefined : ignore({ ignorecase: false }).add(present.join('\n'));
  }
}

/** Whether git keeps the folder, or one above it. */
function isInRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
