import assert from 'node:assert/strict';
import { coveringUseCase } from '../../../server/src/core/accountability/cover.js';
import { recordedEndpointFor } from '../../../server/src/core/accountability/matchEndpoint.js';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';
import { messages, endpoint, scenario } from '../checks/scenario.js';

function record(path: string, paths: Readonly<Record<string, string>>) {
  const items = Object.entries(paths).map(([id, pattern]) => `  - { id: ${id}, doel: x, paden: ['${pattern}'] }\n`);
  return readAccountabilityFile(path, `versie: 1\ntoepassingen:\n${items.join('')}`);
}

describe('which use case covers a path', () => {
  const file = record('ai-verantwoording.yml', {
    alles: '**',
    brief: 'diensten/brief/**',
    een: 'diensten/brief/een.py',
    map: 'tools',
    js: '*.js',
  });
  const cases: Readonly<Record<string, string>> = {
    'x/y.py': 'alles',
    'diensten/brief/twee.py': 'brief',
    'diensten/brief/diep/.env': 'brief',
    'diensten/brief/een.py': 'een',
    'tools/a/b.ts': 'map',
    'a.js': 'js',
    'toolset/a.ts': 'alles',
  };
  for (const [path, id] of Object.entries(cases))
    it(`${path}: ${id}`, () => assert.equal(coveringUseCase(file, path)?.id, id));

  it('patterns start from the folder of the file', () => {
    const nested = record('app/ai-verantwoording.yml', { a: 'src/**' });
    assert.equal(coveringUseCase(nested, 'app/src/x.py')?.id, 'a');
    assert.equal(coveringUseCase(nested, 'app/lib/x.py'), undefined);
  });
  it('the nearest file above a path holds, and only that', () => {
    const { accountability } = scenario({
      files: { 'ai-verantwoording.yml': 'versie: 1\n', 'app/ai-verantwoording.yml': 'versie: 1\n' },
    });
    assert.equal(accountability.governing('app/src/a.py')?.file.path, 'app/ai-verantwoording.yml');
    assert.equal(accountability.governing('application/a.py')?.file.path, 'ai-verantwoording.yml');
  });
});

describe('inheritance', () => {
  const child = "versie: 1\nerft-van: ['../organisatie/org.yml']\n";
  const org = 'versie: 1\nbeleid: rijk-2023\nendpoints:\n  - { id: o, url: llm.nl, grondslag: eigen-beheer }\n';
  it('brings endpoints and policy of another file in the root', () => {
    const { accountability } = scenario({ files: { 'app/ai-verantwoording.yml': child, 'organisatie/org.yml': org } });
    assert.equal(accountability.wantedDocuments()[0], 'organisatie/org.yml');
    const governing = accountability.governing('app/a.py');
    assert.deepEqual(
      governing?.endpoints.map((one) => one.id),
      ['o'],
    );
    assert.equal(governing?.profile, 'rijk-2023');
  });
  it('ends a circle where it began', () => {
    const files = {
      'ai-verantwoording.yml': 'versie: 1\nerft-van: [b.yml]\n',
      'b.yml': 'versie: 1\nerft-van: [ai-verantwoording.yml, b.yml]\n',
    };
    assert.deepEqual(scenario({ files }).accountability.governing('x')?.endpoints, []);
  });
  it('says when the file is missing, broken or outside', () => {
    const variants = (files: Record<string, string>, path: string) =>
      scenario({ files })
        .findings(path)
        .map((one) => one.variant);
    assert.deepEqual(variants({ 'app/ai-verantwoording.yml': child }, 'app/ai-verantwoording.yml'), [
      'erft-van-ontbreekt',
    ]);
    assert.deepEqual(variants({ 'ai-verantwoording.yml': child }, 'ai-verantwoording.yml'), ['erft-van-buiten-map']);
    const far = scenario({ files: { 'app/ai-verantwoording.yml': "versie: 1\nerft-van: ['../../../org/o.yml']\n" } });
    const [said] = messages(far.findings('app/ai-verantwoording.yml'));
    assert.match(said ?? '', /buiten de onderzochte map .*Open of onderzoek de map erboven \('\.\.\/\.\.'\)/);
    const broken = { 'app/ai-verantwoording.yml': child, 'organisatie/org.yml': 'x: 1\n' };
    assert.deepEqual(variants(broken, 'app/ai-verantwoording.yml'), ['erft-van-ongeldig']);
  });
});

describe('an endpoint of a file that could not be read', () => {
  const use = 'toepassingen:\n  - { id: a, doel: Doel, endpoints: [vlam] }\n';
  const checks = (inherits: string) =>
    scenario({ files: { 'ai-verantwoording.yml': `versie: 1\n${inherits}${use}` } })
      .findings('ai-verantwoording.yml')
      .flatMap((one) => (one.check === 'ai-verantwoording-ongeldig' ? [one.variant] : []));
  it('is not said to be unknown: only that the file was not read', () => {
    assert.deepEqual(checks("erft-van: ['../org/o.yml']\n"), ['erft-van-buiten-map']);
    assert.deepEqual(checks("erft-van: ['@gemeente/ai']\n"), ['erft-van-pakket']);
    assert.deepEqual(checks(''), ['geen-endpoints']);
  });
});

describe('a recorded endpoint', () => {
  const recorded = (url: string, value: string): boolean => {
    const file = readAccountabilityFile(
      'a.yml',
      `versie: 1\nendpoints:\n  - { id: a, url: '${url}', grondslag: eigen-beheer }\n`,
    );
    return recordedEndpointFor(endpoint(value, 'tenant'), file.endpoints) !== undefined;
  };
  const yes: readonly (readonly [string, string])[] = [
    ['https://llm.nl', 'https://llm.nl/v1/chat'],
    ['https://llm.nl/v1', 'https://LLM.nl/v1/'],
    ['https://llm.nl/v1', 'https://llm.nl'],
    ['llm.nl', 'http://llm.nl/v1'],
    ['https://llm.nl:443', 'https://llm.nl'],
    ['https://*.openai.azure.com', 'https://mijn.openai.azure.com/openai'],
    ['http://llm:8000', 'http://llm:8000/v1'],
  ];
  const no: readonly (readonly [string, string])[] = [
    ['https://llm.nl', 'https://evil-llm.nl'],
    ['https://llm.nl', 'https://llm.nl.evil.com'],
    ['https://llm.nl', 'http://llm.nl'],
    ['https://llm.nl/v1', 'https://llm.nl/v10'],
    ['https://llm.nl:8443', 'https://llm.nl'],
    ['https://*.openai.azure.com', 'https://openai.azure.com'],
    ['https://llm.nl', 'https://llm.nl@evil.com/'],
  ];
  for (const [url, value] of yes) it(`${url} is ${value}`, () => assert.ok(recorded(url, value)));
  for (const [url, value] of no) it(`${url} is not ${value}`, () => assert.ok(!recorded(url, value)));
});
