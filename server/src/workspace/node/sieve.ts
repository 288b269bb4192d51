import { Worker } from 'node:worker_threads';
import type { FileStat } from '../fileSystem.js';
import type { Verdict, Verdicts } from '../verdicts.js';

/** How far a file is, as both threads see it: whoever comes first takes it, so that none is looked into twice. */
export const standing = { free: 0, taken: 1, nothing: 2 } as const;

/** Files to look into, with room for what is found of each. */
export interface SieveBatch {
  readonly paths: readonly string[];
  /** By the place of a file in the list its standing; `nothing` holds for the file as it was with this size and time. */
  readonly standings: Int32Array<SharedArrayBuffer>;
  readonly size: Float64Array<SharedArrayBuffer>;
  readonly modified: Float64Array<SharedArrayBuffer>;
}

/** What the second thread begins with; the batches come as messages. */
export interface SieveTask {
  readonly root: string;
  readonly words: readonly string[];
  /** Not 0 once the scan has ended. */
  readonly ended: Int32Array<SharedArrayBuffer>;
}

/** Below this a second thread has hardly begun when the scan is over. */
const least = 2000;

/**
 * Verdicts of a second thread that looks into files while the first one still lists them, and later from the last to the
 * first while the scan comes from the other side. It only says what the scan would find itself, so that it may be late, or
 * never come, and nothing changes but the time. Around the verdicts of earlier scans, where there are any.
 */
export class Sieve implements Verdicts {
  #worker: Worker | undefined;
  #ended: Int32Array<SharedArrayBuffer> | undefined;
  #waiting: string[] = [];
  readonly #places = new Map<string, { readonly batch: SieveBatch; readonly at: number }>();

  /** `thread` is the file of the program's second thread; `note` is told of each file that it measured. */
  constructor(
    private readonly thread: URL,
    private readonly root: string,
    private readonly words: () => readonly string[],
    private readonly earlier?: Verdicts,
    private readonly note?: (path: string, stat: FileStat) => void,
  ) {}

  load(): void {
    this.earlier?.load();
  }

  /** May be called many times for one scan, as its files become known. */
  ahead(paths: readonly string[]): void {
    for (const path of paths)
      if (!this.#places.has(path) && this.earlier?.has?.(path) !== true) this.#waiting.push(path);
    if (this.#worker === undefined && this.#waiting.length < least) return;
    this.#worker ??= this.#start();
    this.#hand(this.#waiting);
    this.#waiting = [];
  }

  fresh(path: string): { stat: FileStat; verdict: Verdict } | undefined {
    const place = this.#places.get(path);
    if (place === undefined) return undefined;
    const { batch, at } = place;
    if (Atomics.compareExchange(batch.standings, at, standing.free, standing.taken) !== standing.nothing)
      return undefined;
    const stat = { size: batch.size[at] ?? 0, modified: batch.modified[at] ?? 0, folder: false };
    const verdict: Verdict = { kind: 'nothing' };
    this.earlier?.put(path, stat, verdict);
    this.note?.(path, stat);
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
    if (this.#ended) Atomics.store(this.#ended, 0, 1);
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#ended = undefined;
    this.#waiting = [];
    this.#places.clear();
  }

  #start(): Worker {
    this.#ended = new Int32Array(new SharedArrayBuffer(4));
    const task: SieveTask = { root: this.root, words: this.words(), ended: this.#ended };
    const worker = new Worker(this.thread, { workerData: task, execArgv: [] });
    worker.unref();
    // Without it the scan looks at every file itself.
    worker.on('error', () => undefined);
    return worker;
  }

  #hand(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const batch: SieveBatch = {
      paths,
      standings: new Int32Array(new SharedArrayBuffer(paths.length * 4)),
      size: new Float64Array(new SharedArrayBuffer(paths.length * 8)),
      modified: new Float64Array(new SharedArrayBuffer(paths.length * 8)),
    };
    paths.forEach((path, at) => this.#places.set(path, { batch, at }));
    this.#worker?.postMessage(batch);
  }
}
