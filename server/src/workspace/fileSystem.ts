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
  list(options: ListOptions): Promise<readonly string[]>;
  /** Bytes of a file, or undefined when it is not there or not a file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * The same of a file that `stat` just told of, for bytes that nobody keeps: they are only there while `use` runs, so
   * that one piece of memory serves all files. Left out: `read` does it.
   */
  look?<T>(path: string, stat: FileStat, use: (bytes: Uint8Array) => T): Promise<T | undefined>;
  /**
   * `stat` and `look` in one, for a plain file: undefined for anything else, of which `stat` tells what it is. Left out:
   * they are asked one by one.
   */
  lookAtOnce?<T>(path: string, use: (stat: FileStat, bytes: Uint8Array) => T, largest: number): T | undefined;
  /** Undefined when it is not there, or when it is a link that leads out of the root. */
  stat(path: string): Promise<FileStat | undefined>;
  /**
   * Whether `list` would leave this path out because of an ignore rule: for a file that appears after the listing.
   * Left out: no file is ignored.
   */
  ignores?(path: string): Promise<boolean>;
}

export interface ListOptions {
  readonly trusted: boolean;
  readonly signal?: AbortSignal;
  /** Told of files that are sure to be listed, while others are still looked for: once or many times, or never. */
  readonly early?: (paths: readonly string[]) => void;
  /**
   * Told of each folder whose files may be listed, before they are: its path, and a text that changes with the names of
   * what stands in it. Left out where it costs something and nobody asks.
   */
  readonly met?: (folder: string, look: string) => void;
}

export interface FileStat {
  /** In bytes. */
  readonly size: number;
  /** Modification time in milliseconds. */
  readonly modified: number;
  readonly folder: boolean;
  /** The path itself is a link (to something inside the root, or it would not be there). */
  readonly link?: boolean;
}
