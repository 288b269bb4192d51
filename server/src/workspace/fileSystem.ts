/**
 * The only door to files. One implementation on Node (`node:fs`, git for discovery), one in the browser (requests to
 * the client). All paths are relative to the root, with `/`; nothing outside the root is ever listed or read.
 */
export interface FileSystem {
  /** Absolute path or URI of the root, for messages. */
  readonly root: string;
  /**
   * Files to look at: `.gitignore` honoured, no links followed out of the root, no `.git`, `node_modules` or other
   * vendored trees. Without `trusted` no program is started.
   */
  list(options: { readonly trusted: boolean; readonly signal?: AbortSignal }): Promise<readonly string[]>;
  /** Bytes of a file, or undefined when it is not there or not a file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Size in bytes and modification time in milliseconds; undefined when it is not there. `folder` for a folder. */
  stat(path: string): Promise<{ readonly size: number; readonly modified: number; readonly folder: boolean } | undefined>;
}
