import assert from 'node:assert/strict';
import { readTarget } from '../../../server/src/core/accountability/evidence/read.js';
import type { Target } from '../../../server/src/core/accountability/evidence/evidence.js';
import { scenario, summary } from '../checks/scenario.js';

type Others = Readonly<Record<string, string>>;
const read = (path: string, text: string, kind: Target['kind'] = 'dpia', others: Others = {}) =>
  readTarget({
    kind,
    written: path,
    path,
    document: { state: 'text', text },
    load: (other) => (others[other] === undefined ? { state: 'missing' } : { state: 'text', text: others[other] }),
  });
const why = (evidence: ReturnType<typeof readTarget>) => (evidence.found ? 'found' : evidence.why);

describe('cards of the reporting standard', () => {
  const assessment = (name: string, answer: string, urn = ''): string =>
    `name: ${name}\ndate: 2026-03-01\n${urn === '' ? '' : `urn: ${urn}\n`}contents:\n  - question: Wat?\n    answer: ${answer}\n    authors:\n      - name: J. Jansen\n`;
  const system =
    'schema_version: 0.1a10\nname: Brief-samenvatter\nassessments:\n  - !include assessments/dpia.yaml\n  - !include assessments/iama.yaml\n';
  const others = {
    'kaart/assessments/dpia.yaml': assessment('DPIA brief', 'Wij verwerken brieven.'),
    'kaart/assessments/iama.yaml': assessment('Assessment', 'Ja.', 'urn:nl:aivt:tr:iama:1.0'),
  };
  it('finds the assessment behind an include, and what it covers', () => {
    const expected = { found: true, date: '2026-03-01', covers: 'Brief-samenvatter' };
    assert.deepEqual(read('kaart/system_card.yaml', system, 'dpia', others), { ...expected, kind: 'dpia' });
    assert.deepEqual(read('kaart/system_card.yaml', system, 'iama', others), { ...expected, kind: 'iama' });
    assert.equal(why(read('kaart/system_card.yaml', system, 'aiia', others)), 'niet-genoemd');
  });
  it('takes an instrument that is listed, or an assessment without answers, for none', () => {
    const listed =
      'schema_version: 0.1a10\nname: x\ninstruments:\n  - urn: urn:nl:aivt:tr:iama:1.0\n    required: true\n';
    assert.equal(why(read('s.yaml', listed, 'iama')), 'niet-genoemd');
    assert.equal(why(read('a.yaml', assessment('DPIA', "''"))), 'telt-niet');
    assert.equal(why(read('a.yaml', assessment('DPIA', 'TODO'))), 'telt-niet');
    assert.equal(why(read('s.yaml', system, 'dpia', {})), 'niet-genoemd');
  });
  it('reads an assessment card by itself, and one that stands in the system card', () => {
    assert.deepEqual(read('a.yaml', assessment('IAMA', 'Ja.'), 'iama'), {
      found: true,
      kind: 'iama',
      date: '2026-03-01',
    });
    assert.equal(why(read('a.yaml', assessment('IAMA', 'Ja.'), 'dpia')), 'andere-soort');
    const inline = `schema_version: 0.1a10\nassessments:\n  - name: DPIA\n    date: 2026-03-01\n    contents: [{ question: a, answer: b }]\n`;
    assert.equal(why(read('s.yaml', inline)), 'found');
  });
  it('takes no other YAML, a broken one, or a template', () => {
    assert.equal(why(read('dpia.yml', 'a: 1\n')), 'onleesbaar');
    assert.equal(why(read('dpia.yml', 'a: [\n')), 'onleesbaar');
    assert.equal(why(read('dpia-voorbeeld.yml', assessment('DPIA', 'Ja.'))), 'telt-niet');
  });
  it('wants the parts of a card to be loaded', () => {
    const record =
      'versie: 1\ntoepassingen:\n  - { id: a, doel: x, risicoanalyse: { dpia: { verwijzing: kaart/system_card.yaml } } }\n';
    const { accountability } = scenario({
      files: { 'ai-verantwoording.yml': record, 'kaart/system_card.yaml': system },
    });
    for (const path of Object.keys(others)) assert.ok(accountability.wantedDocuments().includes(path), path);
  });
});

describe('an account under the five steps of the handreiking', () => {
  const account = (risk: string): string =>
    `# Verantwoording\n\n### 1) Doel en toepassingsgebied\n\nBrieven. Zie [de DPIA](dpia.pdf).\n\n### 2) Zorg voor de juiste mensen en vaardigheden\n\nTeam.\n\n### 3) Creëer een (generatieve) AI-governance structuur\n\nCIO.\n\n### 4) Risicoanalyse\n\n${risk}\n\n### 5) Generatieve AI inkopen of bouwen\n\nZie [DPIA](x.pdf).\n`;
  const path = 'docs/ai-verantwoording.md';
  it('shows an analysis where the section on risk analysis links to one', () => {
    assert.equal(
      why(read(path, account('De [DPIA](dpia.pdf) is van 2026.'), 'dpia', { 'docs/dpia.pdf': '%' })),
      'found',
    );
    assert.equal(why(read(path, account('- DPIA: https://intranet.gemeente-zuid.nl/dpia/3'))), 'found');
    assert.equal(why(read(path, account('[Pre-scan DPIA](https://intranet.gemeente-zuid.nl/p)'))), 'found');
  });
  const naming: readonly string[] = [
    'Er is een DPIA uitgevoerd.',
    'Er wordt nog een DPIA gedaan.',
    'DPIA: TODO',
    'De [DPIA](#dpia) volgt.',
    'Zie [wat een DPIA is](https://www.autoriteitpersoonsgegevens.nl/dpia).',
    'De [DPIA](dpia-sjabloon.md) is het sjabloon.',
    'De [DPIA](weg.pdf) staat hier.',
    'Het [IAMA](https://intranet.gemeente-zuid.nl/iama).',
  ];
  for (const line of naming) {
    it(`does not with "${line}"`, () => assert.equal(why(read(path, account(line))), 'niet-genoemd'));
  }
});

describe('texts that only name an analysis', () => {
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['docs/dpia.md', '# DPIA\n\nDit is een sjabloon voor een DPIA. Vul de vragen in.\n'],
    ['docs/dpia.md', '# DPIA\n\n## Doel\n\n[vul hier het doel in]\n\n## Gegevens\n\n[vul hier de gegevens in]\n'],
    ['docs/dpia.md', '# DPIA\n\n- [ ] TODO: doel\n- [ ] TODO: gegevens\n'],
    ['docs/dpia.md', '# DPIA\n\nLorem ipsum dolor sit amet.\n'],
    ['docs/dpia.md', '# DPIA van een fictieve organisatie\n\nWij verwerken brieven.\n'],
    ['docs/dpia.md', '---\ntitle: DPIA\n---\n\nNog in te vullen.\n'],
    ['docs/dpia.md', '# DPIA\n\nDoel: ....\n\nGegevens: ____\n'],
    ['docs/dpia-template.md', '# DPIA\n\nWij verwerken brieven.\n'],
    ['docs/dpia_demo.md', '# DPIA\n\nWij verwerken brieven.\n'],
  ];
  for (const [path, text] of texts) {
    it(`${path} with ${JSON.stringify(text.slice(0, 40))} does not count`, () =>
      assert.equal(why(read(path, text)), 'telt-niet'));
  }
  it('a text that says its status and date is read for them', () => {
    assert.deepEqual(read('d.md', '---\nstatus: concept\ndatum: 2026-03-01\n---\n\nINVULLEN: alles\n'), {
      found: true,
      status: 'concept',
      date: '2026-03-01',
    });
    assert.deepEqual(read('d.md', '# DPIA\n\n**Status:** Definitief\n\nWij verwerken brieven.\n'), {
      found: true,
      status: 'definitief',
    });
  });
  const words = [
    'DPIA',
    'ja',
    'uitgevoerd',
    'zie DPIA',
    'in voorbereiding',
    'DPIA is gedaan',
    'https://invulhulpen.rijksapp.nl',
    'https://minbzk.github.io/Algoritmekader/voldoen-aan-wetten-en-regels/hulpmiddelen/DPIA/',
    'https://nl.wikipedia.org/wiki/DPIA',
    'node_modules/x/dpia.pdf',
    'INVULLEN',
    'n.t.b.',
  ];
  for (const written of words) {
    it(`"${written}" silences nothing`, () => {
      const record = `versie: 1\ntoepassingen:\n  - id: a\n    doel: x\n    paden: [a.py]\n    risicoanalyse: { dpia: { verwijzing: '${written}' } }\n`;
      const { findings } = scenario({
        files: { 'ai-verantwoording.yml': record },
        documents: { 'node_modules/x/dpia.pdf': { state: 'exists' } },
      });
      const found = summary(findings('ai-verantwoording.yml')).filter((line) =>
        /dpia-ontbreekt|verwijzing-onvindbaar/.test(line),
      );
      assert.equal(found.length, 1, written);
    });
  }
});

describe('documents of another project', () => {
  const files = (reuse = ''): Others => ({
    'ai-verantwoording.yml': `versie: 1\ntoepassingen:\n  - id: a\n    doel: x\n    risicoanalyse: { dpia: { verwijzing: ander/docs/dpia.pdf${reuse} } }\n`,
    'ander/ai-verantwoording.yml': 'versie: 1\n',
  });
  const at = (reuse?: string) =>
    summary(
      scenario({ files: files(reuse), documents: { 'ander/docs/dpia.pdf': { state: 'exists' } } }).findings(
        'ai-verantwoording.yml',
      ),
    ).filter((line) => line.includes('dpia-ontbreekt'));
  it('count only where the record says why they may be used again', () => {
    assert.deepEqual(at(), ['5: dpia-ontbreekt/telt-niet warning']);
    assert.deepEqual(at(', hergebruik: { van: ander, reden: Zelfde dienst }'), []);
    assert.deepEqual(at(", hergebruik: { van: ander, reden: 'INVULLEN: waarom?' }"), [
      '5: dpia-ontbreekt/telt-niet warning',
    ]);
  });
});

describe('a document about another use case of the same file', () => {
  const at = (reuse = '') =>
    summary(
      scenario({
        files: {
          'ai-verantwoording.yml': `versie: 1\ntoepassingen:\n  - { id: een, doel: x }\n  - id: twee\n    doel: x\n    risicoanalyse: { dpia: { verwijzing: dpia.md${reuse} } }\n`,
          'dpia.md': '---\ntoepassing: een\n---\n\nWij verwerken brieven.\n',
        },
      }).findings('ai-verantwoording.yml'),
    ).filter((line) => line.includes('dpia-ontbreekt/telt-niet'));
  it('counts only with a reason', () => {
    assert.equal(at().length, 1);
    assert.equal(at(', hergebruik: { van: een, reden: Zelfde dienst }').length, 0);
  });
});

describe('names of people', () => {
  it('are warned of where the document is referred to, and never shown', () => {
    const text = JSON.stringify({
      metadata: { urn: 'urn:nl:dpia:3.0', createdAt: '2026-02-01' },
      answers: { '19.4': { value: 'J. Jansen', lastEditedBy: 'J. Jansen' } },
    });
    const record =
      'versie: 1\ntoepassingen:\n  - { id: a, doel: x, risicoanalyse: { dpia: { verwijzing: dpia.json } } }\n';
    const findings = scenario({
      files: { 'ai-verantwoording.yml': record },
      documents: { 'dpia.json': { state: 'text', text } },
    }).findings('ai-verantwoording.yml');
    assert.ok(summary(findings).includes('3: ai-verantwoording-ongeldig/namen-in-bestand hint'));
    assert.ok(!JSON.stringify(findings).includes('Jansen'));
  });
});

describe('inheriting from an installed package', () => {
  const org =
    'versie: 1\nendpoints:\n  - { id: o, url: llm.nl, grondslag: eigen-beheer }\nassistenten:\n  - { naam: Copilot, grondslag: eigen-beheer }\n';
  const child = (name: string): string => `versie: 1\nerft-van: ['${name}']\n`;
  const at = (name: string, installed: Others) =>
    scenario({
      files: { 'app/ai-verantwoording.yml': child(name) },
      documents: Object.fromEntries(
        Object.entries(installed).map(([path, text]) => [path, { state: 'text' as const, text }]),
      ),
    });
  it('looks where Node would, nearest first', () => {
    for (const path of [
      'app/node_modules/@gemeente/ai/ai-verantwoording.yml',
      'node_modules/@gemeente/ai/ai-verantwoording.organisatie.yml',
    ]) {
      const governing = at('@gemeente/ai', { [path]: org }).accountability.governing('app/a.py');
      assert.deepEqual(
        governing?.endpoints.map((one) => one.id),
        ['o'],
        path,
      );
      assert.equal(governing?.assistants.length, 1);
    }
    const inside = at('@gemeente/ai/rijk/afspraken.yml', { 'node_modules/@gemeente/ai/rijk/afspraken.yml': org });
    assert.equal(inside.accountability.governing('app/a.py')?.endpoints.length, 1);
    assert.equal(
      at('ai-afspraken', { 'node_modules/ai-afspraken/ai-verantwoording.yml': org }).accountability.governing(
        'app/a.py',
      )?.endpoints.length,
      1,
    );
  });
  it('says when it is not installed', () => {
    const variants = at('@gemeente/ai', {})
      .findings('app/ai-verantwoording.yml')
      .map((one) => one.variant);
    assert.deepEqual(variants, ['erft-van-pakket']);
  });
});
