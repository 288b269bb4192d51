import assert from 'node:assert/strict';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';
import { messages, scenario, summary } from '../checks/scenario.js';

const whole = `# van ons team
versie: 1
organisatie: Gemeente Voorbeeld
beleid: overheidsbreed-2025
erft-van: [organisatie/ai.yml]
endpoints:
  - id: vlam
    url: https://vlam-api.rijksweb.nl/v1
    grondslag: overheidsdienst
  - id: azure-gemeente
    url: https://gemeente-voorbeeld.openai.azure.com
    grondslag: contract
    contract: { kenmerk: IB-2025-0417, voorwaarden: [ARBIT-2022], geldig-tot: 2027-12-31,
                afspraken: { datadeling: geen, bewaartermijn: 0 dagen, hertraining: nee } }
toepassingen:
  - id: brief-samenvatter
    doel: Samenvatten van inkomende brieven voor behandelaars
    fase: beëindigd
    paden: [diensten/brief/**]
    endpoints: [vlam]
    gegevens: persoonsgegevens
    risicoanalyse:
      dpia: { verwijzing: docs/dpia_2026-02-01_10-00-00.json, geldig-tot: 2028-02-01 }
      iama: { verwijzing: https://algoritmes.overheid.nl/nl/algoritme/brief-samenvatter/12345678 }
    advies: { fg: 2026-02-14, cio: 2026-02-20 }
    open-source: { tenzij: { veiligheid: a, toepassingscontext: b } }
uitzonderingen:
  - { controle: iama-ontbreekt, toepassing: brief-samenvatter, reden: Opsporing, geldig-tot: 2027-01-01 }
`;

describe('reading an accountability file', () => {
  it('takes all that the design shows', () => {
    const file = readAccountabilityFile('ai-verantwoording.yml', whole);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      file.endpoints.map((one) => one.id),
      ['vlam', 'azure-gemeente'],
    );
    assert.deepEqual(
      file.useCases[0]?.references.map((one) => one.kind),
      ['dpia', 'iama'],
    );
    assert.equal(file.useCases[0]?.range.start.line, 15);
    assert.deepEqual(file.inherits[0]?.candidates, ['organisatie/ai.yml']);
  });

  const mistakes: readonly (readonly [string, string, string])[] = [
    ['versi: 1', '1: ai-verantwoording-ongeldig/onbekende-sleutel error', 'Kies uit: versie, organisatie'],
    ['versie: 2', '1: ai-verantwoording-ongeldig/een-van error', "'2' past niet bij 'versie'. Kies uit: 1."],
    ['versie: 1\nbeleid: rijk', '2: ai-verantwoording-ongeldig/een-van error', 'overheidsbreed-2025, rijk-2023'],
    [
      'versie: 1\ntoepassingen: {}',
      '2: ai-verantwoording-ongeldig/verwacht-lijst error',
      "Bij 'toepassingen' hoort een lijst",
    ],
    [
      'versie: 1\ntoepassingen:\n  - id: a',
      '3: ai-verantwoording-ongeldig/sleutel-ontbreekt error',
      "'doel' ontbreekt",
    ],
    ['versie: 1\ntoepassingen:\n  - id: A b\n    doel: x', '3: ai-verantwoording-ongeldig/verwacht-id error', "'A b'"],
    [
      'versie: 1\nendpoints:\n  - id: a\n    grondslag: contract',
      '3: ai-verantwoording-ongeldig/url-of-variabele error',
      "'url'",
    ],
    [
      'versie: 1\nendpoints:\n  - id: a\n    url: x y\n    grondslag: contract',
      '4: ai-verantwoording-ongeldig/verwacht-adres error',
      "'x y'",
    ],
    [
      'versie: 1\nendpoints:\n  - id: a\n    url: x.nl\n    grondslag: geen',
      '5: ai-verantwoording-ongeldig/een-van error',
      'eigen-beheer',
    ],
    ['versie: 1\nversie: 1', '2: ai-verantwoording-ongeldig/dubbele-sleutel error', "'versie' staat er twee keer"],
    ['versie: 1\n  x: [', '2: ai-verantwoording-ongeldig/geen-yaml error', 'geen geldige YAML'],
    ['versie: 1\norganisatie:', '2: ai-verantwoording-ongeldig/leeg error', "'organisatie' mag niet leeg zijn"],
    ['', '1: ai-verantwoording-ongeldig/sleutel-ontbreekt error', "'versie' ontbreekt"],
  ];
  for (const [text, found, words] of mistakes) {
    it(`reports ${found} in ${JSON.stringify(text)}`, () => {
      const { findings } = scenario({ files: { 'ai-verantwoording.yml': text } });
      const own = findings('ai-verantwoording.yml').filter((one) => one.check === 'ai-verantwoording-ongeldig');
      assert.ok(summary(own).includes(found), summary(own).join('\n'));
      assert.ok(
        messages(own).some((message) => message.includes(words)),
        messages(own).join('\n'),
      );
      assert.ok(messages(own, 'en').every((message) => message.length > 0));
    });
  }

  const useCase = (id: string, more: string): string => `  - id: ${id}\n    doel: iets\n${more}`;
  it('reports ids that stand twice, unknown endpoints and equal claims at their place', () => {
    const text = `versie: 1
endpoints:
  - { id: a, url: x.nl, grondslag: eigen-beheer }
  - { id: a, url: y.nl, grondslag: eigen-beheer }
toepassingen:
${useCase('een', '    paden: [src/]\n    endpoints: [a, b]\n')}${useCase('twee', '    paden: ["./src/**"]\n')}`;
    const { findings } = scenario({ files: { 'ai-verantwoording.yml': text } });
    const own = findings('ai-verantwoording.yml').filter((one) => one.severity === 'error');
    assert.deepEqual(summary(own), [
      '4: ai-verantwoording-ongeldig/dubbel error',
      '9: ai-verantwoording-ongeldig/onbekend-endpoint error',
      '12: ai-verantwoording-ongeldig/zelfde-pad error',
    ]);
    assert.equal(own[1]?.range.start.character, 19);
  });
  it('reports a wrong date and a path that leaves the folder', () => {
    const text = `versie: 1\ntoepassingen:\n${useCase('een', '    paden: [../x, /etc]\n    advies: { fg: 31-12-2026 }\n')}`;
    const { findings } = scenario({ files: { 'ai-verantwoording.yml': text } });
    const own = findings('ai-verantwoording.yml').filter((one) => one.check === 'ai-verantwoording-ongeldig');
    assert.deepEqual(summary(own), [
      '5: ai-verantwoording-ongeldig/verwacht-pad error',
      '5: ai-verantwoording-ongeldig/verwacht-pad error',
      '6: ai-verantwoording-ongeldig/verwacht-datum error',
    ]);
  });
  it('keeps what is right beside what is wrong', () => {
    const file = readAccountabilityFile(
      'ai-verantwoording.yml',
      `${whole}onzin: ja\n`.replace('fase: beëindigd', 'fase: klaar'),
    );
    assert.equal(file.problems.length, 2);
    assert.equal(file.useCases.length, 1);
    assert.equal(file.useCases[0]?.data.fase, undefined);
    assert.equal(file.endpoints.length, 2);
  });
  it('shows quietly what a fix left to be filled in', () => {
    const text = "versie: 1\ntoepassingen:\n  - id: a\n    doel: 'INVULLEN: waarvoor?'\n";
    const { findings } = scenario({ files: { 'ai-verantwoording.yml': text } });
    assert.equal(
      summary(findings('ai-verantwoording.yml')).at(-1),
      '4: ai-verantwoording-ongeldig/nog-invullen information',
    );
  });
  it('never throws on broken text', () => {
    for (let length = 0; length < whole.length; length += 7) readAccountabilityFile('a.yml', whole.slice(0, length));
    for (const text of ['- a', 'a', '&a [*a]', '? [x]: y', '!!binary x', 'versie: 1\ntoepassingen: [null, 3, []]']) {
      assert.ok(readAccountabilityFile('a.yml', text).problems.length > 0, text);
    }
  });
});
