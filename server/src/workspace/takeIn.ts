import { decode, markOf } from './decode.js';
import type { FileStat, FileSystem } from './fileSystem.js';
import type { Gate } from './gate.js';
import { largestReadable, limits } from './limits.js';
import type { SkipReason } from './workspace.js';

/** What a file on disk has for the project. */
export type TakenIn =
  | { readonly kind: 'text'; readonly text: string }
  /** No trigger of the catalogue stands in it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

const utf8 = new TextEncoder();
const lineEnd = 10;

/** Reads a file as far as needed to know whether it matters, and its text when it does. */
export async function takeIn(path: string, stat: FileStat, fileSystem: FileSystem, gate: Gate): Promise<TakenIn> {
  if (stat.size > largestReadable(path)) return { kind: 'skipped', reason: 'too-large' };
  const use = (bytes: Uint8Array): TakenIn => takenFrom(path, bytes, gate);
  if (fileSystem.look) return (await fileSystem.look(path, stat, use)) ?? unreadable;
  const bytes = await fileSystem.read(path);
  return bytes === undefined ? unreadable : use(bytes);
}

const unreadable: TakenIn = { kind: 'skipped', reason: 'unreadable' };

/** What bytes that were read have for the project. */
export function takenFrom(path: string, bytes: Uint8Array, gate: Gate): TakenIn {
  const always = gate.readWhen(path) === 'always';
  const wide = markOf(bytes) !== undefined;
  if (!always && !wide && !gate.hasTrigger(bytes)) return { kind: 'nothing' };
  if (!always && isMinified(path, bytes)) return { kind: 'skipped', reason: 'minified' };
  const decoded = decode(bytes);
  if (decoded.encoding === 'binary') return { kind: 'skipped', reason: 'binary' };
  if (!always && wide && !gate.hasTrigger(utf8.encode(decoded.text))) return { kind: 'nothing' };
  return { kind: 'text', text: decoded.text };
}

function isMinified(path: string, bytes: Uint8Array): boolean {
  if (!/\.(?:[cm]?js|css)$/i.test(path) || bytes.length < limits.minifiedProbeBytes) return false;
  return !bytes.subarray(0, limits.minifiedProbeBytes).includes(lineEnd);
}
