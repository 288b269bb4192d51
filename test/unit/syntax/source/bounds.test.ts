import assert from 'node:assert/strict';
import { createProject } from '../../../../server/src/core/createProject.js';
import { readFacts } from '../../../../server/src/core/syntax/readFacts.js';

const paths = ['a.py', 'a.ts', 'A.java', 'a.cs', 'a.go', 'a.php', 'a.rb', 'a.kt', 'a.rs', 'a.r', 'a.swift', 'a.dart'];
const pieces = [
  'x = OpenAI()\n',
  'OpenAI(base_url="x", api_key=k)\n',
  'client.chat.completions.create(model="gpt-4o")\n',
  'a = "gpt-4o"\n',
  'f(',
  'a.b(c).',
];

const head = 'import openai\nimport OpenAI from "openai";\n';

/** Processor time that the findings of a text of so many characters take. */
function timeOf(path: string, piece: string, length: number): number {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
  const text = `${path.endsWith('.php') ? '<?php\n' : ''}${head}${piece.repeat(length / piece.length)}`;
  const before = process.cpuUsage();
  project.set(path, text);
  project.findings(path);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('source code: bounds', () => {
  for (const path of paths) {
    it(`${path}: eight times the text takes far less than the square of it`, () => {
      for (const piece of pieces) {
        // A little more than nothing, so that a pause of the machine decides nothing.
        const [small, large] = [timeOf(path, piece, 10_000) + 15, timeOf(path, piece, 80_000)];
        assert.ok(large < 32 * small, `${piece}: ${small.toFixed()} ms, then ${large.toFixed()} ms`);
      }
    });
  }

  it('reads what is opened and never closed once', () => {
    const cases = [
      ['a.cs', '/* x\n'],
      ['a.cs', 'a /* b\n'],
      ['A.kt', '/* x\n'],
      ['a.razor', '@* x\n'],
      ['a.razor', '@{ /* x\n'],
      ['a.Rmd', '```{r}\n'],
      ['a.ps1', '\r'],
      ['a.ps1', '"a": '],
      ['a.yaml', '%{'],
    ] as const;
    for (const [path, piece] of cases) {
      for (const tail of ['', '*/\n'.repeat(20_000)]) {
        const before = process.cpuUsage();
        readFacts(path, piece.repeat(400_000 / piece.length) + tail);
        const took = process.cpuUsage(before).user / 1000;
        assert.ok(took < 1000, `${path} ${JSON.stringify(piece)}: ${took.toFixed()} ms`);
      }
    }
  });

  it('reads the cells of a notebook up to where it is nested too deep, and says so', () => {
    const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
    const cell = '{"cell_type": "code", "source": ["from openai import OpenAI\\n", "c = OpenAI()"]}';
    project.set('a.ipynb', `{"cells": [${cell}, ${'['.repeat(100_000)}`);
    assert.match(project.facts('a.ipynb')?.incomplete ?? '', /^nested/);
    assert.equal(project.usages('a.ipynb').length, 2);
  });

  it('reads the beginning of a file with too many facts or tokens, and says so', () => {
    for (const piece of ['f("a")\n', 'a + ']) {
      const facts = readFacts('a.py', `start = "gpt-4o"\n${piece.repeat(200_000)}`);
      assert.equal(facts?.incomplete, 'too-much');
      assert.equal(facts.strings[0]?.value, 'gpt-4o');
    }
    assert.equal(readFacts('a.py', 'f("a")\n'.repeat(1000))?.incomplete, undefined);
  });

  it('keeps the first uses of a file with too many, and says so', () => {
    const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
    project.set('a.py', `${head}${'model = "gpt-4o"\n'.repeat(7000)}`);
    project.set('b.py', `${head}model = "gpt-4o"\n`);
    const { length } = project.usages('a.py');
    assert.ok(length > 3000 && length <= 6000, `${length.toString()} uses`);
    assert.ok(project.findings('a.py').length > 0);
    assert.equal(project.usages('b.py').length, 2);
    assert.deepEqual([...(project.failures?.() ?? [])].map(String), ['a.py,Error: too-much']);
  });
});
