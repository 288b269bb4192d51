import type { Fix, FileEdit, FixContext } from '../core/fixes/fix.js';
import { decode } from './decode.js';
import type { Workspace } from './workspace.js';

/** Rounds of reading files that a fix turns out to need. */
const rounds = 4;

/** Present texts for the fixes of one folder: those that are open first, then what the project keeps, then the disk. */
export class PresentTexts implements FixContext {
  readonly project;
  readonly #read = new Map<string, string | undefined>();
  readonly #missing = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly openText: (path: string) => string | undefined,
  ) {
    this.project = workspace.project;
  }

  readonly text = (path: string): string | undefined => {
    const open = this.openText(path);
    if (open !== undefined) return open;
    if (this.#read.has(path)) return this.#read.get(path);
    this.#missing.add(path);
    return this.project.text(path);
  };

  /**
   * What the fix changes. A fix asks for texts at once, while a file is read later; so what it asked for in vain is
   * read and the fix is asked again.
   */
  async editsOf(fix: () => Fix | undefined): Promise<readonly FileEdit[] | undefined> {
    return this.afterReading(() => fix()?.edits());
  }

  /** The same for anything else that asks for texts. */
  async afterReading<T>(ask: () => T): Promise<T> {
    let answer = ask();
    for (let round = 0; round < rounds && this.#missing.size > 0; round++) {
      await this.#readMissing();
      answer = ask();
    }
    return answer;
  }

  async #readMissing(): Promise<void> {
    const paths = [...this.#missing];
    this.#missing.clear();
    for (const path of paths) {
      const bytes = await this.workspace.fileSystem.read(path);
      const decoded = bytes && decode(bytes);
      this.#read.set(path, decoded && decoded.encoding !== 'binary' ? decoded.text : undefined);
    }
  }
}
