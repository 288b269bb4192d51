import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { WordSearch } from '../../core/catalog/wordSearch.js';
import { markOf } from '../decode.js';
import type { FileStat } from '../fileSystem.js';
import type { Gate } from '../gate.js';
import { largestReadable } from '../limits.js';
import { takeIn } from '../takeIn.js';
import { nodeFileSystem } from './nodeFileSystem.js';
import { standing, type SieveBatch, type SieveTask } from './sieve.js';

/** After so many files it is asked whether there are more to choose from. */
const stretch = 64;

/** The second thread of a scan: see `Sieve`. It takes files in by the same steps as the scan itself. */
class SieveThread {
  private readonly files;
  private readonly search: WordSearch;
  private readonly gate: Gate;
  /** What is still to be looked into: from the last file of the newest batch backwards, away from where the scan begins. */
  private readonly open: { readonly batch: SieveBatch; next: number }[] = [];
  private isBusy = false;

  constructor(private readonly task: SieveTask) {
    this.files = nodeFileSystem(task.root);
    this.search = new WordSearch(task.words);
    this.gate = { readWhen: () => 'triggered', hasTrigger: (bytes) => this.search.test(bytes) };
  }

  async take(batch: SieveBatch): Promise<void> {
    this.add(batch);
    if (this.isBusy) return;
    this.isBusy = true;
    for (let count = 1; ; count++) {
      if (count % stretch === 0 && !this.isWanted()) break;
      const last = this.open.at(-1);
      if (!last) break;
      const at = last.next--;
      if (at < 0) this.open.pop();
      else if (Atomics.compareExchange(last.batch.standings, at, standing.free, standing.taken) === standing.free)
        await this.look(last.batch, at);
    }
    this.isBusy = false;
  }

  private isWanted(): boolean {
    if (Atomics.load(this.task.ended, 0) !== 0) return false;
    for (let more = parentPort && receiveMessageOnPort(parentPort); more;)
      more = (this.add(more.message as SieveBatch), parentPort && receiveMessageOnPort(parentPort));
    return true;
  }

  private add(batch: SieveBatch): void {
    this.open.push({ batch, next: batch.paths.length - 1 });
  }

  /** Nothing is waited for where a plain file can be looked into at once, as nearly all can. */
  private look(batch: SieveBatch, at: number): Promise<void> | undefined {
    const path = batch.paths[at] as string;
    const holdsNothing = (bytes: Uint8Array): boolean => markOf(bytes) === undefined && !this.search.test(bytes);
    const known = this.files.lookAtOnce?.(path, (stat, bytes) => holdsNothing(bytes) && stat, largestReadable(path));
    if (known === undefined) return this.lookSlowly(batch, at);
    if (known) note(batch, at, known);
    return undefined;
  }

  private async lookSlowly(batch: SieveBatch, at: number): Promise<void> {
    const path = batch.paths[at] as string;
    const stat = await this.files.stat(path);
    if (stat === undefined || stat.folder || stat.link === true) return;
    const taken = await takeIn(path, stat, this.files, this.gate);
    if (taken.kind === 'nothing') note(batch, at, stat);
  }
}

function note(batch: SieveBatch, at: number, { size, modified }: FileStat): void {
  batch.size[at] = size;
  batch.modified[at] = modified;
  Atomics.store(batch.standings, at, standing.nothing);
}

const thread = new SieveThread(workerData as SieveTask);
parentPort?.on('message', (batch: SieveBatch) => void thread.take(batch));
