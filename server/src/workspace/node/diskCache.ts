import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FactsCache, KeptFile } from '../factsCache.js';
import type { FileStat } from '../fileSystem.js';
import { CacheTable, type Row } from './cacheTable.js';

/** A file that changed so shortly before it was read may change again within the clock's grain: not kept. */
const tooFresh = 2000;
const monthInMilliseconds = 30 * 24 * 60 * 60 * 1000;
/** Above this the facts cost more to keep than to read again. */
const largestTable = 256_000_000;

/**
 * Facts of earlier scans in one file per root folder. Facts have cycles (a call knows the next one), hence V8's own
 * serialisation. Anything odd about the file means: no cache.
 */
export class DiskCache implements FactsCache {
  readonly #folder: string;
  readonly #file: string;
  readonly #key: string;
  #old = CacheTable.empty;
  #rows = new Map<string, Row>();
  #changed = false;
  #loadedAt = 0;

  /** `version` names everything on which facts depend: the product, its catalogue, the Node that wrote them. */
  constructor(folder: string, root: string, version: string) {
    this.#folder = folder;
    this.#file = join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}.facts`);
    this.#key = JSON.stringify([root, version, process.versions.v8]);
  }

  load(): void {
    this.#old = this.#read();
    this.#rows = new Map();
    this.#changed = false;
    this.#loadedAt = Date.now();
  }

  get(path: string, stat: FileStat): KeptFile | undefined {
    const row = this.#old.get(path);
    if (row?.size !== stat.size || row.modified !== stat.modified) return undefined;
    try {
      const kept = row.value === undefined ? nothing : (deserialize(row.value) as KeptFile);
      this.#rows.set(path, row);
      return kept;
    } catch {
      return undefined;
    }
  }

  put(path: string, stat: FileStat, kept: KeptFile): void {
    if (stat.modified > this.#loadedAt - tooFresh) return;
    this.#changed = true;
    const value = kept.kind === 'nothing' ? undefined : serialize(kept);
    this.#rows.set(path, { size: stat.size, modified: stat.modified, value });
  }

  save(): void {
    const rows = this.#rows;
    const old = this.#old;
    this.#rows = new Map();
    this.#old = CacheTable.empty;
    if (!this.#changed && rows.size === old.size) return;
    try {
      const bytes = CacheTable.write(this.#key, rows);
      if (bytes.length <= largestTable) this.#write(bytes);
      this.#removeForgotten();
    } catch {
      // No room, no rights, no folder: the next scan reads the files again.
    }
  }

  #read(): CacheTable {
    try {
      return CacheTable.read(readFileSync(this.#file), this.#key);
    } catch {
      return CacheTable.empty;
    }
  }

  /** For the user's eyes only, and whole or not at all. */
  #write(bytes: Uint8Array): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const part = `${this.#file}.${process.pid}.part`;
    writeFileSync(part, bytes, { mode: 0o600 });
    renameSync(part, this.#file);
  }

  /** Roots that nobody scanned for a month. */
  #removeForgotten(): void {
    const now = Date.now();
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (path !== this.#file && now - statSync(path).mtimeMs > monthInMilliseconds) rmSync(path, { force: true });
    }
  }
}

const nothing: KeptFile = { kind: 'nothing' };
