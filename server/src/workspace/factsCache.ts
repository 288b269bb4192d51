import type { FileFacts } from '../core/syntax/fact.js';
import type { FileStat } from './fileSystem.js';
import type { SkipReason } from './workspace.js';

/** What an earlier scan found in a file of this size and time. */
export type KeptFile =
  | { readonly kind: 'facts'; readonly facts: FileFacts }
  /** It was read, and the project keeps no facts of it. */
  | { readonly kind: 'read' }
  /** No trigger of the catalogue stands in it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** Facts of earlier scans. A cache may forget anything at any time, and never fails. */
export interface FactsCache {
  /** Makes the earlier results ready; called before a scan. */
  load(): void;
  get(path: string, stat: FileStat): KeptFile | undefined;
  put(path: string, stat: FileStat, kept: KeptFile): void;
  /** Keeps what was got or put since `load` for a next time, and forgets the rest. */
  save(): void;
}
