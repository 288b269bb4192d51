import type { Accountability } from './accountability/accountability.js';
import type { Finding, SuppressedFinding } from './checks/finding.js';
import type { Settings } from './settings.js';
import type { FileFacts } from './syntax/fact.js';
import type { Usage } from './usage/usage.js';

/**
 * A document that an accountability file refers to: its text, or only that it exists (a PDF, a folder), or that it does
 * not.
 */
export type ReferencedDocument =
  { readonly state: 'text'; readonly text: string } | { readonly state: 'exists' | 'missing' };

/**
 * Everything that is known of one scanned folder: the facts of its files, its accountability files and the documents
 * that they refer to. Pure: whoever owns it (the workspace layer, a test) puts texts in and takes results out. Results
 * are computed on demand and kept until something that they depend on changes.
 */
export interface Project {
  settings: Settings;
  /** Puts or replaces a file. Cheap for a file that uses nothing. Returns whether other files' results may change. */
  set(path: string, text: string): boolean;
  /** The same from facts that a cache kept. */
  setFacts(facts: FileFacts): boolean;
  delete(path: string): boolean;
  /** Paths of all files that were put in. */
  paths(): Iterable<string>;
  /**
   * Paths of files in the folder that by their name can be a risk analysis (`isAnalysisName`), facts or not: a PDF, a text.
   * Left out where the owner does not tell.
   */
  documentPaths?(): Iterable<string>;
  /** Tells which such files there are; replaces what was told before. */
  noteDocuments?(paths: readonly string[]): void;
  /**
   * Between `fill(true)` and `fill(false)` many files come in: results meanwhile are of the files that were prepared or
   * asked for, so that no question waits for all of them.
   */
  fill?(isFilling: boolean): void;
  /** Works out ahead what a file uses. */
  prepare?(path: string): void;
  /**
   * Whether a file that was not put in may say where something goes, as far as was asked until now: the constants that
   * another file imports, in a file without a word of the catalogue.
   */
  wants?(path: string): boolean;
  /** Grows when there may be more that is wanted. */
  readonly wishes?: number;
  facts(path: string): FileFacts | undefined;
  /** Text of an accountability file or other small file that the project keeps whole. */
  text(path: string): string | undefined;
  /** The accountability files, with what they inherit and refer to. */
  readonly accountability: Accountability;
  usages(path: string): readonly Usage[];
  /** Files on which a part of this program failed, with the first error of each; the rest of it went on. */
  failures?(): ReadonlyMap<string, unknown>;
  findings(path: string): readonly Finding[];
  /** Findings that a comment, an exception or a baseline holds back. */
  suppressed(path: string): readonly SuppressedFinding[];
  /** Files and folders (relative, `/`) that accountability files refer to; the owner loads them and puts them in. */
  wantedDocuments(): readonly string[];
  setDocument(path: string, document: ReferencedDocument): boolean;
}
