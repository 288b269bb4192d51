import { Worker } from 'node:worker_threads';
import type { FileStat } from '../fileSystem.js';
import type { Verdict, Verdicts } from '../verdicts.js';

/** What both threads see: how far each of them is, and of each file what the second thread found. */
export interface SieveShare {
  /** Where the scan is (0) and whether it has ended (1). */
  readonly scan: Int32Array<SharedArrayBuffer>;
  /** By the place of a file in the list 1 where nothing stands in it, as it was with this size and time. */
  readonly nothing: Uint8Array<SharedArrayBuffer>;
  readonly size: Float64Array<SharedArrayBuffer>;
  readonly modified: Float64Array<SharedArrayBuffer>;
}

export interface SieveTask {
  readonly root: string;
  readonly paths: readonly string[];
  readonly words: readonly string[];
  readonly share: SieveShare;
}

/** Below this a second thread has hardly begun when the scan is over. */
const least = 2000;

/**
 * Verdicts of a second thread that goes through the files from the last to the first while the scan comes from the other
 * side. It only says what the scan would find itself, so that it may be late, or never come, and nothing changes but the
 * time. Around the verdicts of earlier scans, where there are any.
 */
export class Sieve implements Verdicts {
  #worker: Worker | undefined;
  #share: SieveShare | undefined;
  #places = new Map<string, number>();

  /** `thread` is the file of the program's second thread. */
  constructor(
    private readonly thread: URL,
    private readonly root: string,
    private readonly words: () => readonly string[],
    private readonly earlier?: Verdicts,
  ) {}

  load(): void {
    this.earlier?.load();
  }

  ahead(all: readonly string[]): void {
    this.#end();
    const paths = all.filter((path) => this.earlier?.has?.(path) !== true);
    if (paths.length < least) return;
    const share: SieveShare = {
      scan: new Int32Array(new SharedArrayBuffer(8)),
      nothing: new Uint8Array(new SharedArrayBuffer(paths.length)),
      size: new Float64Array(new SharedArrayBuffer(paths.length * 8)),
      modified: new Float64Array(new SharedArrayBuffer(paths.length * 8)),
    };
    const task: SieveTask = { root: this.root, paths, words: this.words(), share };
    this.#worker = new Worker(this.thread, { workerData: task, execArgv: [] });
    this.#worker.unref();
    // Without it the scan looks at every file itself.
    this.#worker.on('error', () => undefined);
    this.#share = share;
    this.#places = new Map(paths.map((path, place) => [path, place]));
  }

  fresh(path: string): { stat: FileStat; verdict: Verdict } | undefined {
    const place = this.#places.get(path);
    const share = this.#share;
    if (place === undefined || share === undefined) return undefined;
    Atomics.store(share.scan, 0, place);
    if (Atomics.load(share.nothing, place) === 0) return undefined;
    const stat = { size: share.size[place] ?? 0, modified: share.modified[place] ?? 0, folder: false };
    const verdict: Verdict = { kind: 'nothing' };
    this.earlier?.put(path, stat, verdict);
    return { stat, verdict };
  }

  has(path: string): boolean {
    return this.earlier?.has?.(path) === true;
  }

  get(path: string, stat: FileStat): Verdict | undefined {
    return this.earlier?.get(path, stat);
  }

  put(path: string, stat: FileStat, verdict: Verdict): void {
    this.earlier?.put(path, stat, verdict);
  }

  save(): void {
    this.#end();
    this.earlier?.save();
  }

  #end(): void {
    if (this.#share) Atomics.store(this.#share.scan, 1, 1);
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#share = undefined;
    this.#places.clear();
  }
}
