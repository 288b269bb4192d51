import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { CacheFile } from '../../../server/src/workspace/node/cacheFile.js';
import { VerdictsOnDisk } from '../../../server/src/workspace/node/verdictsOnDisk.js';
import type { Verdict } from '../../../server/src/workspace/verdicts.js';
import { ScratchFolder } from './scratchFolder.js';

const stat = { size: 10, modified: 1_000_000.5, folder: false };
const nothing: Verdict = { kind: 'nothing' };
const binary: Verdict = { kind: 'skipped', reason: 'binary' };

describe('verdicts on disk', () => {
  let scratch: ScratchFolder;
  beforeEach(() => (scratch = new ScratchFolder()));
  afterEach(() => scratch.remove());

  const open = (key = '1'): VerdictsOnDisk => {
    const verdicts = new VerdictsOnDisk(new CacheFile(scratch.at('cache'), '/some/root'), key);
    verdicts.load();
    return verdicts;
  };
  const file = (): string => scratch.at(`cache/${readdirSync(scratch.at('cache'))[0] ?? ''}`);
  const fill = (): void => {
    const verdicts = open();
    verdicts.put('a.py', stat, nothing);
    verdicts.put('__proto__', stat, binary);
    verdicts.save();
  };

  it('gives back what was kept', () => {
    fill();
    assert.deepEqual(open().get('a.py', stat), nothing);
    assert.deepEqual(open().get('__proto__', stat), binary);
    assert.equal(open().get('constructor', stat), undefined);
  });

  it('knows nothing of a file with another size or time, or for another program', () => {
    fill();
    assert.equal(open().get('a.py', { ...stat, size: 11 }), undefined);
    assert.equal(open().get('a.py', { ...stat, modified: 2_000_000 }), undefined);
    assert.equal(open('2').get('a.py', stat), undefined);
  });

  it('forgets files that were not asked for again', () => {
    fill();
    const verdicts = open();
    verdicts.get('a.py', stat);
    verdicts.save();
    assert.deepEqual(open().get('a.py', stat), nothing);
    assert.equal(open().get('__proto__', stat), undefined);
  });

  it('writes nothing when nothing changed', () => {
    fill();
    const before = statSync(file(), { bigint: true }).ino;
    const verdicts = open();
    for (const path of ['a.py', '__proto__']) verdicts.get(path, stat);
    verdicts.save();
    assert.equal(statSync(file(), { bigint: true }).ino, before);
  });

  it('does not keep a file that may still change within the grain of the clock', () => {
    const verdicts = open();
    const now = { ...stat, modified: Date.now() };
    verdicts.put('a.py', now, nothing);
    verdicts.save();
    assert.equal(open().get('a.py', now), undefined);
  });

  it('throws a damaged file away', () => {
    fill();
    const whole = readFileSync(file());
    for (const damaged of [whole.subarray(0, whole.length / 2), '{}', '', '["1", null]', '["1", {"a.py": 3}]']) {
      writeFileSync(file(), damaged);
      assert.equal(open().get('a.py', stat), undefined, String(damaged));
    }
    fill();
    assert.deepEqual(open().get('a.py', stat), nothing);
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
