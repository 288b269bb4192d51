import assert from 'node:assert/strict';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';
import { endpoint, openai, scenario, summary } from '../checks/scenario.js';
import type { Seen, World } from '../checks/scenario.js';
import { fix, onlyAdded } from './applyFix.js';

const path = 'src/app.py';
const file = 'ai-verantwoording.yml';
const uses: readonly Seen[] = [{ token: 'OpenAI()', act: 'construct', endpoint: openai, model: 'gpt-4o' }];
const record = `# van ons
versie: 1
endpoints:
  - id: openai
    url: https://api.openai.com
    grondslag: contract
    contract: { kenmerk: IB-1 }
toepassingen:
  - id: brief   # de eerste
    doel: Brieven samenvatten
    fase: productie
    paden: [src/**]
    endpoints: [openai]
    gegevens: persoonsgegevens
    besluiten-over-mensen: ondersteunt
    risicoanalyse:
      dpia: { verwijzing: https://intranet.gemeente-zuid.nl/dpia/3 }
`;
const world = (text = record, more: Partial<World> = {}): World => ({
  files: { [path]: 'client = OpenAI()\n', [file]: text, ...more.files },
  usages: { [path]: uses, ...more.usages },
});
const clean = (text = ''): void =>
  assert.deepEqual(
    readAccountabilityFile(file, text).problems.filter((one) => one.variant !== 'nog-invullen'),
    [],
  );

/** Each leaves a note; the finding changes into one that asks to fill it in, in the code and in the record. */
const notes: readonly (readonly [check: string, title: RegExp, at: string])[] = [
  ['fg-advies-ontbreekt', /advies van de FG/, path],
  ['cio-advies-ontbreekt', /advies van de CIO/, file],
  ['menselijk-toezicht-ontbreekt', /menselijk toezicht/, path],
  ['algoritmeregister-ontbreekt', /Algoritmeregister/, path],
  ['transparantie-ontbreekt', /weten dat het AI is/, file],
  ['gebruikersinstructie-ontbreekt', /instructie/, file],
  ['exit-strategie-ontbreekt', /exit-strategie/, file],
  ['eigen-code-niet-open', /eigen code/, file],
];

describe('notes in the accountability file', () => {
  for (const [check, title, at] of notes) {
    it(`${check}: is left to be filled in and stays reported`, () => {
      const { files, after } = fix(world(), check, title, at);
      onlyAdded(record, files[file] ?? '');
      clean(files[file]);
      assert.deepEqual(
        after(at)
          .filter((line) => line.includes(check))
          .map((line) => line.replace(/^\d+: (\S+) .*/, '$1')),
        [`${check}/nog-invullen`],
      );
    });
  }
  it('the tenzij gets both factors, and the finding says which are open', () => {
    const { files, after } = fix(world(), 'open-source-tenzij', /tenzij/, path);
    clean(files[file]);
    assert.ok(after(path).some((line) => line.includes('open-source-tenzij/half information')));
    const argued = (files[file] ?? '')
      .replace(/INVULLEN: hoe robuust[^'\n]*/, 'Getest')
      .replace(/INVULLEN: wat betekent[^'\n]*/, 'Alleen intern');
    assert.ok(!summary(scenario(world(argued)).findings(path)).some((line) => line.includes('tenzij')));
  });
  it('conditions and agreements are filled in beside what is there', () => {
    for (const text of [
      record,
      record.replace(
        'contract: { kenmerk: IB-1 }',
        'contract:\n      kenmerk: IB-1\n      afspraken:\n        hertraining: nee',
      ),
    ]) {
      const { files, after } = fix(world(text), 'inkoopvoorwaarden-ontbreken', /voorwaarden en afspraken/, path);
      clean(files[file]);
      assert.ok(after(path).some((line) => line.includes('inkoopvoorwaarden-ontbreken')));
      const done = (files[file] ?? '').replace(/'?INVULLEN[^'\]\n,}]*'?/g, 'afgesproken');
      assert.ok(
        !summary(scenario(world(done)).findings(path)).some((line) => line.includes('inkoopvoorwaarden')),
        done,
      );
    }
  });
  it('the transfer is argued at the endpoint', () => {
    const { files, after } = fix(world(), 'doorgifte-buiten-eer', /^Leg vast waarom gegevens/, path);
    clean(files[file]);
    assert.ok(
      after(path).some((line) => line.includes('doorgifte-buiten-eer/nog-invullen')),
      'a note is no reason',
    );
    const argued = (files[file] ?? '').replace(/'INVULLEN: waarom mogen[^\n]*'/, 'Adequaatheidsbesluit');
    assert.ok(!summary(scenario(world(argued)).findings(path)).some((line) => line.includes('doorgifte')));
  });
  it('fits in a file in brackets', () => {
    const flow =
      'versie: 1\ntoepassingen: [{ id: brief, doel: x, fase: productie, paden: [src], risicoanalyse: { dpia: { verwijzing: https://a.nl/b } } }]\n';
    for (const [check, title, at] of notes.filter(([one]) => !/exit|toezicht|eigen/.test(one))) {
      clean(fix(world(flow), check, title, at).files[file]);
    }
  });
});

describe('answers about a use case', () => {
  it('says that it uses personal data', () => {
    const code = 'client = OpenAI()\nclient.chat.completions.create(messages=[geboortedatum])\n';
    const seen: readonly Seen[] = [
      ...uses,
      { token: 'client.chat.completions.create(messages=[geboortedatum])', act: 'call', endpoint: openai, carrier: 0 },
    ];
    const text = record.replace('    gegevens: persoonsgegevens\n', '');
    const before = world(text, { files: { [path]: code }, usages: { [path]: seen } });
    const { after, files } = fix(before, 'persoonsgegevens-in-prompt', /persoonsgegevens gebruikt$/, path);
    clean(files[file]);
    assert.ok(!after(path).some((line) => line.includes('persoonsgegevens-in-prompt')));
  });
  it('says whether it counts in decisions', () => {
    const text = record.replace('    besluiten-over-mensen: ondersteunt\n', '');
    const no = fix(world(text), 'menselijk-toezicht-ontbreekt', /telt niet mee/, path);
    assert.ok(!no.after(path).some((line) => line.includes('menselijk-toezicht')));
    const yes = fix(world(text), 'menselijk-toezicht-ontbreekt', /ondersteunt/, file);
    assert.ok(yes.after(file).some((line) => line.includes('menselijk-toezicht-ontbreekt/default warning')));
  });
  it('ends what is not used any more', () => {
    const text = record.replace('src/**', 'weg/**');
    const { after, files } = fix(world(text), 'toepassing-zonder-gebruik', /beëindigd/, file);
    clean(files[file]);
    assert.ok(!after(file).some((line) => line.includes('zonder-gebruik')));
  });
});

describe('start or reuse an analysis', () => {
  it('starts an IAMA and a pre-scan as a concept', () => {
    const text = record.replace(/ {4}risicoanalyse:[\s\S]*/, '');
    const first = fix(world(text), 'iama-ontbreekt', /^Begin met een IAMA/, path);
    clean(first.files[file]);
    assert.match(first.files['docs/iama-brief.md'] ?? '', /^---\nstatus: concept\ndatum: 2026-06-01\n/);
    assert.ok(first.after(path).some((line) => line.includes('risicoanalyse-concept/concept warning')));
    assert.ok(!first.after(path).some((line) => line.includes('iama-ontbreekt')));
    const second = fix({ ...world(text), files: first.files }, 'dpia-ontbreekt', /^Begin met een pre-scan DPIA/, file);
    clean(second.files[file]);
    assert.equal(second.after(file).filter((line) => line.includes('risicoanalyse-concept/concept')).length, 2);
  });
  it('leaves a file alone that is there', () => {
    const text = record.replace(/ {4}risicoanalyse:[\s\S]*/, '');
    const before = world(text, { files: { 'docs/iama-brief.md': '# Van ons\n' } });
    const { files } = fix(before, 'iama-ontbreekt', /^Begin met een IAMA/, path);
    assert.equal(files['docs/iama-brief.md'], '# Van ons\n');
    assert.ok(files['docs/iama-brief-2.md']);
  });
  it('uses the analysis of another use case for the same service, with a reason', () => {
    const text = `${record}  - id: ander\n    doel: Iets anders\n    paden: [src/app.py]\n    endpoints: [openai]\n`;
    const { files, after } = fix(world(text), 'dpia-ontbreekt', /^Gebruik de DPIA van 'brief' ook hier/, path);
    clean(files[file]);
    assert.match(files[file] ?? '', /hergebruik:\n {10}van: brief/);
    assert.ok(!after(path).some((line) => line.includes('dpia-ontbreekt')));
    assert.ok(after(file).some((line) => line.includes('nog-invullen')));
  });
});

describe('record an assistant', () => {
  const copilot = endpoint('', 'unknown');
  const before: World = {
    files: { '.github/copilot-instructions.md': '# Instructies\n' },
    usages: {
      '.github/copilot-instructions.md': [
        { token: '#', kind: 'assistant', provider: 'github-copilot', endpoint: copilot },
      ],
    },
  };
  it('under a contract to be filled in, or as own management', () => {
    const at = '.github/copilot-instructions.md';
    const contract = fix(before, 'ai-assistent-niet-geregistreerd', /contract$/, at);
    clean(contract.files[file]);
    assert.ok(contract.after(at).length === 1, 'a contract without a number is none');
    const own = fix(before, 'ai-assistent-niet-geregistreerd', /eigen beheer$/, at);
    clean(own.files[file]);
    assert.deepEqual(own.after(at), []);
  });
});
