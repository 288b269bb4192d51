import assert from 'node:assert/strict';
import { openai, scenario, summary } from './scenario.js';

const after = (comment: string, extra = 'import os\n') =>
  scenario({
    files: { 'app.py': `${extra}${comment}\nx = OpenAI()\n` },
    usages: { 'app.py': [{ token: 'OpenAI()', act: 'construct', endpoint: openai }] },
  });
const negeer = (rest: string) => summary(after(`# ai-verantwoording-negeer: ${rest}`).findings('app.py'));
const others = ['3: dpia-ontbreekt/geen-bestand warning', '3: iama-ontbreekt/geen-bestand warning'];
const original = '3: endpoint-zonder-contract/public warning';

describe('suppression by comment', () => {
  it('takes one check from the next line', () => {
    assert.deepEqual(negeer('endpoint-zonder-contract tot 2026-06-01 -- proef met toestemming'), others);
  });
  it('holds for what begins on the next line, also where it is named further down', () => {
    const found = (text: string, token: string) => {
      const comment = '// ai-verantwoording-negeer: endpoint-zonder-contract tot 2026-06-01 -- proef';
      const files = { 'app.ts': `import a from 'a';\n${comment}\n${text}` };
      const usages = { 'app.ts': [{ token, act: 'call' as const, endpoint: openai }] };
      return summary(scenario({ files, usages }).findings('app.ts')).map((line) => line.replace(/\/.*/, ''));
    };
    const chain = 'const x = client\n  .chat(q)\n  .text();\n';
    assert.deepEqual(found(chain, 'chat'), ['4: dpia-ontbreekt', '4: iama-ontbreekt']);
    const nested = 'run(() => {\n  client.chat(q);\n});\n';
    assert.ok(found(nested, 'client.chat').includes('4: endpoint-zonder-contract'));
  });
  it('takes it from the whole file when it stands at the top', () => {
    const world = after('y = 1', '# ai-verantwoording-negeer: endpoint-zonder-contract tot 2027-01-01 -- proef\n');
    assert.deepEqual(summary(world.findings('app.py')), others);
  });
  it('stacks above one line', () => {
    const world = after(
      '# ai-verantwoording-negeer: dpia-ontbreekt tot 2027-01-01 -- elders\n# ai-verantwoording-negeer: iama-ontbreekt tot 2027-01-01 -- elders',
    );
    assert.deepEqual(summary(world.findings('app.py')), [
      '4: endpoint-zonder-contract/public warning',
      '4: toepassing-niet-geregistreerd/geen-bestand warning',
    ]);
  });
  const broken: readonly (readonly [string, string])[] = [
    ['endpoint-zonder-contract tot 2026-05-31 -- proef', 'verlopen'],
    ['endpoint-zonder-contract tot 2027-01-01', 'reden-ontbreekt'],
    ['endpoint-zonder-contract tot 2027-01-01 --', 'reden-ontbreekt'],
    ['endpoint-zonder-contract -- proef', 'datum-ontbreekt'],
    ['endpoint-zonder-contract tot morgen -- proef', 'datum-ongeldig'],
    ['endpoint-zonder-contract tot 2027-02-30 -- proef', 'datum-ongeldig'],
    ['endpoint-zonder-iets tot 2027-01-01 -- proef', 'onbekende-controle'],
    ['', 'geen-controle'],
  ];
  for (const [text, variant] of broken) {
    it(`suppresses nothing when it is broken, and says so: ${variant}`, () => {
      assert.deepEqual(negeer(text), [`2: negeren-ongeldig/${variant} warning`, original, ...others]);
    });
  }
  it('keeps the severity of the finding while the reason is to be filled in', () => {
    const world = scenario({
      files: {
        'app.py': `import os\n# ai-verantwoording-negeer: endpoint-zonder-contract tot 2027-01-01 -- INVULLEN: waarom?\nx = OpenAI()\n`,
      },
      usages: { 'app.py': [{ token: 'OpenAI()', act: 'construct', endpoint: openai }] },
      settings: { profile: 'rijk-2023' },
    });
    assert.equal(summary(world.findings('app.py'))[0], '2: negeren-ongeldig/reden-invullen error');
    assert.equal(world.findings('app.py').length, 3);
  });
  it('does not come by a word in prose', () => {
    const world = after('# zie ai-verantwoording-negeer: endpoint-zonder-contract tot 2027-01-01 -- proef');
    assert.ok(summary(world.findings('app.py')).includes(original));
  });
});

describe('an exception in the accountability file', () => {
  const record = (until: string, reason: string) => `versie: 1
toepassingen:
  - { id: a, doel: Doel, paden: [app.py] }
uitzonderingen:
  - { controle: iama-ontbreekt, toepassing: a, reden: ${reason}, geldig-tot: ${until} }
`;
  const checksWith = (until: string, reason = 'Opsporing') =>
    scenario({
      files: { 'app.py': 'x = OpenAI()\n', 'ai-verantwoording.yml': record(until, reason) },
      usages: { 'app.py': [{ token: 'OpenAI()', act: 'construct' }] },
    });
  it('holds for one check of one use case, until its date', () => {
    assert.deepEqual(summary(checksWith('2026-06-01').findings('app.py')), ['1: dpia-ontbreekt/default warning']);
    assert.equal(checksWith('2026-05-31').findings('app.py').length, 2);
    assert.ok(
      summary(checksWith('2026-05-31').findings('ai-verantwoording.yml')).includes(
        '5: negeren-ongeldig/verlopen warning',
      ),
    );
  });
  it('needs a reason', () => {
    assert.equal(checksWith('2027-01-01', 'TODO').findings('app.py').length, 2);
  });
});
