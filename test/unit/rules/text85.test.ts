import assert from 'node:assert/strict';
import { toBytes, toText } from '../../../rules/text85.mjs';

describe('bytes as text', () => {
  it('come back as they were, whatever their number', () => {
    for (let length = 0; length < 40; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length) % 256);
      assert.deepEqual(toBytes(toText(bytes)), bytes);
    }
    assert.deepEqual(toBytes(toText(new Uint8Array(9).fill(255))), new Uint8Array(9).fill(255));
  });
  it('need no escapes in a string', () => {
    const text = toText(Uint8Array.from({ length: 4000 }, (_, at) => (at * at) % 256));
    assert.equal(JSON.stringify(text), `"${text}"`);
  });
});
