import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { theTriggerWords } from '../../../server/src/core/catalog/trigger.js';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace.js';
import { nodeFileSystem } from '../../../server/src/workspace/node/nodeFileSystem.js';
import { Sieve, standing, type SieveBatch, type SieveTask } from '../../../server/src/workspace/node/sieve.js';
import type { Verdict, Verdicts } from '../../../server/src/workspace/verdicts.js';

const thread = new URL('sieveThread.mjs', import.meta.url);
const settings = { language: 'nl', checks: {}, today: '2026-06-01' } as const;

describe('the second thread of a scan', () => {
  let root: string;
  const paths: string[] = [];

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'handreiking-sieve-'));
    for (let at = 0; at < 2200; at++) {
      const folder = `map${String(at % 20)}`;
      if (at < 20) mkdirSync(join(root, folder));
      const path = `${folder}/bestand${String(at)}.py`;
      const text =
        at % 500 === 7
          ? 'from openai import OpenAI\nclient = OpenAI()\n'
          : 'def f(x):\n    return x + 1\n'.repeat(at % 30);
      writeFileSync(join(root, path), text);
      paths.push(path);
    }
    writeFileSync(join(root, 'map0/wijd.py'), Buffer.from('\uFEFFfrom openai import OpenAI\n', 'utf16le'));
    paths.push('map0/wijd.py');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  async function scanned(verdicts?: Verdicts) {
    const workspace = createWorkspace(nodeFileSystem(root), settings, verdicts);
    const result = await workspace.scan();
    return { result, usages: [...workspace.project.paths()].flatMap((path) => workspace.project.usages(path)) };
  }

  it('says of every file what the scan would find, and nothing of one that is to be read', async () => {
    const cells = <T>(of: new (memory: SharedArrayBuffer) => T, count: number, bytes: number) =>
      new of(new SharedArrayBuffer(count * bytes));
    const batchOf = (some: readonly string[]): SieveBatch => ({
      paths: some,
      standings: cells(Int32Array<SharedArrayBuffer>, some.length, 4),
      size: cells(Float64Array<SharedArrayBuffer>, some.length, 8),
      modified: cells(Float64Array<SharedArrayBuffer>, some.length, 8),
    });
    const task: SieveTask = { root, words: theTriggerWords(), ended: cells(Int32Array<SharedArrayBuffer>, 1, 4) };
    const batches = [batchOf(paths.slice(0, 700)), batchOf(paths.slice(700))];
    // The scan has the first file already.
    Atomics.store((batches[0] as SieveBatch).standings, 0, standing.taken);
    const worker = new Worker(thread, { workerData: task });
    for (const batch of batches) worker.postMessage(batch);
    const seen = (): string[] =>
      batches.flatMap((batch) => batch.paths.filter((_, at) => batch.standings[at] === standing.nothing));
    const expected = paths.filter((path, at) => at > 0 && at % 500 !== 7 && !path.endsWith('wijd.py'));
    while (seen().length < expected.length) await setImmediate();
    await worker.terminate();
    assert.deepEqual(seen(), expected);
    for (const { standings } of batches) assert.ok(standings.every((one) => one !== standing.free));
    const files = nodeFileSystem(root);
    for (const batch of batches) {
      for (const [at, path] of batch.paths.entries()) {
        if (batch.standings[at] !== standing.nothing) continue;
        const stat = await files.stat(path);
        assert.deepEqual([batch.size[at], batch.modified[at]], [stat?.size, stat?.modified]);
      }
    }
  });
  it('changes nothing but the time', async () => {
    const kept = new Map<string, Verdict>();
    const earlier: Verdicts = {
      load: () => undefined,
      get: () => undefined,
      put: (path, _stat, verdict) => kept.set(path, verdict),
      save: () => undefined,
    };
    const alone = await scanned();
    assert.equal(alone.usages.length, 11);
    assert.deepEqual(await scanned(new Sieve(thread, root, theTriggerWords, earlier)), alone);
    // What it found is kept for a next scan like what the scan finds.
    assert.equal(kept.size, paths.length - 6);
  });
  it('is not missed where it cannot start', async () => {
    const none = new URL('er-niet.mjs', import.meta.url);
    assert.deepEqual(await scanned(new Sieve(none, root, theTriggerWords)), await scanned());
  });
});
