import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotWritten, writeText } from '../../../server/src/workspace/node/writeText.js';
import { ScratchFolder } from './scratchFolder.js';

describe('writing a text', () => {
  let scratch: ScratchFolder;
  const bytes = (path: string): Buffer => readFileSync(scratch.at(path));
  const reasonOf = (write: () => void): string => {
    try {
      write();
    } catch (error) {
      if (error instanceof NotWritten) return error.reason;
      throw error;
    }
    return 'written';
  };
  beforeEach(() => (scratch = new ScratchFolder()));
  afterEach(() => scratch.remove());

  it('makes folders that are not there, and leaves nothing else behind', () => {
    writeText(scratch.path, 'docs/a/b.md', 'één\n');
    assert.equal(bytes('docs/a/b.md').toString(), 'één\n');
    assert.deepEqual(readdirSync(scratch.at('docs/a')), ['b.md']);
  });

  it('keeps the encoding, the byte order mark and the rights of a file', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('oud', 'utf16le')]);
    scratch.write({
      'breed.txt': wide,
      'mark.txt': Buffer.from('\uFEFFoud'),
      'west.txt': Buffer.from('caf\xe9', 'latin1'),
    });
    chmodSync(scratch.at('mark.txt'), 0o640);
    writeText(scratch.path, 'breed.txt', 'nieuw €');
    writeText(scratch.path, 'mark.txt', 'nieuw €');
    writeText(scratch.path, 'west.txt', 'thé €');
    assert.deepEqual(bytes('breed.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('nieuw €', 'utf16le')]));
    assert.equal(bytes('mark.txt').toString(), '\uFEFFnieuw €');
    assert.equal(statSync(scratch.at('mark.txt')).mode & 0o777, 0o640);
    assert.deepEqual(bytes('west.txt'), Buffer.from('th\xe9 \x80', 'latin1'));
  });

  it('refuses what the encoding of the file cannot hold, and leaves the file', () => {
    scratch.write({ 'west.txt': Buffer.from('caf\xe9', 'latin1') });
    assert.equal(
      reasonOf(() => writeText(scratch.path, 'west.txt', 'é ✓')),
      'encoding',
    );
    assert.deepEqual(bytes('west.txt'), Buffer.from('caf\xe9', 'latin1'));
  });

  it('refuses every way out of the root', () => {
    const outside = mkdtempSync(join(tmpdir(), 'handreiking-buiten-'));
    try {
      symlinkSync(outside, scratch.at('weg'));
      symlinkSync(join(outside, 'nieuw.txt'), scratch.at('los.txt'));
      for (const path of [
        '../x.txt',
        'a/../../x.txt',
        '/tmp/handreiking-x.txt',
        'weg/x.txt',
        'weg/diep/x.txt',
        'los.txt',
        '',
      ]) {
        assert.equal(
          reasonOf(() => writeText(scratch.path, path, 'x')),
          'outside',
          path,
        );
      }
      assert.deepEqual(readdirSync(outside), []);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('follows a link that stays inside', () => {
    mkdirSync(scratch.at('echt'));
    scratch.write({ 'echt/a.txt': 'oud' });
    symlinkSync(scratch.at('echt/a.txt'), scratch.at('a.txt'));
    writeText(scratch.path, 'a.txt', 'nieuw');
    assert.equal(bytes('echt/a.txt').toString(), 'nieuw');
  });
});
