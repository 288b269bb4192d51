import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What one `.gitignore` says, and where in a path what it speaks of begins. */
interface FolderRules {
  readonly rules: Ignore;
  readonly from: number;
}

/**
 * The `.gitignore` files of a folder and the folders below it, read when first asked for. The deepest file that says
 * something about a path decides, as in git. They hold within a repository only: what git keeps it does not ignore, and a
 * copy of a repository without its history, a release say, has just that.
 */
export class IgnoreRules {
  readonly #root: string;
  /** By folder the rules that hold in it, the deepest first: most folders have those of the one above. */
  readonly #perFolder = new Map<string, readonly FolderRules[]>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Whether this path itself is ignored, when the folders above it are not. */
  ignoresEntry(path: string, folder: boolean): boolean {
    for (const { rules, from } of this.#rulesOf(folderOf(path))) {
      const below = path.slice(from);
      const { ignored, unignored } = rules.test(folder ? `${below}/` : below);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }

  /** Whether a file is ignored, by itself or by a folder above it. */
  ignores(path: string): boolean {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      if (this.ignoresEntry(path.slice(0, at), true)) return true;
    }
    return this.ignoresEntry(path, false);
  }

  #rulesOf(folder: string): readonly FolderRules[] {
    let rules = this.#perFolder.get(folder);
    if (!rules) {
      const own = this.#read(folder);
      const above = folder === '' ? [] : this.#rulesOf(folderOf(folder));
      rules = own ? [{ rules: own, from: folder === '' ? 0 : folder.length + 1 }, ...above] : above;
      this.#perFolder.set(folder, rules);
    }
    return rules;
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

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

/** Whether git keeps the folder, or one above it. */
export function isInRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

function textOf(path: string): string | undefined {
  // Most folders have none, and an error costs ten times a question.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
