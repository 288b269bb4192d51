import type { Project, ReferencedDocument } from '../core/project.js';
import { decode } from './decode.js';
import type { FileSystem } from './fileSystem.js';
import { limits } from './limits.js';

/** Documents that are read; of others (PDF, Word) it is enough that they exist. */
const readable = /(?:^|\/)[^./]+$|\.(?:json|ya?ml|toml|md|markdown|txt|adoc|rst|html?|xml|csv)$/i;

/** Keeps the documents that accountability files refer to in the project. */
export class Documents {
  readonly #project: Project;
  readonly #fileSystem: FileSystem;
  readonly #openText: (path: string) => string | undefined;
  readonly #loaded = new Set<string>();

  constructor(project: Project, fileSystem: FileSystem, openText: (path: string) => string | undefined) {
    this.#project = project;
    this.#fileSystem = fileSystem;
    this.#openText = openText;
  }

  /** Loads what is wanted and not there yet. A document can want others, so this takes rounds. */
  async load(): Promise<boolean> {
    let affected = false;
    for (let round = 0; round < limits.documentRounds; round += 1) {
      const wanted = new Set(this.#project.wantedDocuments());
      for (const path of this.#loaded) if (!wanted.has(path)) this.#loaded.delete(path);
      const missing = [...wanted].filter((path) => !this.#loaded.has(path));
      if (missing.length === 0) break;
      for (const path of missing) affected = (await this.#bring(path)) || affected;
    }
    return affected;
  }

  /** Forgets what was loaded from these paths or from folders above them, so that the next `load` reads it again. */
  outdate(paths: readonly string[]): void {
    for (const loaded of this.#loaded) {
      if (paths.some((path) => path === loaded || path.startsWith(`${loaded}/`) || loaded.startsWith(`${path}/`))) {
        this.#loaded.delete(loaded);
      }
    }
  }

  outdateAll(): void {
    this.#loaded.clear();
  }

  async #bring(path: string): Promise<boolean> {
    this.#loaded.add(path);
    return this.#project.setDocument(path, await this.#read(path));
  }

  async #read(path: string): Promise<ReferencedDocument> {
    const open = this.#openText(path);
    if (open !== undefined) return { state: 'text', text: open };
    const stat = await this.#fileSystem.stat(path);
    if (stat === undefined) return { state: 'missing' };
    if (stat.folder || stat.size > limits.documentBytes || !readable.test(path)) return { state: 'exists' };
    const bytes = await this.#fileSystem.read(path);
    const decoded = bytes && decode(bytes);
    return decoded && decoded.encoding !== 'binary' ? { state: 'text', text: decoded.text } : { state: 'exists' };
  }
}
