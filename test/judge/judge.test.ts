import assert from 'node:assert/strict';
import { compare, factsOf, noCounts, type Count, type Counts, type Difference } from './agreement.js';
import { grammars, type GrammarName } from './grammars/index.js';
import { samplesOf } from './samples.js';
import { parserFor, withTree } from './tree.js';

/** Least agreement, in percent, just under what is reached: of characters' classes and of facts. */
const floors: Readonly<Record<GrammarName, readonly [number, number]>> = {
  python: [99.9, 99.5],
  javascript: [99.9, 99.5],
  typescript: [99.9, 99.5],
  tsx: [99.9, 99.5],
  java: [99.9, 99.5],
  csharp: [99.9, 99.5],
  go: [99.9, 99.5],
  php: [99.9, 99.5],
  ruby: [99.9, 99.5],
  rust: [99.9, 99.5],
  kotlin: [99.9, 99.5],
  r: [99.9, 99.5],
  bash: [99, 98],
  powershell: [99, 98],
  scala: [99, 98],
  swift: [99, 98],
  dart: [99, 98],
};
/** Differences that a failing test shows. */
const SHOWN = 8;

const percent = ({ agreed, total }: Count): number => (total === 0 ? 100 : (100 * agreed) / total);
const rows: string[] = [];

describe('facts of source files against tree-sitter grammars', function () {
  this.timeout(60_000);

  for (const name of Object.keys(grammars) as GrammarName[]) {
    it(name, async function () {
      const grammar = grammars[name];
      const parser = await parserFor(grammar);
      // R's grammar is an optional package: its install script does not run everywhere.
      if (!parser) return this.skip();
      const counts = noCounts();
      const shown: string[] = [];
      let read = 0;
      const samples = samplesOf(name);
      for (const sample of samples) {
        const differences = withTree(parser, sample.text, (root) => compare(grammar, root, sample.text, counts));
        if (!differences) continue;
        read++;
        for (const difference of differences)
          if (shown.length < SHOWN) shown.push(tell(sample.name, sample.text, difference));
      }
      rows.push(row(name, read, samples.length, counts));
      // Most samples must be readable for the grammar too, or nothing is compared.
      assert.ok(
        read >= samples.length * 0.75,
        `the grammar reads ${String(read)} of ${String(samples.length)} samples`,
      );
      const [classFloor, factFloor] = floors[name];
      const said = `\n${shown.join('\n')}`;
      assert.ok(percent(counts.class) >= classFloor, `classes agree for ${percent(counts.class).toFixed(2)} %${said}`);
      const facts = factsOf(counts);
      assert.ok(facts.total > 0, 'no facts to compare');
      assert.ok(percent(facts) >= factFloor, `facts agree for ${percent(facts).toFixed(2)} %${said}`);
    });
  }

  after(() => {
    const kinds = ['class', 'import', 'call', 'named', 'argument', 'binding'];
    console.log(
      `\n${['language'.padEnd(11), 'samples', ...kinds.map((kind) => kind.padStart(8)), '   facts'].join(' ')}`,
    );
    for (const line of rows) console.log(line);
  });
});

function row(name: string, read: number, samples: number, counts: Counts): string {
  const kinds = [
    counts.class,
    counts.import,
    counts.call,
    counts.named,
    counts.argument,
    counts.binding,
    factsOf(counts),
  ];
  const figures = kinds.map((count) => (count.total === 0 ? '–' : percent(count).toFixed(2)).padStart(8));
  return `${name.padEnd(11)} ${`${String(read)}/${String(samples)}`.padStart(7)} ${figures.join(' ')}`;
}

function tell(name: string, text: string, { kind, at, expected, observed }: Difference): string {
  const place = Math.max(at, 0);
  const line = text.slice(0, place).split('\n').length;
  const around = text.slice(text.lastIndexOf('\n', place - 1) + 1).split('\n', 1)[0] ?? '';
  return `${name}:${String(line)} ${kind}: expected ${expected ?? '–'}, observed ${observed ?? '–'}\n    ${around.trim().slice(0, 120)}`;
}
