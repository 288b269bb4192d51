import assert from 'node:assert/strict';
import { checksIn, world } from './world.js';
import type { Files } from './world.js';

const python = (line: string): Files => ({
  'app.py': `from openai import OpenAI\n\n${line}\nclient = OpenAI()\n`,
});
const typescript = (line: string): Files => ({
  'app.ts': `import OpenAI from 'openai';\n\n${line}\nconst client = new OpenAI();\n`,
});
const java = (line: string): Files => ({
  'A.java': `import com.openai.client.okhttp.OpenAIOkHttpClient;\n${line}\nclass A { Object a = OpenAIOkHttpClient.fromEnv(); }\n`,
});
const beside = (path: string, text: string): Files => ({ ...python(''), [path]: text });

/** Code and prose that names a risk analysis. None of it is the project's own record of one. */
const mentions: readonly Files[] = [
  ...[
    '# DPIA: docs/dpia.md',
    '# De DPIA is gedaan en goedgekeurd door de FG op 2026-01-12.',
    '# TODO: DPIA en IAMA nog doen',
    '# FIXME DPIA ontbreekt',
    '# dpia: https://intranet.gemeente.nl/dpia/12',
    '# iama: n.v.t.',
    '# pre-scan DPIA uitgevoerd, geen DPIA nodig',
    '# @dpia docs/dpia.pdf',
    '# noqa: dpia-ontbreekt',
    '# handreiking: ignore dpia-ontbreekt',
    '# ai-verantwoording: dpia gedaan',
    '# zie ai-verantwoording-negeer: dpia-ontbreekt',
    '# voorbeeld: "ai-verantwoording-negeer: dpia-ontbreekt tot 2027-01-01 -- reden"',
    '# ai-verantwoording-negeer: dpia-ontbreekt',
    '# ai-verantwoording-negeer dpia-ontbreekt tot 2027-01-01 -- DPIA is er',
    '# ai-verantwoording-negeer: DPIA tot 2027-01-01 -- is er al',
    '"""DPIA: zie https://www.rijksoverheid.nl/dpia-model."""',
    '"""\nRisicoanalyse\n-------------\nDPIA: docs/dpia.md\nIAMA: docs/iama.md\n"""',
    'DPIA = "docs/dpia_2026-02-01_10-00-00.json"',
    'dpia = {"verwijzing": "docs/dpia.pdf", "status": "definitief"}',
    'dpia_status = "definitief"; iama_status = "definitief"',
    'risicoanalyse = dict(dpia="docs/dpia.pdf", iama="docs/iama.pdf")',
    'print("ai-verantwoording-negeer: dpia-ontbreekt tot 2027-01-01 -- reden")',
    'NEGEER = "# ai-verantwoording-negeer: dpia-ontbreekt tot 2027-01-01 -- reden"',
    'URN = "urn:nl:dpia:3.0"',
    'DPIA_URL = "https://algoritmes.overheid.nl/nl/algoritme/voorbeeld/12345678"',
    'def test_dpia(): assert heeft_dpia("brief")',
    'tekst = f"Voor {naam} is een DPIA gedaan"',
    'class Dpia: pass',
    'import dpia',
  ].map(python),
  ...[
    '// DPIA: docs/dpia.md',
    '/** @see docs/dpia.md DPIA, IAMA */',
    '/* eslint-disable dpia-ontbreekt, iama-ontbreekt -- DPIA is gedaan */',
    '// ts-expect-error dpia-ontbreekt',
    "const dpia = { verwijzing: 'docs/dpia.pdf' };",
    'const kop = <h2>DPIA</h2>;',
    "test('dpia', () => expect(dpia).toBe('definitief'));",
    '// changelog: 1.2.0 DPIA toegevoegd',
  ].map(typescript),
  ...['// DPIA definitief, IAMA definitief', '@Dpia("docs/dpia.pdf")', '@SuppressWarnings("dpia-ontbreekt")'].map(java),
  beside('README.md', '# Brief\n\n## DPIA\n\nVoor deze toepassing is een [DPIA](docs/dpia.md) en een IAMA gedaan.\n'),
  beside('README.md', '[![DPIA](https://img.shields.io/badge/DPIA-definitief-green)](docs/dpia.md)\n'),
  beside('CHANGELOG.md', '## 1.2.0\n\n- DPIA en IAMA toegevoegd\n'),
  beside('docs/dpia.md', '# DPIA\n\nWij verwerken brieven van inwoners met een taalmodel.\n'),
  beside('docs/iama.md', '# IAMA\n\nDe grondrechten die geraakt worden, staan hieronder.\n'),
  beside(
    'docs/dpia_2026-02-01_10-00-00.json',
    '{"metadata":{"urn":"urn:nl:dpia:3.0"},"answers":{"1.1":{"value":"x"}}}',
  ),
  beside('.github/PULL_REQUEST_TEMPLATE.md', '- [x] DPIA gedaan\n- [x] IAMA gedaan\n'),
  beside('.github/workflows/ci.yml', '# DPIA: docs/dpia.md\nname: dpia\non: push\njobs: {}\n'),
  beside('config.yml', 'dpia: docs/dpia.md\niama: docs/iama.md\nstatus: definitief\n'),
  beside(
    'publiccode.yml',
    'publiccodeYmlVersion: "0.4"\nname: Brief\ndescription:\n  nl:\n    longDescription: De DPIA is gedaan.\n',
  ),
  beside('package.json', '{ "name": "brief", "description": "Met DPIA en IAMA", "dpia": "docs/dpia.md" }'),
  beside('settings.json', '{ "risicoanalyse": { "dpia": { "verwijzing": "docs/dpia.pdf" } } }'),
  beside('.env', 'DPIA=docs/dpia.md\n'),
  beside(
    'tests/demo/ai-verantwoording.yml',
    'versie: 1\ntoepassingen:\n  - { id: demo, doel: Demo, paden: ["**"], risicoanalyse: { dpia: { verwijzing: dpia.pdf } } }\n',
  ),
  beside(
    'ander/ai-verantwoording.yml',
    'versie: 1\ntoepassingen:\n  - { id: ander, doel: Ander, paden: ["../app.py"], risicoanalyse: { dpia: { verwijzing: dpia.pdf } } }\n',
  ),
  beside('docs/ai-verantwoording.md', '# Verantwoording\n\n## Risicoanalyse\n\nDPIA en IAMA: gedaan.\n'),
  beside(
    'ai-verantwoording.json',
    '{ "versie": 1, "toepassingen": [{ "id": "a", "doel": "A", "paden": ["**"], "risicoanalyse": { "dpia": { "verwijzing": "x.pdf" } } }] }',
  ),
  beside(
    'ai-verantwoording.voorbeeld.yml',
    'versie: 1\ntoepassingen:\n  - { id: a, doel: A, paden: ["**"], risicoanalyse: { dpia: { verwijzing: https://intranet.gemeente.nl/d/1 } } }\n',
  ),
];

describe('lines that merely name a risk analysis', () => {
  for (const files of mentions) {
    const path = Object.keys(files)[0] as string;
    const shown = (
      Object.keys(files).length > 1
        ? Object.entries(files)[1]?.join(': ')
        : files[path]?.split('\n').slice(1, -2).join(' ')
    )?.trim();
    it(`silence nothing: ${(shown ?? '').replaceAll('\n', ' ').slice(0, 90)}`, () => {
      const found = checksIn(world(files), path);
      for (const check of ['dpia-ontbreekt', 'iama-ontbreekt', 'endpoint-zonder-contract'])
        assert.ok(
          found.some((one) => one.startsWith(`${check}/`)),
          `${check} not in ${found.join()}`,
        );
    });
  }
});
