import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { filesOfZip } from './rig/zip.js';

const largest = 2_000_000;

describe('the packed extension', () => {
  const file = process.env.HANDREIKING_VSIX ?? '';

  it('holds what it needs, and nothing else', () => {
    const names = filesOfZip(readFileSync(file)).filter((name) => name.startsWith('extension/'));
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client/icon.png',
      'dist/client.cjs',
      'dist/rules.br',
      'dist/server.cjs',
      'package.json',
      'package.nls.json',
      'package.nls.nl.json',
      'schemas/ai-verantwoording.schema.json',
    ];
    // The packer gives some of the well-known files names of its own.
    const plain = names.map((name) =>
      name
        .slice('extension/'.length)
        .toLowerCase()
        .replace(/^license\.txt$/, 'license')
        .replace(/^dist\/rules-\w+/, 'dist/rules'),
    );
    assert.deepEqual(plain.sort(), expected.map((name) => name.toLowerCase()).sort());
  });

  it('is small', () => {
    assert.ok(statSync(file).size < largest, `${statSync(file).size} bytes`);
  });
});
