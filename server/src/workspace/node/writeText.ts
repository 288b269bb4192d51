import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, posix, sep } from 'node:path';
import { decode } from '../decode.js';
import { encode, plainWriting, writingOf, type Writing } from '../encode.js';

/** Why a text was not written. */
export class NotWritten extends Error {
  constructor(
    readonly path: string,
    readonly reason: 'outside' | 'encoding' | (string & {}),
  ) {
    super(`${path}: ${reason}`);
  }
}

/**
 * Writes a text below the root in one step: whoever reads meanwhile sees the old file or the new one. A file that is
 * there keeps its encoding and its rights. Nothing is ever written outside the root, not through a link either.
 */
export function writeText(root: string, path: string, text: string): void {
  const realRoot = realpathSync.native(root);
  const target = targetOf(realRoot, path);
  const [writing, mode] = present(target);
  const bytes = encode(text, writing);
  if (!bytes) throw new NotWritten(path, 'encoding');
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(draft, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(draft, mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new NotWritten(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Where the text really goes; of a link inside the root, what it leads to. */
function targetOf(realRoot: string, path: string): string {
  const clean = posix.normalize(path);
  const leaves = isAbsolute(path) || path.includes('\0') || clean === '..' || clean.startsWith('../') || clean === '.';
  if (leaves || (sep === '\\' && /[\\:]/.test(path))) throw new NotWritten(path, 'outside');
  // The part of the path that is there decides; folders that are yet to be made lie in it.
  let there = join(realRoot, clean);
  const made: string[] = [];
  while (lstatSync(there, { throwIfNoEntry: false }) === undefined) {
    made.unshift(basename(there));
    there = dirname(there);
  }
  let real: string;
  try {
    real = realpathSync.native(there);
  } catch {
    throw new NotWritten(path, 'outside');
  }
  const inside = real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  if (!inside) throw new NotWritten(path, 'outside');
  return join(real, ...made);
}

function present(target: string): [writing: Writing, mode: number | undefined] {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat) return [plainWriting, undefined];
  const bytes = readFileSync(target);
  const { encoding } = decode(bytes);
  return [encoding === 'binary' ? plainWriting : writingOf(bytes, encoding), stat.mode & 0o777];
}
