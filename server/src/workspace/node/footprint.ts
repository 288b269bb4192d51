import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FileStat } from '../fileSystem.js';
import { clockGrain } from './cacheFile.js';
import { entriesOf, lookOf } from './folderWalk.js';
import { isInRepository } from './ignoreRules.js';

/**
 * What a listing and what was read rest on, so that it can be seen at once that all of it still stands: neither git nor
 * any rule has to be asked again. That it does not stand says nothing: a listing then tells.
 */
export interface Footprint {
  /** Folders by path, and files that were measured: each list as one text, because there are many. */
  readonly folders: string;
  readonly files: string;
  /** Of the folders' names, and of the files' sizes and times. */
  readonly stamp: string;
}

/** Stands between paths, and in none. */
const between = '//';

/** Takes in what a listing meets, and makes a footprint of it. */
export class FootprintMaker {
  readonly #root: string;
  readonly #folders: string[] = [];
  readonly #rules: string[] = [];
  readonly #hash = createHash('sha256');

  constructor(root: string) {
    this.#root = root;
  }

  /** A folder, before its files are listed. */
  readonly met = (folder: string, look: string): void => {
    this.#folders.push(folder);
    this.#hash.update(`${folder}\0${look}`);
    for (const file of rulesIn(folder, look)) this.#rules.push(file);
  };

  /**
   * Undefined where something changed so shortly ago that a change after it might not show, or where a rule outside the
   * folder has a say. `stats` are what was measured of the files, so that what changed since then is seen.
   */
  made(stats: Iterable<readonly [path: string, stat: FileStat | undefined]>, since: number): Footprint | undefined {
    const git = gitOutside(this.#root);
    if (git === undefined || this.#folders.length === 0) return undefined;
    const lines: string[] = [];
    const files: string[] = [];
    let newest = 0;
    const measure = (path: string, stat: Measured | undefined): void => {
      files.push(path);
      lines.push(signOf(stat));
      newest = Math.max(newest, stat?.modified ?? 0);
    };
    for (const [path, stat] of stats) measure(path, stat && stat.link !== true ? stat : measured(this.#root, path));
    for (const path of this.#rules) measure(path, measured(this.#root, path));
    for (const path of this.#folders) newest = Math.max(newest, measured(this.#root, path)?.modified ?? 0);
    if (newest >= since - clockGrain) return undefined;
    this.#hash.update(`${git}\0${lines.join('\0')}`);
    return { folders: this.#folders.join(between), files: files.join(between), stamp: this.#hash.digest('hex') };
  }
}

/** Whether all that a footprint was made of is still as it was. */
export function stands(root: string, { folders, files, stamp }: Footprint): boolean {
  const git = gitOutside(root);
  if (git === undefined) return false;
  const hash = createHash('sha256');
  for (const folder of folders.split(between)) hash.update(`${folder}\0${lookOf(entriesOf(join(root, folder)))}`);
  const lines = files.split(between).map((path) => signOf(measured(root, path)));
  hash.update(`${git}\0${lines.join('\0')}`);
  return hash.digest('hex') === stamp;
}

type Measured = Pick<FileStat, 'size' | 'modified'>;

/** A link is measured itself: what it leads to inside the root has a name of its own. */
function measured(root: string, path: string): Measured | undefined {
  try {
    const stat = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
    return stat && { size: stat.size, modified: stat.mtimeMs };
  } catch {
    return undefined;
  }
}

function signOf(stat: Measured | undefined): string {
  return stat ? `${String(stat.size)} ${String(stat.modified)}` : '';
}

/** Files of a folder that say what is listed of it, without being listed for it. */
function rulesIn(folder: string, look: string): string[] {
  const before = folder === '' ? '' : `${folder}/`;
  const rules = look.includes('file .gitignore\0') ? [`${before}.gitignore`] : [];
  if (look.includes('folder .git\0'))
    for (const name of ['index', 'config', 'info/exclude']) rules.push(`${before}.git/${name}`);
  return rules;
}

/**
 * What of git outside the folder has a say in what is listed; undefined where that is more than can be seen from here: a
 * repository around the folder, or ignore rules that a setting names.
 */
function gitOutside(root: string): string | undefined {
  if (!isInRepository(root)) return 'no repository';
  const own = join(root, '.git');
  if (!existsSync(join(own, 'index'))) return undefined;
  const home = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'git');
  const settings = ['/etc/gitconfig', join(homedir(), '.gitconfig'), join(home, 'config'), join(own, 'config')];
  const texts = settings.map(textOf);
  return texts.some((text) => /excludesfile|^\s*\[include/im.test(text))
    ? undefined
    : [...texts, textOf(join(home, 'ignore'))].join('\0');
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
