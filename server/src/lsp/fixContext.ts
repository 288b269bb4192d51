import type { Fix, FixContext, FileEdit } from '../core/fixes/fix.js';
import type { Folder } from './folder.js';
import type { Located, Session } from './session.js';

/** Rounds of reading files that a fix turns out to need. */
const rounds = 4;

/** Present texts for the fixes of one folder: open documents first, then what the project keeps, then the disk. */
export class FolderTexts implements FixContext {
  readonly project;
  readonly #read = new Map<string, string | undefined>();
  readonly #missing = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly folder: Folder,
  ) {
    this.project = folder.workspace.project;
  }

  readonly text = (path: string): string | undefined => {
    const open = this.session.documents.get(this.session.uriOf(this.folder, path));
    if (open) return open.getText();
    if (this.#read.has(path)) return this.#read.get(path);
    this.#missing.add(path);
    return this.project.text(path);
  };

  /**
   * What the fix changes. A fix asks for texts at once, while a file is read later; so what it asked for in vain is
   * read and the fix is asked again.
   */
  async editsOf(fix: () => Fix | undefined): Promise<readonly FileEdit[] | undefined> {
    let edits = fix()?.edits();
    for (let round = 0; round < rounds && this.#missing.size > 0; round++) {
      await this.#readMissing();
      edits = fix()?.edits();
    }
    return edits;
  }

  async #readMissing(): Promise<void> {
    const paths = [...this.#missing];
    this.#missing.clear();
    for (const path of paths) {
      const bytes = await this.folder.workspace.fileSystem.read(path);
      this.#read.set(path, bytes && new TextDecoder().decode(bytes));
    }
  }
}

export function contextOf(session: Session, { folder }: Located): FolderTexts {
  return new FolderTexts(session, folder);
}
