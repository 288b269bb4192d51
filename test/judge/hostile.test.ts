import assert from 'node:assert/strict';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { languages } from '../../server/src/core/syntax/source/languages/index.js';
import { hostileTexts } from './hostileTexts.js';

/** Long enough that time growing with the square of the length shows, short enough to try every text in every language. */
const LENGTH = 30_000;
/** Of processor time. What is read in passing takes a tenth of it; a square takes several times as much. */
const MOST = 400;
const LONG = 1_000_000;
const MOST_OF_LONG = 2500;

/** Processor time of this process in milliseconds: other processes on the machine do not count. */
function timed(run: () => void): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1000;
}

describe('hostile texts', function () {
  this.timeout(60_000);

  for (const { extensions } of languages) {
    const extension = extensions[0] ?? '';
    it(`${extension}: none throws, none takes long`, () => {
      for (const [name, hostile] of hostileTexts(LENGTH)) {
        // Without its tag PHP has no code at all.
        const text = extension === '.php' ? `<?php ${hostile}` : hostile;
        const time = timed(() => assert.ok(readFacts(`text${extension}`, text)));
        assert.ok(time < MOST, `${name}: ${time.toFixed(0)} ms`);
      }
    });
  }

  const long: readonly (readonly [string, string])[] = [
    ['minified', '.js'],
    ['open brackets', '.ts'],
    ['double quotes', '.py'],
    ['less than', '.java'],
    ['template holes', '.ts'],
    ['tags with holes', '.tsx'],
    ['heredocs on lines', '.sh'],
    ['bytes', '.cs'],
  ];
  for (const [name, extension] of long) {
    it(`a megabyte of ${name} (${extension})`, () => {
      const text = hostileTexts(LONG).get(name);
      assert.ok(text);
      const time = timed(() => assert.ok(readFacts(`text${extension}`, text)));
      assert.ok(time < MOST_OF_LONG, `${time.toFixed(0)} ms`);
    });
  }

  it('places stay within the text, whatever the line ends', () => {
    const text = '\ufeffimport os\r\nx = os.environ["A"]\r\ny = f("a\\\r\n b", k=\'\ud800\')\r\n\0z = "\u2028"\r\n';
    const facts = readFacts('text.py', text);
    assert.ok(facts);
    assert.deepEqual(
      facts.imports.map(({ module }) => module),
      ['os'],
    );
    assert.deepEqual(
      facts.environment.map(({ name }) => name),
      ['A'],
    );
    for (const { span } of [...facts.strings, ...facts.calls, ...facts.bindings]) {
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
    }
  });
});
