import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { CallFact } from '../../../server/src/core/syntax/fact.js';
import { emptyFacts } from '../../../server/src/core/syntax/readFacts.js';
import { DiskCache } from '../../../server/src/workspace/node/diskCache.js';
import type { KeptFile } from '../../../server/src/workspace/factsCache.js';
import { ScratchFolder } from './scratchFolder.js';

const stat = { size: 10, modified: 1_000_000.5, folder: false };

/** A chain of calls, which refers to itself in a circle. */
function circular(): KeptFile {
  const span = { start: 0, end: 1 };
  const first: CallFact = { callee: 'a', args: [], isNew: false, span, nameSpan: span };
  const second: CallFact = { callee: 'a.b', args: [], isNew: false, span, nameSpan: span, receiver: first };
  first.next = second;
  return { kind: 'facts', facts: { ...emptyFacts('a.py', 'python'), calls: [first, second] } };
}

describe('the cache on disk', () => {
  let scratch: ScratchFolder;
  beforeEach(() => (scratch = new ScratchFolder()));
  afterEach(() => scratch.remove());

  const open = (version = '1'): DiskCache => {
    const cache = new DiskCache(scratch.at('cache'), '/some/root', version);
    cache.load();
    return cache;
  };
  const file = (): string => scratch.at(`cache/${readdirSync(scratch.at('cache'))[0] ?? ''}`);
  const fill = (): void => {
    const cache = open();
    cache.put('a.py', stat, circular());
    cache.put('b.py', stat, { kind: 'nothing' });
    cache.put('c.py', stat, { kind: 'skipped', reason: 'binary' });
    cache.save();
  };

  it('gives back what was kept, circles and all', () => {
    fill();
    const cache = open();
    assert.deepEqual(cache.get('a.py', stat), circular());
    assert.deepEqual(cache.get('b.py', stat), { kind: 'nothing' });
    assert.deepEqual(cache.get('c.py', stat), { kind: 'skipped', reason: 'binary' });
  });

  it('knows nothing of a file with another size or time, or for another version', () => {
    fill();
    assert.equal(open().get('a.py', { ...stat, size: 11 }), undefined);
    assert.equal(open().get('a.py', { ...stat, modified: 2_000_000 }), undefined);
    assert.equal(open('2').get('a.py', stat), undefined);
  });

  it('forgets files that were not asked for again', () => {
    fill();
    const cache = open();
    cache.get('a.py', stat);
    cache.save();
    assert.notEqual(open().get('a.py', stat), undefined);
    assert.equal(open().get('b.py', stat), undefined);
  });

  it('writes nothing when nothing changed', () => {
    fill();
    const before = statSync(file(), { bigint: true }).ino;
    const cache = open();
    for (const path of ['a.py', 'b.py', 'c.py']) cache.get(path, stat);
    cache.save();
    assert.equal(statSync(file(), { bigint: true }).ino, before);
  });

  it('does not keep a file that may still change within the grain of the clock', () => {
    const cache = open();
    const now = { ...stat, modified: Date.now() };
    cache.put('a.py', now, { kind: 'nothing' });
    cache.save();
    assert.equal(open().get('a.py', now), undefined);
  });

  it('throws a damaged file away', () => {
    fill();
    const whole = readFileSync(file());
    for (const damaged of [whole.subarray(0, whole.length / 2), Buffer.from('{}'), Buffer.alloc(0)]) {
      writeFileSync(file(), damaged);
      assert.equal(open().get('a.py', stat), undefined);
    }
    fill();
    assert.notEqual(open().get('a.py', stat), undefined);
  });

  it('is for the eyes of the user alone', function () {
    if (process.platform === 'win32') this.skip();
    fill();
    assert.equal(statSync(file()).mode & 0o077, 0);
    assert.equal(statSync(scratch.at('cache')).mode & 0o077, 0);
  });

  it('does without a place to write', () => {
    scratch.write({ cache: 'a file where the folder should be' });
    fill();
    assert.equal(open().get('a.py', stat), undefined);
  });
});
