import type { FileEdit, FixContext } from '../../core/fixes/fix.js';
import { applyEdits } from '../../core/textEdits.js';
import type { Workspace } from '../workspace.js';

export interface FileChange {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A step that can be taken back as long as no other was taken after it. */
export interface Step {
  undo(): Promise<void>;
}

/** Changed texts, laid over the files of a workspace as an editor's open documents would be. */
export class Draft {
  readonly #changes = new Map<string, FileChange>();

  constructor(private readonly workspace: Workspace) {}

  text(path: string): string | undefined {
    return this.#changes.get(path)?.after;
  }

  changes(): readonly FileChange[] {
    return [...this.#changes.values()]
      .filter(({ before, after }) => before !== after)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Lays edits over the files; undefined when one of them does not fit what is there. */
  async take(edits: readonly FileEdit[], context: FixContext): Promise<Step | undefined> {
    const next: FileChange[] = [];
    for (const [path, its] of groupByPath(edits)) {
      const present = context.text(path);
      const makes = its.some(({ range }) => range === undefined);
      if (makes === (present !== undefined)) return undefined;
      const known = this.#changes.get(path);
      next.push({ path, before: known ? known.before : present, after: applyEdits(present ?? '', its) });
    }
    const earlier = next.map(({ path }) => [path, this.#changes.get(path)] as const);
    for (const change of next) await this.#put(change.path, change);
    return {
      undo: async () => {
        for (const [path, change] of earlier) await this.#put(path, change);
      },
    };
  }

  async #put(path: string, change: FileChange | undefined): Promise<void> {
    if (change) {
      this.#changes.set(path, change);
      await this.workspace.open(path, change.after);
    } else {
      this.#changes.delete(path);
      await this.workspace.close(path);
    }
  }
}

function groupByPath(edits: readonly FileEdit[]): Map<string, FileEdit[]> {
  const groups = new Map<string, FileEdit[]>();
  for (const edit of edits) groups.set(edit.path, [...(groups.get(edit.path) ?? []), edit]);
  return groups;
}
