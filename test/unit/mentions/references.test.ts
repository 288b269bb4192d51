import assert from 'node:assert/strict';
import { checksIn, world } from './world.js';
import type { Files } from './world.js';

const record = (dpia: string): string => `versie: 1
toepassingen:
  - id: brief
    doel: Brieven samenvatten
    fase: pilot
    paden: ['app.py']
    risicoanalyse:
      dpia: ${dpia}
`;
const code = 'from openai import OpenAI\nclient = OpenAI()\n';
const quoted = (written: string): string => `{ verwijzing: ${JSON.stringify(written)} }`;

function found(dpia: string, files: Files = {}): string[] {
  return checksIn(world({ 'app.py': code, 'ai-verantwoording.yml': record(dpia), ...files }), 'app.py').filter((one) =>
    /^(?:dpia-ontbreekt|verwijzing-onvindbaar|risicoanalyse-concept)\//.test(one),
  );
}

/** What people put where a reference belongs. */
const written: readonly string[] = [
  'TODO',
  'todo',
  'TODO: DPIA doen',
  'TBD',
  'tbd',
  'n.v.t.',
  'N.v.t.',
  'nvt',
  'n/a',
  'N.A.',
  'geen',
  'Geen DPIA',
  'niet nodig',
  'niet van toepassing',
  'volgt',
  'Volgt nog',
  'DPIA volgt',
  'later',
  'nog niet',
  'Nog te doen',
  'nog doen',
  'in voorbereiding',
  'ja',
  'nee',
  'x',
  'xxx',
  '...',
  '…',
  '-',
  '?',
  'DPIA',
  'dpia',
  'IAMA',
  'concept',
  'wip',
  'pending',
  'onbekend',
  'unknown',
  'zie README',
  'INVULLEN',
  'INVULLEN: waar staat de DPIA?',
  '<link naar DPIA>',
  '[link]',
  '{{ dpia }}',
  '${DPIA_URL}',
  'test',
  'foo',
  'lorem ipsum',
  'https://example.com/dpia',
  'https://www.example.org/dpia.pdf',
  'http://example.com',
  'https://voorbeeld.nl/dpia',
  'https://www.voorbeeld.nl',
  'https://localhost/dpia',
  'http://localhost:3000/dpia',
  'http://127.0.0.1/dpia',
  'https://',
  'https://...',
  'https://todo',
  'https://TODO.nl/dpia',
  'https://intranet.example/dpia',
  'https://dpia.test/1',
  'https://dpia.invalid/1',
  'https://gemeente.nl/<dpia>',
  'https://gemeente.nl/{id}',
  'https://xxx.nl/dpia',
  'https://www.autoriteitpersoonsgegevens.nl/themas/basis-avg/praktisch-avg/data-protection-impact-assessment-dpia',
  'https://nl.wikipedia.org/wiki/DPIA',
  'https://github.com/MinBZK/par-dpia-form',
  'https://invulhulpen.rijksapp.nl/dpia',
  'https://algoritmes.overheid.nl',
  'https://algoritmes.overheid.nl/nl/algoritme',
  'https://algoritmes.overheid.nl/nl/algoritme/zoeken?q=dpia',
  'urn:nl:dpia:',
  'urn:nl:iets:1',
  'urn:example:dpia',
  'mailto:fg@gemeente.nl',
  'ftp://server/dpia.pdf',
  'file:///C:/dpia.pdf',
  'C:\\dpia.pdf',
  '\\\\server\\share\\dpia.pdf',
  '../../buiten/dpia.pdf',
  '/home/user/dpia.pdf',
  'docs/bestaat-niet.pdf',
  '#dpia',
  '.',
  './',
  'app.py',
  'ai-verantwoording.yml',
  'https://www.google.com/search?q=dpia',
  'https://www.google.nl',
  'https://bit.ly',
];

const sentence = "Wij verwerken brieven van inwoners met een taalmodel. De risico's en maatregelen staan hieronder.\n";

/** Documents that stand where a DPIA is said to be. */
const documents: readonly (readonly [path: string, text: string])[] = [
  ['docs/dpia.md', ''],
  ['docs/dpia.md', '\n\n   \n'],
  ['docs/dpia.md', '# DPIA\n'],
  ['docs/dpia.md', '# DPIA\n\nTODO\n'],
  ['docs/dpia.md', '# DPIA\n\nNog te doen.\n'],
  ['docs/dpia.md', '# DPIA\n\nVolgt.\n'],
  ['docs/dpia.md', '# DPIA\n\nn.v.t.\n'],
  ['docs/dpia.md', '# DPIA\n\nGeen.\n'],
  ['docs/dpia.md', '# DPIA\n\n## Doel\n\n[beschrijf het doel]\n\n## Grondslag\n\n[beschrijf de grondslag]\n'],
  ['docs/dpia.md', '# DPIA\n\n## Doel\n\n...\n\n## Grondslag\n\n...\n'],
  ['docs/dpia.md', '# DPIA\n\n## Doel\n\n-\n\n## Grondslag\n\n-\n'],
  ['docs/dpia.md', '# DPIA\n\n- [ ] Doel beschreven\n- [ ] Grondslag beschreven\n- [ ] Advies van de FG\n'],
  ['docs/dpia.md', '# DPIA\n\n| vraag | antwoord |\n|---|---|\n| Doel | |\n| Grondslag | |\n'],
  ['docs/dpia.md', '# DPIA\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit.\n'],
  ['docs/dpia.md', `# DPIA\n\nDit is een voorbeeld van een DPIA.\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA (template)\n\n${sentence}`],
  ['docs/dpia.md', `# Sjabloon DPIA\n\n${sentence}`],
  ['docs/dpia.md', `# Demo\n\nDit zijn demodata.\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\nFictieve casus: gemeente Waterdorp.\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\nStatus: concept\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\n**Status:** Concept\n\n${sentence}`],
  ['docs/dpia.md', `---\nstatus: concept\n---\n# DPIA\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA (concept)\n\n${sentence}`],
  ['docs/dpia.md', `# Concept-DPIA brieven\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\n| Status | Concept |\n|---|---|\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\nVersie 0.3 (concept)\n\n${sentence}`],
  ['docs/dpia.md', `# DPIA\n\nEr moet nog een DPIA worden gedaan.\n`],
  ['docs/dpia.md', `# DPIA\n\nDe DPIA moet nog worden uitgevoerd.\n`],
  ['docs/dpia.md', `# DPIA\n\nThis is a template. Replace the text between brackets.\n`],
  ['docs/dpia-template.md', sentence],
  ['docs/dpia_sjabloon.docx', ''],
  ['docs/voorbeeld-dpia.pdf', ''],
  ['templates/dpia.pdf', ''],
  ['docs/templates/dpia.md', sentence],
  ['docs/sjablonen/dpia.md', sentence],
  ['tests/fixtures/dpia.md', sentence],
  ['test/data/dpia.pdf', ''],
  ['node_modules/pakket/docs/dpia.md', sentence],
  ['vendor/pakket/dpia.pdf', ''],
  ['README.md', '# Brief\n\nVoor deze toepassing is een DPIA gedaan.\n'],
  ['CHANGELOG.md', '# Changelog\n\n## 1.2.0\n\n- DPIA toegevoegd.\n'],
  ['docs/dpia.json', '{}'],
  ['docs/dpia.json', '[]'],
  ['docs/dpia.json', '{"dpia": "gedaan"}'],
  ['docs/dpia.json', '{"metadata":{"urn":"urn:nl:dpia:3.0"},"answers":{}}'],
  ['docs/dpia.json', '{"metadata":{"urn":"urn:nl:dpia:3.0"},"answers":{"1.1":{"value":""},"19.2":{"value":null}}}'],
  [
    'docs/dpia.json',
    '{"metadata":{"urn":"urn:nl:dpia:3.0"},"answers":{"1.1":{"value":"x"},"19.2":{"value":"concept"}}}',
  ],
  ['docs/dpia.json', '{"metadata":{"urn":"urn:nl:iama:2.0"},"answers":{"1.1":{"value":"x"}}}'],
  ['docs/dpia.yml', 'dpia: gedaan\n'],
  ['docs/kaart.yml', 'schema_version: 0.1a10\nname: Brief\ninstruments:\n  - urn: urn:nl:aivt:tr:dpia:1.0\n'],
  ['docs/kaart.yml', 'name: DPIA\ncontents:\n  - question: Wat is het doel?\n    answer: ""\n'],
  ['docs/dpia/README.md', '# DPIA\n\nTODO\n'],
];

/** What does count, so that the lists above cannot be met by refusing everything. */
const counting: readonly (readonly [written: string, files: Files])[] = [
  ['docs/dpia.pdf', { 'docs/dpia.pdf': '%PDF' }],
  ['docs/dpia.md', { 'docs/dpia.md': `# DPIA\n\n## Doel\n\n${sentence}` }],
  [
    'docs/dpia.md',
    {
      'docs/dpia.md': `# DPIA\n\nStatus: definitief\n\n## Testdata\n\nVoor het testen gebruiken wij geen gegevens van inwoners. ${sentence}`,
    },
  ],
  [
    'docs/dpia.md',
    { 'docs/dpia.md': `# DPIA\n\nDe gegevens zijn voor een deel een voorbeeld voor andere gemeenten.\n\n${sentence}` },
  ],
  ['docs/dpia.md#risico', { 'docs/dpia.md': `# DPIA\n\n${sentence}` }],
  ['https://intranet.gemeente-zuid.nl/dpia/12', {}],
  ['https://zaaksysteem.waterschap.nl/documenten/2026-0412', {}],
  ['https://gemeente.sharepoint.com/:w:/s/privacy/EbX?e=1', {}],
  ['https://algoritmes.overheid.nl/nl/algoritme/brief-samenvatter/12345678', {}],
  ['docs/privacy/testament-register-dpia.pdf', { 'docs/privacy/testament-register-dpia.pdf': '%PDF' }],
];

describe('a reference that is none', () => {
  for (const one of written) it(`is missing, or not found: ${one}`, () => assert.notDeepEqual(found(quoted(one)), []));
  for (const dpia of [
    'ja',
    'true',
    '2026-01-01',
    '{}',
    '[]',
    '',
    '{ status: definitief }',
    '{ verwijzing: }',
    "{ verwijzing: '' }",
    '{ verwijzing: [a, b] }',
  ])
    it(`is missing where there is only: ${dpia}`, () => assert.notDeepEqual(found(dpia), []));
});

describe('a document that is no risk analysis', () => {
  for (const [path, text] of documents) {
    it(`${path}: ${text.replaceAll('\n', ' ').slice(0, 80)}`, () =>
      assert.notDeepEqual(found(quoted(path), { [path]: text }), []));
  }
});

describe('a reference that counts', () => {
  for (const [one, files] of counting) it(one, () => assert.deepEqual(found(quoted(one), files), []));
});
