import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { theTriggerWords } from '../../../server/src/core/catalog/trigger.js';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace.js';
import { nodeFileSystem } from '../../../server/src/workspace/node/nodeFileSystem.js';
import { Sieve, type SieveShare, type SieveTask } from '../../../server/src/workspace/node/sieve.js';
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
    const cells = <T>(of: new (memory: SharedArrayBuffer) => T, bytes: number) =>
      new of(new SharedArrayBuffer(paths.length * bytes));
    const share: SieveShare = {
      scan: cells(Int32Array<SharedArrayBuffer>, 4),
      nothing: cells(Uint8Array<SharedArrayBuffer>, 1),
      size: cells(Float64Array<SharedArrayBuffer>, 8),
      modified: cells(Float64Array<SharedArrayBuffer>, 8),
    };
    const task: SieveTask = { root, paths, words: theTriggerWords(), share };
    await once(new Worker(thread, { workerData: task }), 'exit');
    const files = nodeFileSystem(root);
    for (const [at, path] of paths.entries()) {
      // The first is where the scan stands.
      const isSeen = at > 0 && at % 500 !== 7 && !path.endsWith('wijd.py');
      assert.equal(share.nothing[at], isSeen ? 1 : 0, path);
      const stat = await files.stat(path);
      if (isSeen) assert.deepEqual([share.size[at], share.modified[at]], [stat?.size, stat?.modified]);
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
