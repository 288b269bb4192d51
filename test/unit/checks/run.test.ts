import assert from 'node:assert/strict';
import { endpoint, messages, openai, scenario, summary } from './scenario.js';
import type { Seen, World } from './scenario.js';

const code = `from openai import OpenAI

client = OpenAI()
answer = client.chat.completions.create(model="gpt-4o")
other = OpenAI()
`;
const uses: readonly Seen[] = [
  { token: 'from openai import OpenAI', kind: 'import' },
  { token: 'OpenAI()', act: 'construct', endpoint: openai },
  { token: 'client.chat.completions.create', act: 'call', endpoint: openai },
  { token: 'model="gpt-4o"', kind: 'model', model: 'gpt-4o', carrier: 2 },
  { token: 'OpenAI()', nth: 1, act: 'construct', endpoint: openai },
];
const full = `versie: 1
endpoints:
  - id: openai
    url: https://api.openai.com
    grondslag: contract
    contract:
      kenmerk: IB-1
      geldig-tot: 2027-01-01
      voorwaarden: [ARBIT-2022]
      afspraken: { datadeling: geen, bewaartermijn: 0 dagen, hertraining: nee }
    doorgifte: Adequaatheidsbesluit
    exit-strategie: docs/exit.md
eigen-code: { tenzij: Beveiliging van de keten }
toepassingen:
  - id: brief
    doel: Samenvatten van brieven
    paden: [src/**]
    advies: { fg: 2026-02-14, cio: 2026-02-20 }
    open-source: { tenzij: { veiligheid: Getest op misbruik, toepassingscontext: Alleen behandelaars } }
    transparantie: Zin onder elke samenvatting
    gebruikersinstructie: Training in februari
    risicoanalyse:
      dpia: { verwijzing: docs/dpia.pdf }
      iama: { verwijzing: https://algoritmes.overheid.nl/nl/algoritme/brief/12345678 }
`;

function python(more: Partial<World> = {}, record?: string) {
  const files = {
    'src/app.py': code,
    ...(record === undefined ? {} : { 'ai-verantwoording.yml': record }),
    ...more.files,
  };
  return scenario({ usages: { 'src/app.py': uses }, ...more, files });
}

describe('checks on a file without an accountability file', () => {
  it('tell one story on the first client construction', () => {
    const findings = python().findings('src/app.py');
    assert.deepEqual(summary(findings), [
      '3: endpoint-zonder-contract/public warning',
      '3: dpia-ontbreekt/geen-bestand warning',
      '3: iama-ontbreekt/geen-bestand warning',
    ]);
    assert.deepEqual(
      findings[0]?.related.map((one) => one.range.start.line),
      [4, 3],
    );
    assert.match(messages(findings)[0] ?? '', /openbare API van OpenAI \(api\.openai\.com\/v1\)/);
  });
  it('weigh more under the position of 2023, in its words', () => {
    const findings = python({ settings: { profile: 'rijk-2023' } }).findings('src/app.py');
    assert.deepEqual(new Set(findings.map((one) => one.severity)), new Set(['error']));
    assert.match(messages(findings)[0] ?? '', /Niet-gecontracteerde/);
  });
  it('follow the profile of the accountability file, and a setting before that', () => {
    const record = `versie: 1\nbeleid: rijk-2023\n`;
    assert.equal(python({}, record).findings('src/app.py')[0]?.severity, 'error');
    const set = python({ settings: { profile: 'overheidsbreed-2025' } }, record);
    assert.equal(set.findings('src/app.py')[0]?.severity, 'warning');
  });
  it('let a severity be set or switched off, and then say that the use is not registered', () => {
    const checks = { 'dpia-ontbreekt': 'off', 'iama-ontbreekt': 'off', 'endpoint-zonder-contract': 'error' } as const;
    assert.deepEqual(summary(python({ settings: { checks } }).findings('src/app.py')), [
      '3: endpoint-zonder-contract/public error',
      '3: toepassing-niet-geregistreerd/geen-bestand warning',
    ]);
  });
});

describe('checks on a registered use case', () => {
  it('find nothing when endpoint, DPIA and IAMA are named', () => {
    const world = python({ documents: { 'docs/dpia.pdf': { state: 'exists' } } }, full);
    assert.deepEqual(summary(world.findings('src/app.py')), []);
    assert.deepEqual(summary(world.findings('ai-verantwoording.yml')), []);
  });
  it('say what is missing in the code and once where the use case stands', () => {
    const world = python({}, full.slice(0, full.indexOf('    risicoanalyse')));
    assert.deepEqual(summary(world.findings('src/app.py')), [
      '3: dpia-ontbreekt/default warning',
      '3: iama-ontbreekt/default warning',
    ]);
    assert.deepEqual(summary(world.findings('ai-verantwoording.yml')), [
      '15: dpia-ontbreekt/default warning',
      '15: iama-ontbreekt/default warning',
    ]);
    assert.equal(world.findings('src/app.py')[0]?.useCase, 'brief');
  });
  it('say that a reference is not found, in both places', () => {
    const world = python({}, full);
    assert.deepEqual(summary(world.findings('src/app.py')), ['3: verwijzing-onvindbaar/bestand warning']);
    assert.deepEqual(summary(world.findings('ai-verantwoording.yml')), ['23: verwijzing-onvindbaar/bestand warning']);
  });
  it('take no template or note for a DPIA', () => {
    for (const note of ['TODO', 'docs/dpia-sjabloon.md', 'volgt']) {
      const world = python(
        { documents: { 'docs/dpia-sjabloon.md': { state: 'exists' } } },
        full.replace('docs/dpia.pdf', note),
      );
      assert.deepEqual(
        summary(world.findings('src/app.py')).filter((line) => line.includes('dpia')),
        ['3: dpia-ontbreekt/telt-niet warning'],
        note,
      );
    }
  });
  it('say that a contract has ended', () => {
    const record = full.replace('2027-01-01', '2026-05-31');
    const world = python({ documents: { 'docs/dpia.pdf': { state: 'exists' } } }, record);
    assert.deepEqual(summary(world.findings('src/app.py')), ['3: endpoint-zonder-contract/verlopen warning']);
  });
  it('tie a line or a file by a comment', () => {
    const record = `${full}  - id: ander\n    doel: Iets anders\n    gegevens: geen\n`;
    const tied = code.replace('client = OpenAI()', '# ai-verantwoording: ander\nclient = OpenAI()');
    const world = scenario({
      files: { 'src/app.py': tied, 'ai-verantwoording.yml': record },
      usages: { 'src/app.py': uses },
      documents: { 'docs/dpia.pdf': { state: 'exists' } },
    });
    assert.deepEqual(
      world.findings('src/app.py').map((one) => [one.check, one.useCase]),
      [
        ['dpia-ontbreekt', 'ander'],
        ['iama-ontbreekt', 'ander'],
        ['open-source-tenzij', 'ander'],
      ],
    );
  });
  it('report a comment that names no known use case', () => {
    const world = python(
      {
        files: { 'src/app.py': `# ai-verantwoording: weg\n${code}` },
        documents: { 'docs/dpia.pdf': { state: 'exists' } },
      },
      full,
    );
    assert.deepEqual(summary(world.findings('src/app.py')), [
      '1: ai-verantwoording-ongeldig/onbekende-toepassing error',
    ]);
  });
});

describe('endpoints', () => {
  const go = (seen: Partial<Seen>, record?: string, more: Partial<World> = {}) =>
    summary(
      scenario({
        files: { 'app.py': 'x = OpenAI()\n', ...(record === undefined ? {} : { 'ai-verantwoording.yml': record }) },
        usages: { 'app.py': [{ token: 'OpenAI()', act: 'construct', ...seen }] },
        ...more,
      }).findings('app.py'),
    ).filter((line) => /endpoint|consument/.test(line));

  it('of a government service or the machine itself need no contract', () => {
    assert.deepEqual(go({ endpoint: endpoint('https://vlam-api.rijksweb.nl/v1', 'government') }), []);
    assert.deepEqual(go({ endpoint: endpoint('http://localhost:11434', 'local') }), []);
  });
  it('of an own tenant or another host weigh one step less', () => {
    const tenant = endpoint('https://x.openai.azure.com', 'tenant', { provider: 'azure-openai' });
    assert.deepEqual(go({ endpoint: tenant }), ['1: endpoint-zonder-contract/tenant information']);
    assert.deepEqual(go({ endpoint: tenant }, undefined, { settings: { profile: 'rijk-2023' } }), [
      '1: endpoint-zonder-contract/tenant warning',
    ]);
    assert.deepEqual(go({ endpoint: endpoint('https://llm.gemeente.nl', 'tenant') }), [
      '1: endpoint-zonder-contract/host information',
    ]);
  });
  it('for consumers are reported as such alone', () => {
    const chat = endpoint('https://chatgpt.com/backend-api', 'consumer', { provider: 'openai' });
    assert.deepEqual(go({ endpoint: chat }), ['1: consumentendienst/default error']);
  });
  it('for consumers may be explored without personal data under the position of 2025', () => {
    const chat = endpoint('https://chatgpt.com', 'consumer');
    const record =
      'versie: 1\ntoepassingen:\n  - { id: a, doel: Verkennen, paden: [app.py], fase: verkenning, gegevens: geen }\n';
    assert.deepEqual(go({ endpoint: chat }, record), []);
    assert.deepEqual(go({ endpoint: chat }, record, { settings: { profile: 'rijk-2023' } }), [
      '1: consumentendienst/default error',
    ]);
  });
  it('that cannot be derived name the variable, until it is recorded', () => {
    const unknown = endpoint('LLM_URL', 'unknown', { variable: 'LLM_URL' });
    assert.deepEqual(go({ endpoint: unknown }), ['1: endpoint-onbekend/variabele information']);
    const record = 'versie: 1\nendpoints:\n  - { id: a, variabele: LLM_URL, grondslag: eigen-beheer }\n';
    assert.deepEqual(go({ endpoint: unknown }, record), []);
  });
  it('show the way that led to them', () => {
    const start = { line: 2, character: 0 };
    const way = [{ path: '.env', range: { start, end: start }, name: 'base_url', kind: 'environment' as const }];
    const world = scenario({
      files: { 'app.py': 'x = OpenAI()\n' },
      usages: { 'app.py': [{ token: 'OpenAI()', act: 'construct', endpoint: { ...openai, way } }] },
    });
    const related = world.findings('app.py')[0]?.related[0];
    assert.deepEqual([related?.path, related?.text, related?.values['regel']], ['.env', 'weg-omgeving', '3']);
  });
});

describe('who carries the findings', () => {
  const settingsFile = 'OPENAI_BASE_URL=https://api.openai.com/v1\nOPENAI_API_KEY=\n';
  const inSettings: readonly Seen[] = [
    { token: 'https://api.openai.com/v1', kind: 'endpoint', endpoint: openai },
    { token: 'OPENAI_API_KEY', kind: 'environment' },
  ];
  it('an endpoint setting carries its endpoint; the use case is told in the code', () => {
    const world = python({ files: { '.env': settingsFile }, usages: { 'src/app.py': uses, '.env': inSettings } });
    assert.deepEqual(summary(world.findings('.env')), ['1: endpoint-zonder-contract/public warning']);
  });
  it('an example of settings carries nothing beside code', () => {
    const world = python({
      files: { '.env.example': settingsFile },
      usages: { 'src/app.py': uses, '.env.example': inSettings },
    });
    assert.deepEqual(summary(world.findings('.env.example')), []);
  });
  it('a setting without code tells all of it', () => {
    const world = scenario({ files: { '.env': settingsFile }, usages: { '.env': inSettings } });
    assert.deepEqual(summary(world.findings('.env')), [
      '1: endpoint-zonder-contract/public warning',
      '1: dpia-ontbreekt/geen-bestand warning',
      '1: iama-ontbreekt/geen-bestand warning',
    ]);
  });
  it('a dependency carries nothing beside code, and the use case without any', () => {
    const files = { 'requirements.txt': 'openai==1.0\n' };
    const dependency: Seen = { token: 'openai==1.0', kind: 'dependency' };
    const beside = python({ files, usages: { 'src/app.py': uses, 'requirements.txt': [dependency] } });
    assert.deepEqual(summary(beside.findings('requirements.txt')), []);
    const alone = scenario({ files, usages: { 'requirements.txt': [dependency] } });
    assert.deepEqual(summary(alone.findings('requirements.txt')), [
      '1: dpia-ontbreekt/geen-bestand warning',
      '1: iama-ontbreekt/geen-bestand warning',
    ]);
  });
  it('an import carries nothing beside a client elsewhere', () => {
    const files = { 'src/types.py': 'import openai\n' };
    const seen: Seen = { token: 'import openai', kind: 'import', endpoint: openai };
    assert.deepEqual(
      summary(python({ files, usages: { 'src/app.py': uses, 'src/types.py': [seen] } }).findings('src/types.py')),
      [],
    );
    const alone = scenario({ files, usages: { 'src/types.py': [seen] } });
    assert.equal(alone.findings('src/types.py').length, 3);
  });
  it('assistants and workflows carry nothing', () => {
    const files = { 'CLAUDE.md': '# x\n', 'a.yml': 'uses: x\n' };
    const world = scenario({ files, usages: { 'a.yml': [{ token: 'uses', kind: 'workflow', endpoint: openai }] } });
    assert.deepEqual(summary(world.findings('a.yml')), []);
  });
  it('two endpoints in one file are two stories', () => {
    const world = scenario({
      files: { 'a.py': 'a = A()\nb = B()\n' },
      usages: {
        'a.py': [
          { token: 'A()', act: 'construct', endpoint: openai },
          {
            token: 'B()',
            act: 'construct',
            endpoint: endpoint('https://api.mistral.ai', 'public', { provider: 'mistral' }),
          },
        ],
      },
    });
    assert.deepEqual(
      world
        .findings('a.py')
        .filter((one) => one.check === 'endpoint-zonder-contract')
        .map((one) => one.range.start.line),
      [0, 1],
    );
  });
});
