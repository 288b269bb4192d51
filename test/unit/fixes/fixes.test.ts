import assert from 'node:assert/strict';
import type { Fix } from '../../../server/src/core/fixes/fix.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { endpoint, openai, scenario } from '../checks/scenario.js';
import type { Seen, World } from '../checks/scenario.js';
import { fix as fixAt, onlyAdded } from './applyFix.js';

const code = 'import os\n\n\ndef vat_samen():\n    client = OpenAI()\n';
const uses: readonly Seen[] = [{ token: 'OpenAI()', act: 'construct', endpoint: openai, model: 'gpt-4o' }];
const path = 'diensten/brief/app.py';
const record = `# Verantwoording van team Brief
versie: 1
endpoints: []   # nog geen

toepassingen:
  # de eerste
  - id: brief   # zo heet hij
    doel: "Brieven samenvatten"
    paden:
    - 'post/**'   # alles
  - {id: klein, doel: Klein, paden: [a.py]}

# einde
`;

const world = (more: Partial<World> = {}): World => ({
  ...more,
  files: { [path]: code, ...more.files },
  usages: { [path]: uses, ...more.usages },
});

/** On the file that most cases are about. */
const fix = (before: World, check: string, title: RegExp, at = path) => fixAt(before, check, title, at);

describe('register this use case', () => {
  it('makes the file with what is known', () => {
    const { files, after, chosen } = fix(world(), 'dpia-ontbreekt', /^Registreer deze toepassing/);
    assert.ok(chosen.preferred);
    assert.equal(
      files['ai-verantwoording.yml'],
      `versie: 1
toepassingen:
  - id: brief
    doel: 'INVULLEN: waarvoor gebruikt u dit?'
    paden: [diensten/brief/**]
    toelichting: 'Gevonden in de code: OpenAI (api.openai.com/v1), model gpt-4o'
`,
    );
    assert.deepEqual(after(), [
      '5: endpoint-zonder-contract/public warning',
      '5: dpia-ontbreekt/default warning',
      '5: iama-ontbreekt/default warning',
      '5: open-source-tenzij/gesloten information',
    ]);
    assert.ok(after('ai-verantwoording.yml').includes('4: ai-verantwoording-ongeldig/nog-invullen information'));
  });
  it('extends the file and leaves the rest of it alone', () => {
    const { files, after } = fix(
      world({ files: { 'ai-verantwoording.yml': record } }),
      'iama-ontbreekt',
      /^Registreer/,
    );
    onlyAdded(record, files['ai-verantwoording.yml'] ?? '');
    assert.match(files['ai-verantwoording.yml'] ?? '', /id: brief-2/);
    assert.ok(after().includes('5: dpia-ontbreekt/default warning'));
  });
  for (const text of [
    'versie: 1\n',
    'versie: 1\r\norganisatie: X\r\n',
    'versie: 1\ntoepassingen:\n',
    'versie: 1\ntoepassingen: []\nbeleid: rijk-2023\n',
    'versie: 1',
  ]) {
    it(`fits in ${JSON.stringify(text)}`, () => {
      const { files, after } = fix(
        world({ files: { 'ai-verantwoording.yml': text } }),
        'dpia-ontbreekt',
        /^Registreer/,
      );
      assert.ok(
        after().some((line) => line.includes('dpia-ontbreekt/default')),
        files['ai-verantwoording.yml'],
      );
      const extra = (files['ai-verantwoording.yml'] ?? '').split('\r\n').length - 1;
      if (text.includes('\r\n')) assert.equal(extra, (files['ai-verantwoording.yml'] ?? '').split('\n').length - 1);
    });
  }
});

describe('tie to a use case that is there', () => {
  const before = world({ files: { 'ai-verantwoording.yml': record } });
  it('by a path, in a list with dashes', () => {
    const { files, after } = fix(before, 'dpia-ontbreekt', /'brief': voeg dit pad toe/);
    onlyAdded(record, files['ai-verantwoording.yml'] ?? '');
    assert.match(files['ai-verantwoording.yml'] ?? '', /- 'post\/\*\*' {3}# alles\n {4}- diensten\/brief\/app\.py\n/);
    assert.ok(after().includes('5: dpia-ontbreekt/default warning'));
  });
  it('by a path, in a list in brackets', () => {
    const { files } = fix(before, 'dpia-ontbreekt', /'klein': voeg dit pad toe/);
    assert.ok(files['ai-verantwoording.yml']?.includes('paden: [a.py, diensten/brief/app.py]}'));
  });
  it('by a comment above the line', () => {
    const { files, after } = fix(before, 'dpia-ontbreekt', /'brief': koppel met commentaar/);
    assert.ok(files[path]?.includes('    # ai-verantwoording: brief\n    client = OpenAI()'));
    assert.ok(after().includes('6: dpia-ontbreekt/default warning'));
  });
});

describe('refer to an analysis in the workspace', () => {
  const registered = record.replace("'post/**'", "'diensten/**'");
  const docs = {
    'docs/dpia-brief.md': '# DPIA\n\nWij verwerken brieven van inwoners.\n',
    'docs/dpia-sjabloon.md': '# DPIA\n\nTekst.\n',
    'docs/dpia-leeg.md': '',
    'test/dpia.json': '{}',
    'docs/IAMA.pdf': '%PDF',
  };
  const before = world({ files: { 'ai-verantwoording.yml': registered, ...docs } });
  it('offers only what is one', () => {
    const { fixes, files, after } = fix(before, 'dpia-ontbreekt', /^Verwijs naar docs\/dpia-brief\.md als DPIA$/);
    assert.equal(fixes.filter((one) => one.id === 'refer-to-analysis').length, 1);
    onlyAdded(registered, files['ai-verantwoording.yml'] ?? '');
    assert.ok(!after().some((line) => line.includes('dpia-ontbreekt')));
    assert.ok(!after().some((line) => line.includes('verwijzing-onvindbaar')));
  });
  it('puts a second one beside the first', () => {
    const first = fix(before, 'dpia-ontbreekt', /dpia-brief/);
    const { after } = fix(
      { ...before, files: first.files },
      'iama-ontbreekt',
      /^Verwijs naar docs\/IAMA\.pdf als IAMA$/,
    );
    assert.deepEqual(after(), [
      '5: endpoint-zonder-contract/public warning',
      '5: fg-advies-ontbreekt/default information',
      '5: cio-advies-ontbreekt/default information',
      '5: open-source-tenzij/gesloten information',
    ]);
  });
  it('offers documents without facts that the owner of the project tells of', () => {
    const { findings, context } = scenario(world({ files: { 'ai-verantwoording.yml': registered } }));
    const paths = ['docs/DPIA brief.docx', 'docs/dpia-template.docx', 'node_modules/x/dpia.pdf', 'docs/notulen.pdf'];
    const project = { ...context.project, documentPaths: () => paths };
    const finding = findings(path).find((one) => one.check === 'dpia-ontbreekt');
    assert.ok(finding);
    const offered = fixesOf(finding, { project, text: context.text }).filter((one) => one.id === 'refer-to-analysis');
    assert.deepEqual(
      offered.map((one) => one.title),
      ['Verwijs naar docs/DPIA brief.docx als DPIA'],
    );
  });
  it('offers another document for a reference that is not found', () => {
    const broken = registered.replace(
      '    doel: "Brieven samenvatten"\n',
      '    doel: "Brieven samenvatten"\n    risicoanalyse: { dpia: { verwijzing: weg.pdf } }\n',
    );
    const { after } = fix(
      world({ files: { 'ai-verantwoording.yml': broken, ...docs } }),
      'verwijzing-onvindbaar',
      /dpia-brief/,
    );
    assert.ok(!after().some((line) => line.includes('verwijzing-onvindbaar')));
  });
  it('replaces a note', () => {
    const text =
      'versie: 1\ntoepassingen:\n  - id: a\n    doel: x\n    paden: [diensten]\n    risicoanalyse:\n      dpia:\n        verwijzing: TODO # later\n';
    const { files, after } = fix(
      world({ files: { ...docs, 'ai-verantwoording.yml': text } }),
      'dpia-ontbreekt',
      /dpia-brief/,
    );
    assert.ok(files['ai-verantwoording.yml']?.includes('verwijzing: docs/dpia-brief.md # later'));
    assert.ok(!after().some((line) => line.includes('dpia-ontbreekt')));
  });
});

describe('record this endpoint', () => {
  it('under a contract, whose number is to be filled in', () => {
    const { files, after, fixes } = fix(
      world({ files: { 'ai-verantwoording.yml': record } }),
      'endpoint-zonder-contract',
      /api\.openai\.com vast: contract/,
    );
    assert.equal(fixes.filter((one) => one.id === 'record-endpoint').length, 1);
    assert.ok(
      files['ai-verantwoording.yml']?.includes(
        'endpoints:\n  - id: openai\n    url: https://api.openai.com\n    grondslag: contract\n',
      ),
    );
    assert.ok(files['ai-verantwoording.yml']?.includes('   # nog geen\n\ntoepassingen:'));
    assert.ok(!after().some((line) => line.includes('endpoint-zonder-contract')));
    assert.ok(after('ai-verantwoording.yml').some((line) => line.includes('nog-invullen information')));
  });
  it('in a new file, as own management', () => {
    const tenant = endpoint('https://llm.gemeente.nl/v1', 'tenant');
    const seen = { [path]: [{ ...uses[0], token: 'OpenAI()', endpoint: tenant }] as Seen[] };
    const { files, after } = fix(world({ usages: seen }), 'endpoint-zonder-contract', /eigen beheer$/);
    assert.equal(
      files['ai-verantwoording.yml'],
      'versie: 1\nendpoints:\n  - id: llm-gemeente-nl\n    url: https://llm.gemeente.nl\n    grondslag: eigen-beheer\n',
    );
    assert.ok(!after().some((line) => line.includes('endpoint-zonder-contract')));
  });
  it('by the variable that decides', () => {
    const unknown = endpoint('LLM_URL', 'unknown', { variable: 'LLM_URL' });
    const { after } = fix(
      world({ usages: { [path]: [{ token: 'OpenAI()', act: 'construct', endpoint: unknown }] } }),
      'endpoint-onbekend',
      /overheid$/,
    );
    assert.ok(!after().some((line) => line.includes('endpoint-onbekend')));
  });
});

describe('suppress with a reason', () => {
  const languages: Readonly<Record<string, readonly [string, string]>> = {
    'a.py': ['import os\nx = OpenAI()\n', '# '],
    'a.ts': ["import a from 'a';\nconst x = OpenAI();\n", '// '],
    'A.java': ['import a.B;\nclass A {\n    Object x = OpenAI();\n}\n', '// '],
    'A.cs': ['using A;\nclass B {\n  object x = OpenAI();\n}\n', '// '],
    'a.yml': ['eerst: 1\nnaam:\n  adres: OpenAI()\n', '# '],
    '.env': ['EERST=1\nADRES=OpenAI()\n', '# '],
    'a.properties': ['eerst=1\nadres=OpenAI()\n', '# '],
    'a.toml': ['eerst = 1\nadres = "OpenAI()"\n', '# '],
    'pom.xml': ['<project>\n  <a>OpenAI()</a>\n</project>\n', '<!-- '],
    'a.bat': ['@echo off\r\nset ADRES=OpenAI()\r\n', 'rem '],
    'A.razor': ['<p>Vraag</p>\n@inject OpenAI() klant\n', '@* '],
    'B.razor': ['@code {\n    object x = OpenAI();\n}\n', '@* '],
  };
  for (const [name, [text, mark]] of Object.entries(languages)) {
    it(`in ${name}`, () => {
      const before: World = {
        files: { [name]: text },
        usages: { [name]: [{ token: 'OpenAI()', act: 'construct', endpoint: openai }] },
      };
      const { files, after } = fix(before, 'endpoint-zonder-contract', /^Negeer .* tot 2026-08-30/, name);
      assert.ok(
        files[name]?.includes(`${mark}ai-verantwoording-negeer: endpoint-zonder-contract tot 2026-08-30`),
        files[name],
      );
      const found = after(name);
      assert.ok(
        found.some((line) => line.endsWith('negeren-ongeldig/reden-invullen warning')),
        found.join('\n'),
      );
      assert.ok(!found.some((line) => line.includes('endpoint-zonder-contract')), found.join('\n'));
    });
  }
  it('stands above the line on which a chain begins', () => {
    const before: World = {
      files: { 'a.ts': "import a from 'a';\n  const x = client\n    .chat(q);\n" },
      usages: { 'a.ts': [{ token: 'chat', act: 'call', endpoint: openai }] },
    };
    const { files } = fix(before, 'endpoint-zonder-contract', /^Negeer .* tot 2026-08-30/, 'a.ts');
    assert.match(files['a.ts'] ?? '', /'a';\n {2}\/\/ ai-verantwoording-negeer: .*\n {2}const x = client\n/);
  });
  it('is not offered where no comment can stand', () => {
    const before: World = {
      files: { 'a.json': '{"a":"OpenAI()"}' },
      usages: { 'a.json': [{ token: 'OpenAI()', act: 'construct', endpoint: openai }] },
    };
    const { findings, context } = scenario(before);
    const fixes: Fix[] = findings('a.json').flatMap((one) => fixesOf(one, context));
    assert.ok(!fixes.some((one) => one.id === 'suppress-finding'));
  });
});

describe('move a key to the environment', () => {
  const key = `sk-ant-api03-${['Qm7vT2xK', '9pLw4RzN', 'c8HsYb3E', 'j6DfUa1G'].join('').repeat(3)}`;
  const languages: Readonly<Record<string, readonly [string, string]>> = {
    'a.py': [
      `"""Uitleg."""\nfrom __future__ import annotations\nimport anthropic\nx = anthropic.Anthropic(api_key="${key}")\n`,
      'api_key=os.environ["ANTHROPIC_API_KEY"])',
    ],
    'b.py': [`"""Uitleg."""\nKEY = "${key}"\n`, '"""Uitleg."""\nimport os\nKEY = os.environ["ANTHROPIC_API_KEY"]'],
    'a.js': [`const x = new Anthropic({ apiKey: '${key}' });\n`, 'apiKey: process.env.ANTHROPIC_API_KEY }'],
    'a.ts': [`const x = new Anthropic({ apiKey: \`${key}\` });\n`, 'apiKey: process.env.ANTHROPIC_API_KEY }'],
    'A.java': [`class A {\n  String k = "${key}";\n}\n`, 'String k = System.getenv("ANTHROPIC_API_KEY");'],
    'A.cs': [
      `class A {\n  string k = "${key}";\n}\n`,
      'string k = System.Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY");',
    ],
  };
  for (const [name, [text, expected]] of Object.entries(languages)) {
    it(`in ${name}`, () => {
      const { files, after } = fix({ files: { [name]: text } }, 'sleutel-in-code', /ANTHROPIC_API_KEY$/, name);
      assert.ok(files[name]?.includes(expected), files[name]);
      assert.ok(!files[name]?.includes(key));
      if (name.endsWith('.py')) assert.match(files[name] ?? '', /^import os$/m);
      assert.deepEqual(after(name), []);
    });
  }
});
