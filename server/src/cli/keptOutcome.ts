import type { FileSystem } from '../workspace/fileSystem.js';
import type { CacheFile } from '../workspace/node/cacheFile.js';
import { signOf, type FolderState } from '../workspace/node/folderState.js';

/** As it stands in the cache: the folder at that time, the documents that were referred to, and what came out. */
interface Kept<T> {
  readonly stamp: string;
  readonly documents: readonly (readonly [path: string, sign: string])[];
  readonly outcome: T;
}

/** What came out of the last time that the same was asked of this folder, if nothing has changed since. */
export class KeptOutcome<T> {
  readonly #file: CacheFile;
  readonly #key: string;
  readonly #fileSystem: FileSystem;

  /** `key` names everything besides the folder that the outcome depends on: program, settings, the day. */
  constructor(file: CacheFile, key: string, fileSystem: FileSystem) {
    this.#file = file;
    this.#key = key;
    this.#fileSystem = fileSystem;
  }

  async get({ stamp }: FolderState): Promise<T | undefined> {
    const kept = this.#file.read(this.#key) as Kept<T> | undefined;
    if (kept?.stamp !== stamp) return undefined;
    for (const [path, sign] of kept.documents) {
      if (signOf(path, await this.#fileSystem.stat(path)) !== sign) return undefined;
    }
    return kept.outcome;
  }

  async put({ stamp, settled }: FolderState, documents: readonly string[], outcome: T): Promise<void> {
    if (!settled) return;
    const signs: [string, string][] = [];
    for (const path of documents) signs.push([path, signOf(path, await this.#fileSystem.stat(path))]);
    this.#file.write(this.#key, { stamp, documents: signs, outcome } satisfies Kept<T>);
  }
}
