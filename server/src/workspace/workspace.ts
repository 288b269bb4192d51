import type { Project } from '../core/project.js';
import type { Settings } from '../core/settings.js';
import type { FileSystem } from './fileSystem.js';

/** Why a file was not read, or in the words of its reader why it was not read in full. */
export type SkipReason = 'too-large' | 'binary' | 'minified' | 'unreadable' | (string & {});

export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}

export interface ScanProgress {
  /** Files looked at so far, of how many. */
  readonly done: number;
  readonly total: number;
}

export interface ScanResult {
  /** Files discovered. */
  readonly files: number;
  /** Files read into facts, because a trigger of the catalogue stood in them. */
  readonly parsed: number;
  /** Files that were not read, or not in full, and why. */
  readonly skipped: readonly SkippedFile[];
}

/** One root folder: its files on disk with the open documents laid over them, kept in a `Project`. */
export interface Workspace {
  readonly project: Project;
  readonly fileSystem: FileSystem;
  /** Reads the folder (again). Files whose size and time have not changed keep their facts. */
  scan(options?: {
    readonly signal?: AbortSignal;
    readonly progress?: (progress: ScanProgress) => void;
    /** Without it no program (git) is started. */
    readonly trusted?: boolean;
  }): Promise<ScanResult>;
  /** An editor opened or changed the document: its text counts instead of the file. True when other files' results may change. */
  open(path: string, text: string): Promise<boolean>;
  /** The editor closed the document: the file counts again. */
  close(path: string): Promise<boolean>;
  /** Files were made, changed or deleted on disk. */
  changed(paths: readonly string[]): Promise<boolean>;
}

export type OpenWorkspace = (fileSystem: FileSystem, settings: Settings) => Workspace;
