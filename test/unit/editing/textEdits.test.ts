import assert from 'node:assert/strict';
import { applyEdits, lineEndOf } from '../../../server/src/core/textEdits.js';

const at = (line: number, character: number) => ({ line, character });
const edit = (newText: string, start: ReturnType<typeof at>, end = start) => ({
  path: 'a',
  newText,
  range: { start, end },
});

describe('edits of a text', () => {
  it('do not move one another', () => {
    const text = 'een\ntwee\ndrie\n';
    const edits = [edit('0\n', at(0, 0)), edit('2', at(1, 0), at(1, 4)), edit('!', at(2, 4))];
    assert.equal(applyEdits(text, edits), '0\neen\n2\ndrie!\n');
    assert.equal(applyEdits(text, [...edits].reverse()), '0\neen\n2\ndrie!\n');
  });

  it('stay in order when they stand in one place', () => {
    assert.equal(applyEdits('x', [edit('a', at(0, 0)), edit('b', at(0, 0))]), 'abx');
  });

  it('get the line ends of the text', () => {
    assert.equal(lineEndOf('a\r\nb\n'), '\r\n');
    assert.equal(applyEdits('a\r\nb\r\n', [edit('x\ny\r\n', at(1, 0))]), 'a\r\nx\r\ny\r\nb\r\n');
    assert.equal(applyEdits('a\nb\n', [edit('x\r\n', at(1, 0))]), 'a\nx\nb\n');
  });

  it('without a place make the whole text', () => {
    assert.equal(applyEdits('', [{ path: 'a', newText: 'versie: 1\n' }]), 'versie: 1\n');
  });

  it('past the end land at the end', () => {
    assert.equal(applyEdits('a', [edit('b', at(9, 9))]), 'ab');
  });
});
