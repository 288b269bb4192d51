import assert from 'node:assert/strict';
import { decode } from '../../../server/src/workspace/decode.js';

const text = 'modèle = "één"\n';

function wide(little: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return little ? bytes : bytes.swap16();
}

describe('decoding', () => {
  for (const [name, bytes, encoding] of [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16, little end first', wide(true), 'utf-16le'],
    ['UTF-16, big end first', wide(false), 'utf-16be'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'latin-1'],
  ] as const) {
    it(name, () => assert.deepEqual(decode(bytes), { text, encoding }));
  }

  it('sees that bytes are no text', () => assert.deepEqual(decode(Buffer.from([1, 0, 2])), { encoding: 'binary' }));
  it('reads an empty file', () => assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8' }));
});
