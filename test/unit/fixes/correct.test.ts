import assert from 'node:assert/strict';
import { fixed, found, offered } from './whole.js';

const name = 'ai-verantwoording.yml';
const mistake = 'ai-verantwoording-ongeldig';
const start = 'versie: 1\n';

/** A mistake, the fix for it, and how the text reads then. */
const cases: readonly (readonly [variant: string, title: RegExp, before: string, after: string])[] = [
  ['onbekende-sleutel', /'organisatie'/, `${start}organsatie: Voorbeeld\n`, `${start}organisatie: Voorbeeld\n`],
  ['een-van', /'rijk-2023'/, `${start}beleid: rijk2023\n`, `${start}beleid: rijk-2023\n`],
  ['een-van', /'1'/, 'versie: 2\n', 'versie: 1\n'],
  [
    'verwacht-datum',
    /'2027-12-31'/,
    `${start}endpoints:\n  - { id: a, variabele: A, grondslag: contract, sinds: 31-12-2027 }\n`,
    `${start}endpoints:\n  - { id: a, variabele: A, grondslag: contract, sinds: 2027-12-31 }\n`,
  ],
  [
    'verwacht-id',
    /'brief-en-post'/,
    `${start}toepassingen:\n  - id: Brief en post\n    doel: Brieven\n`,
    `${start}toepassingen:\n  - id: brief-en-post\n    doel: Brieven\n`,
  ],
  [
    'verwacht-lijst',
    /lijst/,
    `${start}toepassingen:\n  - id: brief\n    doel: Brieven\n    paden: src/**\n`,
    `${start}toepassingen:\n  - id: brief\n    doel: Brieven\n    paden: [src/**]\n`,
  ],
  [
    'verwacht-tekst',
    /'2026'/,
    `${start}toepassingen:\n  - id: brief\n    doel: 2026\n`,
    `${start}toepassingen:\n  - id: brief\n    doel: '2026'\n`,
  ],
  [
    'verwacht-sleutels',
    /dpia/,
    `${start}toepassingen:\n  - id: brief\n    doel: Brieven\n    risicoanalyse: docs/dpia.pdf\n`,
    `${start}toepassingen:\n  - id: brief\n    doel: Brieven\n    risicoanalyse: { dpia: { verwijzing: docs/dpia.pdf } }\n`,
  ],
  [
    'sleutel-ontbreekt',
    /'doel'/,
    `${start}toepassingen:\n  - id: brief # de eerste\n`,
    `${start}toepassingen:\n  - id: brief # de eerste\n    doel: 'INVULLEN: doel'\n`,
  ],
  [
    'dubbel',
    /'brief-2'/,
    `${start}toepassingen:\n  - { id: brief, doel: Een }\n  - { id: brief, doel: Twee }\n`,
    `${start}toepassingen:\n  - { id: brief, doel: Een }\n  - { id: brief-2, doel: Twee }\n`,
  ],
  [
    'zelfde-pad',
    /'a\.py'/,
    `${start}toepassingen:\n  - { id: brief, doel: Een, paden: [a.py] }\n  - { id: post, doel: Twee, paden: [b.py, a.py] }\n`,
    `${start}toepassingen:\n  - { id: brief, doel: Een, paden: [a.py] }\n  - { id: post, doel: Twee, paden: [b.py] }\n`,
  ],
  [
    'onbekend-endpoint',
    /Maak hiervan 'vlam'/,
    `${start}endpoints:\n  - { id: vlam, variabele: A, grondslag: eigen-beheer }\ntoepassingen:\n  - { id: brief, doel: Een, endpoints: [vlaam] }\n`,
    `${start}endpoints:\n  - { id: vlam, variabele: A, grondslag: eigen-beheer }\ntoepassingen:\n  - { id: brief, doel: Een, endpoints: [vlam] }\n`,
  ],
  [
    'geen-yaml',
    /tabs/,
    `${start}toepassingen:\n\t- id: brief\n\t  doel: Brieven\n`,
    `${start}toepassingen:\n  - id: brief\n    doel: Brieven\n`,
  ],
];

describe('a mistake in the accountability file is mended', () => {
  for (const [variant, title, before, after] of cases) {
    it(`${variant}: ${title.source}`, () => {
      const changed = fixed({ [name]: before }, name, `${mistake}/${variant}`, title);
      assert.equal(changed[name], after);
      assert.ok(!found(changed, name).includes(`${mistake}/${variant}`));
    });
  }
  it('an endpoint that is only mentioned can be recorded', () => {
    const text = `${start}toepassingen:\n  - { id: brief, doel: Een, endpoints: [azure] }\n`;
    const changed = fixed({ [name]: text }, name, `${mistake}/geen-endpoints`, /^Leg endpoint azure vast/);
    assert.ok(!found(changed, name).includes(`${mistake}/geen-endpoints`));
    assert.ok(found(changed, name).includes(`${mistake}/nog-invullen`));
  });
  it('nothing is offered that does not make the file better', () => {
    const text = `${start}toepassingen:\n  - { id: brief, doel: Een, paden: [../elders/**] }\n`;
    assert.deepEqual(offered({ [name]: text }, name, `${mistake}/verwacht-pad`), []);
  });
});

const code = (comment: string): string =>
  `import os\n\nfrom openai import OpenAI\n\n# ai-verantwoording-negeer: ${comment}\na = OpenAI()\n`;

/** A suppression as written, the fix for it, and how it reads then. */
const suppressions: readonly (readonly [variant: string, before: string, after: string])[] = [
  ['verlopen', 'dpia-ontbreekt tot 2026-05-31 -- proef', 'dpia-ontbreekt tot 2026-08-30 -- proef'],
  ['datum-ongeldig', 'dpia-ontbreekt tot straks -- proef', 'dpia-ontbreekt tot 2026-08-30 -- proef'],
  ['datum-ontbreekt', 'dpia-ontbreekt -- proef', 'dpia-ontbreekt tot 2026-08-30 -- proef'],
  ['reden-ontbreekt', 'dpia-ontbreekt tot 2026-08-30', 'dpia-ontbreekt tot 2026-08-30 -- INVULLEN: waarom mag dit?'],
  ['onbekende-controle', 'dpia-ontbrekt tot 2026-08-30 -- proef', 'dpia-ontbreekt tot 2026-08-30 -- proef'],
];

describe('a suppression is completed', () => {
  for (const [variant, before, after] of suppressions) {
    it(variant, () => {
      const changed = fixed(
        { 'a.py': code(before) },
        'a.py',
        `negeren-ongeldig/${variant}`,
        /einddatum|reden|ontbreekt/,
      );
      assert.equal(changed['a.py'], code(after));
    });
  }
  it('inside an XML comment without a double dash', () => {
    const pom = `<project>\n  <dependencies>\n    <!-- ai-verantwoording-negeer: dpia-ontbreekt tot 2026-08-30 -->\n    <dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>1</version></dependency>\n  </dependencies>\n</project>\n`;
    const changed = fixed({ 'pom.xml': pom }, 'pom.xml', 'negeren-ongeldig/reden-ontbreekt', /reden/);
    assert.match(changed['pom.xml'] ?? '', /tot 2026-08-30 – INVULLEN: waarom mag dit\? -->/);
  });
});
