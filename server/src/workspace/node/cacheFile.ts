import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const monthInMilliseconds = 30 * 24 * 60 * 60 * 1000;

/**
 * One file in the user's cache folder. It holds JSON under a key that names all that it depends on; with another key, or
 * when anything about the file is odd, there is nothing. Reading and writing never fail.
 */
export class CacheFile {
  readonly #folder: string;
  readonly #file: string;

  /** `name` tells caches apart that live side by side, by root folder and by question. */
  constructor(folder: string, ...name: readonly string[]) {
    this.#folder = folder;
    this.#file = join(folder, `${createHash('sha256').update(JSON.stringify(name)).digest('hex').slice(0, 32)}.json`);
  }

  /** Whether there is anything, of whatever key. */
  exists(): boolean {
    return existsSync(this.#file);
  }

  read(key: string): unknown {
    try {
      const kept: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      return Array.isArray(kept) && kept[0] === key ? (kept[1] as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  /** For the user's eyes only, and whole or not at all. */
  write(key: string, value: unknown): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const part = `${this.#file}.${String(process.pid)}.part`;
      writeFileSync(part, JSON.stringify([key, value]), { mode: 0o600 });
      renameSync(part, this.#file);
      this.#removeForgotten();
    } catch {
      // No room, no rights, no folder: the next time has no cache.
    }
  }

  /** What nobody wrote for a month. */
  #removeForgotten(): void {
    const now = Date.now();
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (now - statSync(path).mtimeMs > monthInMilliseconds) rmSync(path, { force: true });
    }
  }
}

/** A file that changed so shortly ago may change again within the grain of the clock: nothing is kept of it. */
export const clockGrain = 2000;
