import assert from 'node:assert/strict';
import { createProject } from '../../../../server/src/core/createProject.js';
import type { FileFacts } from '../../../../server/src/core/syntax/fact.js';
import { readFacts } from '../../../../server/src/core/syntax/readFacts.js';

const paths = [
  'a.json',
  'a.yaml',
  'a.toml',
  '.env',
  'a.properties',
  'a.ini',
  'a.xml',
  'pom.xml',
  'a.csproj',
  'requirements.txt',
  'Dockerfile',
  'a.tf',
  'a.bicep',
  'build.gradle',
  'go.mod',
  'Gemfile',
  'DESCRIPTION',
  'Package.swift',
  'mix.exs',
  'package.json',
  'pyproject.toml',
  'setup.cfg',
  'environment.yml',
  'Cargo.toml',
  '.github/workflows/a.yml',
  'a.sh',
  'a.ps1',
];

/** Processor time, far above what a test machine needs and far below what a square of the length takes. */
const LIMIT_MS = 600;

/** Of a few tries the shortest, in milliseconds of the processor: one that is short enough will do. */
function leastOf(tries: number, work: () => void): number {
  let least = Infinity;
  for (let tried = 0; tried < tries && least >= LIMIT_MS; tried += 1) {
    const start = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

function read(path: string, text: string): FileFacts {
  const facts = readFacts(path, text);
  assert.ok(facts);
  return facts;
}

describe('configuration: hostile and broken texts', () => {
  const pieces = [
    '[',
    '{',
    '{"a":',
    '- ',
    '? ',
    '"',
    "'",
    '\\"',
    '<a>',
    '<a b="',
    '<!--',
    '<!x>',
    '<![CDATA[',
    '{{',
    '{%',
    '${',
    'a: "',
    'a: &a [*a,',
    ' ',
    '\n',
    '\t',
    'a = [',
    'a {',
    '(',
    '/*',
    '//',
    '<<A\n',
    'RUN <<A\n',
    'a=\\\n',
    'A="\n',
    'implementation ',
    'a'.repeat(50),
    '#',
    '"""',
    "'''",
    'x = [for ',
    '\r\n',
    '|\n',
    'a:\n ',
    '%a',
    '[[a]]\n',
    '[a.b]\n',
    'gem "',
    '&a;',
    '*',
    ':',
    '= ',
    'a: |\n',
    "k: '\n",
    '\u0000',
    '\ud800',
    'ai-verantwoording ',
    'a: b # ai-verantwoording\n',
    'a = "${',
    '${a',
    'run: a\n',
    'command: a\n',
    'type: a\n',
    'model: gpt-4o\n',
    'base_url: https://api.openai.com/v1\n',
    'curl "$A/v1/messages"\nA=$A\n',
    'docker a/',
    'a \\\n',
    '--model a ',
    'Invoke-RestMethod ',
    'irm -Uri "$a" "',
  ];

  for (const path of paths) {
    it(`${path}: a piece repeated through 100,000 characters is read in bounded time`, function () {
      this.timeout(120_000);
      for (const piece of pieces) {
        const text = piece.repeat(Math.ceil(100_000 / piece.length));
        const took = leastOf(3, () => {
          const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
          project.setFacts(read(path, text));
          project.usages(path);
        });
        assert.ok(took < LIMIT_MS, `${JSON.stringify(piece)} took ${Math.round(took)} ms`);
      }
    });
  }

  it('says what was too large or too deep', () => {
    const long = read('a.json', `{"a": "b", "c": "${' '.repeat(1024 * 1024)}", "d": "e"}`);
    assert.match(long.incomplete ?? '', /longer/);
    assert.equal(long.settings[0]?.value, 'b');
    assert.match(read('a.yaml', '- a\n'.repeat(60_000)).incomplete ?? '', /too-much/);
    assert.match(read('a.json', '['.repeat(5000)).incomplete ?? '', /nested/);
    assert.match(read('a.yaml', '- '.repeat(5000)).incomplete ?? '', /nested/);
    assert.match(read('a.yaml', '['.repeat(5000)).incomplete ?? '', /nested/);
    assert.match(read('a.toml', `a = ${'['.repeat(5000)}`).incomplete ?? '', /nested/);
    assert.match(read('a.tf', `a = ${'['.repeat(5000)}`).incomplete ?? '', /nested/);
    assert.match(read('a.xml', '<a>'.repeat(5000)).incomplete ?? '', /nested/);
  });

  it('expands no aliases', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    assert.ok(read('a.yaml', lines.join('\n')).settings.length < 200);
  });

  it('keeps every span inside the text when a text is cut or damaged anywhere', () => {
    const samples: Record<string, string> = {
      'a.json': '{"a": {"b": "c", "d": [1, {"name": "x", "value": "y"}]}, // c\n "e": null}',
      'a.yaml': 'a: &x "q"\nb:\n  - {c: d}\n  - |\n    t\n  - name: e\n    value: f\nenv: [A=b]\ng: {{ h }}\n',
      'a.toml': 'a = "b"\n[c.d]\ne = """\nf"""\n[[g]]\nh = { i = [1] }\n',
      'pom.xml':
        '<project><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency><c d="e">f</c></project>',
      '.env': 'export A="b\\n" # c\nD=\'e\nf\'\n',
      'a.properties': 'a.b[0]=c\\\n d\n',
      Dockerfile: 'FROM a AS b\nENV C="d" E=f\nRUN <<EOF\ng\nEOF\nCMD ["h"]\n',
      'a.tf': 'resource "a" "b" {\n c = "${d("e")}"\n f = [1, { g = <<EOT\nh\nEOT\n }]\n}\n',
      'a.bicep': "resource a 'B@1' = if (c) {\n d: 'e'\n f: [\n '''g''' ]\n}\n",
      'requirements.txt': 'a[b]>=1; c # d\n-e git+x#egg=y\n',
    };
    const damage = ['', '"', "'", '}', ']', '{', '[', ':', '\n', '\\', '<', '{{', '#'];
    for (const [path, sample] of Object.entries(samples)) {
      for (let at = 0; at <= sample.length; at++) {
        for (const piece of damage) {
          const text = piece === '' ? sample.slice(0, at) : sample.slice(0, at) + piece + sample.slice(at);
          const facts = read(path, text);
          const spans = [
            ...facts.settings.flatMap((one) => [one.keySpan, one.valueSpan]),
            ...facts.dependencies.flatMap((one) => [one.span, one.nameSpan]),
            ...facts.resources.map((one) => one.span),
          ];
          for (const { start, end } of spans) {
            assert.ok(
              start >= 0 && start <= end && end <= text.length,
              `${path}: ${start}–${end} in ${JSON.stringify(text)}`,
            );
          }
          assert.doesNotMatch(
            facts.incomplete ?? '',
            /undefined|call stack|is not a|Cannot|Invalid/,
            JSON.stringify(text),
          );
        }
      }
    }
  });
});
