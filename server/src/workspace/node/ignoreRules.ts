import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { escapeRegExp } from '../../core/catalog/glob.js';

/** What one `.gitignore` says, and where in a path what it speaks of begins. */
interface FolderRules {
  readonly rules: Ignore;
  readonly from: number;
  /** What the name of a file or folder, and of the folder that it is in, is like that any of the rules can be about. */
  readonly names: RegExp;
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
  /** Folders by path, and whether git keeps them. */
  readonly #kept = new Map<string, boolean>();

  constructor(root: string) {
    this.#root = root;
  }

  /** A folder that was listed, so that its rules need not be looked for where there are none. */
  meet(folder: string, hasRules: boolean): void {
    if (!hasRules && folder !== '' && !this.#perFolder.has(folder))
      this.#perFolder.set(folder, this.#rulesOf(folderOf(folder)));
  }

  /** Whether this path itself is ignored, when the folders above it are not. */
  ignoresEntry(path: string, folder: boolean): boolean {
    const name = lastTwo(path);
    for (const { rules, from, names } of this.#rulesOf(folderOf(path))) {
      // The package looks at every folder above as well, of which the caller knows already.
      if (!names.test(name)) continue;
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
      rules = own === undefined ? above : [{ ...own, from: folder === '' ? 0 : folder.length + 1 }, ...above];
      this.#perFolder.set(folder, rules);
    }
    return rules;
  }

  #read(folder: string): Omit<FolderRules, 'from'> | undefined {
    const texts = [textOf(join(this.#root, folder, '.gitignore'))];
    // What a person ignores in this clone only; git gives it the lowest rank.
    if (folder === '') texts.unshift(textOf(join(this.#root, '.git', 'info', 'exclude')));
    const present = texts.filter((text) => text !== undefined);
    if (present.length === 0 || !this.#isKept(folder)) return undefined;
    const text = present.join('\n');
    // The package ignores case unless told not to; git on Linux does not.
    return { rules: ignore({ ignorecase: false }).add(text), names: namesIn(text) };
  }

  #isKept(folder: string): boolean {
    if (folder === '') return isInRepository(this.#root);
    let isKept = this.#kept.get(folder);
    if (isKept === undefined) {
      isKept = existsSync(join(this.#root, folder, '.git')) || this.#isKept(folderOf(folder));
      this.#kept.set(folder, isKept);
    }
    return isKept;
  }
}

/** What the last two parts of a path may be that rules are about: nearly no path is like that. */
function namesIn(text: string): RegExp {
  const names = new Set<string>();
  const folders = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const rule = line.trimEnd().replace(/^!/, '').replace(/\/$/, '');
    if (rule === '' || rule.startsWith('#')) continue;
    const [name = '', folder = ''] = rule.split('/').reverse();
    // `.idea/*` is about any name, though only in that folder.
    if (name === '*' && /^[\w.-]+$/.test(folder)) folders.add(escapeRegExp(folder));
    else names.add(patternOf(name));
  }
  const inFolder = folders.size > 0 ? `(?:${[...folders].join('|')})/.*|` : '';
  return new RegExp(`^(?:${inFolder}(?:[^/]*/)?(?:${[...names].join('|') || '(?!)'}))$`, 's');
}

/** Wide rather than narrow: a set (`[Bb]in`) or an escaped sign (`\\!x`) stands for anything from there on. */
function patternOf(name: string): string {
  const odd = name.search(/[[\]\\]/);
  const plain = odd === -1 ? name : name.slice(0, odd);
  const pattern = plain
    .split(/(\*+|\?)/)
    .map((part) => (part === '?' ? '.' : part.startsWith('*') ? '.*' : escapeRegExp(part)));
  return pattern.join('') + (odd === -1 ? '' : '.*');
}

/** A name, with the folder that it is in. */
function lastTwo(path: string): string {
  return path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
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
