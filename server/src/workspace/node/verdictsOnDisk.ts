import type { FileStat } from '../fileSystem.js';
import type { Verdict, Verdicts } from '../verdicts.js';
import { type CacheFile, clockGrain } from './cacheFile.js';

/** Size, time, and the reason for which it was skipped; without one there was nothing in it. */
type Row = readonly [size: number, modified: number, reason?: string];

export class VerdictsOnDisk implements Verdicts {
  readonly #file: CacheFile;
  readonly #key: string;
  #old: Readonly<Record<string, Row>> = {};
  #rows = noRows();
  #changed = false;
  #loadedAt = 0;

  /** `key` names everything on which a verdict depends: the program with the catalogue that is built into it. */
  constructor(file: CacheFile, key: string) {
    this.#file = file;
    this.#key = key;
  }

  load(): void {
    const kept = this.#file.read(this.#key);
    this.#old = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, Row>>) : {};
    this.#rows = noRows();
    this.#changed = false;
    this.#loadedAt = Date.now();
  }

  has(path: string): boolean {
    return Object.hasOwn(this.#old, path);
  }

  get(path: string, { size, modified }: FileStat): Verdict | undefined {
    const row = Object.hasOwn(this.#old, path) ? this.#old[path] : undefined;
    if (!Array.isArray(row) || row[0] !== size || row[1] !== modified) return undefined;
    this.#rows[path] = row as Row;
    return row.length === 2 ? { kind: 'nothing' } : { kind: 'skipped', reason: String(row[2]) };
  }

  put(path: string, { size, modified }: FileStat, verdict: Verdict): void {
    if (modified > this.#loadedAt - clockGrain) return;
    this.#changed = true;
    this.#rows[path] = verdict.kind === 'nothing' ? [size, modified] : [size, modified, verdict.reason];
  }

  save(): void {
    const rows = this.#rows;
    const known = Object.keys(this.#old).length;
    this.#old = {};
    this.#rows = noRows();
    if (this.#changed || Object.keys(rows).length !== known) this.#file.write(this.#key, rows);
  }
}

/** Without a prototype, because the keys are paths of whatever name. */
function noRows(): Record<string, Row> {
  return Object.create(null) as Record<string, Row>;
}
