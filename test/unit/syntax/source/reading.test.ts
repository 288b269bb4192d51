import assert from 'node:assert/strict';
import { readFacts } from '../../../../server/src/core/syntax/readFacts.js';
import { Reading } from '../../../../server/src/core/syntax/source/reading.js';
import { longFile } from '../../../bench/longFile.js';
import { Random } from '../../../judge/generate/random.js';
import { fixturesIn } from '../../fixtures/fixture.js';

const isSource = /\.(?:py|ts|tsx|js|java|cs|go|php|rb|kt|rs|R|scala|swift|dart|vue)$/;
const typed = [
  'x',
  ' ',
  '\n',
  '(',
  ')',
  '{',
  '}',
  '"',
  "'",
  ',',
  '.',
  '=',
  '# ',
  '// ',
  '/*',
  'return ',
  'client = ',
  'f("a")',
];
const EDITS = 4;

/** Some edits as people make them: something typed, something taken out, a line moved. */
function edited(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1 + random.below(12));
  if (kind === 1) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at) + 1 || text.length;
    return text.slice(0, start) + text.slice(end) + text.slice(start, end);
  }
  return text.slice(0, at) + random.pick(typed) + text.slice(at);
}

function assertSame(path: string, texts: readonly string[]): void {
  const reading = new Reading();
  texts.forEach((text, at) => {
    const [kept, anew] = [readFacts(path, text, reading), readFacts(path, text)];
    assert.deepEqual(kept, anew, `${path}, version ${at}:\n${text}`);
  });
}

describe('a version of a text that is read after another', () => {
  const random = new Random(1848);
  const files = [...fixturesIn('usages', 'gebruik')].flatMap(({ files: each }) => [...each]);
  for (const [path, text] of files.filter(([name]) => isSource.test(name))) {
    it(path, () => {
      const texts = [text];
      for (let edit = 0; edit < EDITS; edit++) {
        const changed = edited(texts.at(-1) ?? '', random);
        // Now and then what was done is undone.
        texts.push(changed, ...(random.below(3) === 0 ? [texts.at(-1) ?? ''] : []));
      }
      assertSame(path, texts);
    });
  }

  for (const path of ['long.py', 'long.ts', 'Long.java']) {
    it(`${path}, of many statements`, () => {
      const texts = [longFile(path, 400)];
      for (let edit = 0; edit < 40; edit++) texts.push(edited(texts.at(-1) ?? '', random));
      assertSame(path, texts);
    });
  }
});
