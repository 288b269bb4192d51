import type { Finding } from '../checks/finding.js';
import type { Range } from '../place.js';
import type { Project } from '../project.js';

/** A change to one file. `range` is absent when the file is made new. */
export interface FileEdit {
  readonly path: string;
  readonly range?: Range;
  readonly newText: string;
}

/** A place that an editor can open, with what is there selected; or a page on the web. */
export type Shown = { readonly path: string; readonly range: Range } | { readonly url: string };

export interface Fix {
  /** Name of the fix's file: `register-use-case`. */
  readonly id: string;
  /** In the language of the project's settings. */
  readonly title: string;
  /** The fix that most people want for this finding. */
  readonly preferred: boolean;
  /** Computed on demand; undefined when the text has changed so that it no longer fits. */
  edits(): readonly FileEdit[] | undefined;
  /** Where only a person can write what is missing: the place to bring them to. Such a fix has no edits. */
  readonly shows?: Shown;
}

/** What a fix may look at besides the project. */
export interface FixContext {
  readonly project: Project;
  /** Present text of a file, from the open editor or from disk; undefined when there is none. */
  text(path: string): string | undefined;
}

export type FixesOf = (finding: Finding, context: FixContext) => readonly Fix[];
