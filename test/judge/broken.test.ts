import assert from 'node:assert/strict';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { Random } from './generate/random.js';
import { grammars, type GrammarName } from './grammars/index.js';
import { observedOf } from './observed.js';
import { samplesOf } from './samples.js';

/** Of the facts outside the break, so much must stay, in percent. */
const FLOOR = 95;
/** So many that chance, which every new fixture moves, changes little. */
const BREAKS_PER_SAMPLE = 24;
const MAX_SAMPLES = 40;

interface Break {
  readonly what: string;
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const marks: Readonly<Partial<Record<GrammarName, readonly string[]>>> = {
  python: ['(', ')', '[', ']', '{', '}', '"', "'", '"""'],
  go: ['(', ')', '[', ']', '{', '}', '"', '`', '/*'],
  javascript: ['(', ')', '[', ']', '{', '}', '"', "'", '`', '/*'],
  typescript: ['(', ')', '[', ']', '{', '}', '"', "'", '`', '/*'],
  tsx: ['(', ')', '[', ']', '{', '}', '"', "'", '`', '/*'],
  java: ['(', ')', '[', ']', '{', '}', '"', '"""', '/*'],
  kotlin: ['(', ')', '[', ']', '{', '}', '"', '"""', '/*'],
  csharp: ['(', ')', '[', ']', '{', '}', '"', '/*'],
  ruby: ['(', ')', '[', ']', '{', '}', '"', "'"],
  r: ['(', ')', '[', ']', '{', '}', '"', "'"],
  bash: ['(', ')', '{', '}', '"', "'"],
};
const usual = ['(', ')', '[', ']', '{', '}', '"', "'", '/*'];

describe('broken code', function () {
  this.timeout(60_000);
  const rows: string[] = [];

  for (const name of Object.keys(grammars) as GrammarName[]) {
    it(`${name}: facts outside the break stay`, () => {
      const random = new Random(4711);
      const kept = new Map<string, { kept: number; all: number }>();
      const path = grammars[name].path;
      for (const { text } of samplesOf(name).slice(-MAX_SAMPLES)) {
        for (let i = 0; i < BREAKS_PER_SAMPLE; i++) {
          const broken = breakAt(text, random, marks[name] ?? usual);
          const count = kept.get(broken.what) ?? { kept: 0, all: 0 };
          kept.set(broken.what, count);
          countKept(path, text, broken, count);
        }
      }
      const all = [...kept.values()].reduce((sum, one) => ({ kept: sum.kept + one.kept, all: sum.all + one.all }));
      const share = (one: { kept: number; all: number }): string =>
        ((100 * one.kept) / Math.max(1, one.all)).toFixed(1);
      const detail = [...kept].sort().map(([what, one]) => `${what} ${share(one)}`);
      rows.push(`${name.padEnd(11)} ${share(all).padStart(6)}   ${detail.join('  ')}`);
      assert.ok((100 * all.kept) / all.all >= FLOOR, `${share(all)} % kept: ${detail.join(', ')}`);
    });
  }

  after(() => {
    console.log('\nfacts kept outside a break, in percent');
    for (const row of rows) console.log(row);
  });
});

/** Takes out or puts in one mark, at a place that chance tells. */
function breakAt(text: string, random: Random, from: readonly string[]): Break {
  const mark = random.pick(from);
  const start = random.below(text.length);
  const found = text.indexOf(mark, start);
  if (random.below(2) === 0 && found !== -1) return { what: `-${mark}`, at: found, removed: mark.length, added: '' };
  return { what: `+${mark}`, at: start, removed: 0, added: mark };
}

/** Facts on the line of the break, and those that reach over it, are inside the break. */
function countKept(
  path: string,
  text: string,
  { at, removed, added }: Break,
  count: { kept: number; all: number },
): void {
  const before = factsIn(path, text);
  const after = new Set(
    factsIn(path, text.slice(0, at) + added + text.slice(at + removed)).map(
      ({ place, key }) => `${String(place)} ${key}`,
    ),
  );
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at + removed) === -1 ? text.length : text.indexOf('\n', at + removed);
  const shift = added.length - removed;
  for (const { place, end, key } of before) {
    if (place <= lineEnd && end >= lineStart) continue;
    count.all++;
    if (after.has(`${String(place > at ? place + shift : place)} ${key}`)) count.kept++;
  }
}

interface Placed {
  readonly place: number;
  readonly end: number;
  readonly key: string;
}

/** Imports, calls, named strings and bindings, each by its place and without the places of others. */
function factsIn(path: string, text: string): Placed[] {
  const facts = readFacts(path, text);
  assert.ok(facts);
  assert.ok(observedOf(facts, text).units.every(({ at }) => at < text.length));
  return [
    ...facts.imports.map(({ module, moduleSpan }) => ({
      place: moduleSpan.start,
      end: moduleSpan.end,
      key: `import ${module}`,
    })),
    ...facts.calls.map(({ callee, nameSpan, span }) => ({
      place: nameSpan.start,
      end: Math.max(span.end, nameSpan.end),
      key: `call ${callee}`,
    })),
    ...facts.strings.map(({ value, span, name }) => ({
      place: span.start,
      end: span.end,
      key: `string ${name ?? ''} ${value}`,
    })),
    ...facts.bindings.map(({ name, nameSpan, span }) => ({
      place: nameSpan.start,
      end: Math.max(span.end, nameSpan.end),
      key: `binding ${name}`,
    })),
  ];
}
