import type { FileSystem } from '../workspace/fileSystem.js';
import type { CacheFile } from '../workspace/node/cacheFile.js';
import { stands, type Footprint } from '../workspace/node/footprint.js';
import { signOf, type FolderState } from '../workspace/node/folderState.js';

/** As it stands in the cache: the folder at that time, the documents that were referred to, and what came out. */
interface Kept<T> {
  readonly stamp: string;
  readonly footprint?: Footprint;
  readonly documents: readonly (readonly [path: string, sign: string])[];
  readonly outcome: T;
}

/** What came out of the last time that the same was asked of this folder, if nothing has changed since. */
export class KeptOutcome<T> {
  readonly #file: CacheFile;
  readonly #key: string;
  readonly #fileSystem: FileSystem;
  #kept: Kept<T> | undefined;

  /** `key` names everything besides the folder that the outcome depends on: program, settings, the day. */
  constructor(file: CacheFile, key: string, fileSystem: FileSystem) {
    this.#file = file;
    this.#key = key;
    this.#fileSystem = fileSystem;
  }

  /** Without a look at what the folder lists now, where it can be seen that nothing changed. */
  async getAtOnce(): Promise<T | undefined> {
    const kept = this.#read();
    if (kept?.footprint === undefined || !stands(this.#fileSystem.root, kept.footprint)) return undefined;
    return this.#unlessDocumentsChanged(kept);
  }

  async get({ stamp, footprint }: FolderState): Promise<T | undefined> {
    const kept = this.#read();
    if (kept?.stamp !== stamp) return undefined;
    const outcome = await this.#unlessDocumentsChanged(kept);
    // The folder is the same, and something around it is not: what git notes of its files, say.
    if (outcome !== undefined && footprint) this.#file.write(this.#key, { ...kept, footprint } satisfies Kept<T>);
    return outcome;
  }

  async put({ stamp, footprint, settled }: FolderState, documents: readonly string[], outcome: T): Promise<void> {
    if (!settled) return;
    const signs: [string, string][] = [];
    for (const path of documents) signs.push([path, signOf(path, await this.#fileSystem.stat(path))]);
    const kept = { stamp, ...(footprint && { footprint }), documents: signs, outcome };
    this.#file.write(this.#key, kept satisfies Kept<T>);
  }

  #read(): Kept<T> | undefined {
    return (this.#kept ??= this.#file.read(this.#key) as Kept<T> | undefined);
  }

  async #unlessDocumentsChanged({ documents, outcome }: Kept<T>): Promise<T | undefined> {
    for (const [path, sign] of documents) {
      if (signOf(path, await this.#fileSystem.stat(path)) !== sign) return undefined;
    }
    return outcome;
  }
}
