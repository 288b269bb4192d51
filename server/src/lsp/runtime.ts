import type { FileSystem } from '../workspace/fileSystem.js';
import type { OpenWorkspace } from '../workspace/workspace.js';

/** What the server needs of the machine that it runs on: Node, or a worker of a browser. */
export interface Runtime {
  /** Files below a root folder, given by its URI; undefined for one that cannot be read from here. */
  fileSystem(rootUri: string): FileSystem | undefined;
  readonly openWorkspace: OpenWorkspace;
  /** ISO date, read anew at every analysis: a server lives for days. */
  today(): string;
  /** False for a folder that nobody means to have searched in full, such as a home folder. */
  mayScan(rootUri: string): boolean;
}
