import { workerData } from 'node:worker_threads';
import { WordSearch } from '../../core/catalog/wordSearch.js';
import { markOf } from '../decode.js';
import type { FileStat } from '../fileSystem.js';
import type { Gate } from '../gate.js';
import { largestReadable } from '../limits.js';
import { takeIn } from '../takeIn.js';
import { nodeFileSystem } from './nodeFileSystem.js';
import type { SieveTask } from './sieve.js';

/** The second thread of a scan: see `Sieve`. It takes files in by the same steps as the scan itself. */
async function sieve({ root, paths, words, share }: SieveTask): Promise<void> {
  const files = nodeFileSystem(root);
  const search = new WordSearch(words);
  const gate: Gate = { readWhen: () => 'triggered', hasTrigger: (bytes) => search.test(bytes) };
  const note = (place: number, { size, modified }: FileStat): void => {
    share.size[place] = size;
    share.modified[place] = modified;
    Atomics.store(share.nothing, place, 1);
  };
  const holdsNothing = (bytes: Uint8Array): boolean => markOf(bytes) === undefined && !search.test(bytes);
  for (let place = paths.length - 1; place > Atomics.load(share.scan, 0); place--) {
    if (Atomics.load(share.scan, 1) === 1) return;
    const path = paths[place] as string;
    const known = files.lookAtOnce?.(path, (stat, bytes) => holdsNothing(bytes) && stat, largestReadable(path));
    if (known) note(place, known);
    if (known !== undefined) continue;
    const stat = await files.stat(path);
    if (stat === undefined || stat.folder || stat.link === true) continue;
    const taken = await takeIn(path, stat, files, gate);
    if (taken.kind === 'nothing') note(place, stat);
  }
}

await sieve(workerData as SieveTask);
