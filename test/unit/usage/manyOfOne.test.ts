import assert from 'node:assert/strict';
import { createProject } from '../../../server/src/core/createProject.js';

/** Processor time, far above what a test machine needs and far below what a square of the length takes. */
const LIMIT_MS = 1500;

/** `#` is a number of its own in each. */
const pieces: readonly (readonly [path: string, piece: string])[] = [
  ['a.json', '{"endpoint": "/v1/chat/completions", "base_url": "https://voorbeeld.nl"},\n'],
  ['b.json', '{"endpoint#": "/v1/chat/completions"},\n'],
  ['a.js', "const [{ a# }, { b# }] = await Promise.all([import('ai'), import('openai')]);\n"],
  ['a.ts', 'opdracht=["-v"];run(opdracht);\n'],
  [
    'a.kt',
    'val a = Retrofit.Builder().baseUrl("https://api.openai.com/v1/").build()\nval d = a.create(G::class.java)\n',
  ],
  ['a.rb', 'client.responses.create(parameters: { model: x, input: y })\n'],
  ['a.R', 'cat(toJSON(list(model=x, messages=y)))\nhttr::POST(u, body = list(model=x, messages=y))\n'],
  ['a.ps1', '$h = @{ model = 1; messages = $m } | ConvertTo-Json\nInvoke-RestMethod -Uri $u -Body $h\n'],
  ['a.py', 'from openai import OpenAI\nv.append(bericht)\nv = v + [x]\nOpenAI().responses.create(input=v)\n'],
];

describe('a file with thousands of one thing', () => {
  for (const [path, piece] of pieces) {
    it(`${path} is judged in bounded time: ${piece.split('\n')[0] ?? ''}`, function () {
      this.timeout(120_000);
      const body = Array.from({ length: 300_000 / piece.length }, (_, index) => piece.replaceAll('#', String(index)));
      const text = path.endsWith('.json') ? `[${body.join('')} 1]` : body.join('');
      const start = process.cpuUsage();
      const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
      project.set(path, text);
      project.findings(path);
      const took = process.cpuUsage(start).user / 1000;
      assert.ok(took < LIMIT_MS, `${Math.round(took)} ms`);
    });
  }

  it('fields that are emptied and hold one another are followed a few steps', () => {
    const names = Array.from({ length: 12 }, (_, index) => `self.a${index}`);
    const lines = [
      ...names.flatMap((name) => names.map((other) => `${name} = ${other}`)),
      ...names.map((name) => `${name} = None`),
      ...names.map((name) => `httpx.post(f"{${name}}/chat/completions", json={"messages": m})`),
    ];
    const text = `import httpx\nclass Klant:\n  def vraag(self):\n${lines.map((line) => `    ${line}\n`).join('')}`;
    const start = process.cpuUsage();
    const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
    project.set('a.py', text);
    assert.ok(project.usages('a.py').length > 0);
    assert.ok(process.cpuUsage(start).user / 1000 < LIMIT_MS);
  });
});
