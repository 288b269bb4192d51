import assert from 'node:assert/strict';
import { riskSectionOf } from '../../../server/src/core/accountability/evidence/accountabilityReport.js';
import { buildAccountability } from '../../../server/src/core/accountability/build.js';
import { accountOf } from '../../../server/src/core/verantwoording/account.js';
import { accountDocument, BrokenMarkers, documentPath } from '../../../server/src/core/verantwoording/document.js';
import { reference } from '../../../server/src/core/verantwoording/markdown.js';

const record = `versie: 1
organisatie: Gemeente Voorbeeld
endpoints:
  - id: mistral
    url: https://api.mistral.ai
    grondslag: contract
    contract: { kenmerk: INK-2025-0417, voorwaarden: [ARBIT-2022], afspraken: { datadeling: geen } }
toepassingen:
  - id: brief
    doel: Brieven | samenvatten <b>kort</b>
    paden: [brief/**]
    risicoanalyse:
      dpia: { verwijzing: docs/dpia.json, status: concept }
    gebruikersinstructie: Het team is opgeleid.
  - id: chat
    doel: 'INVULLEN: waarvoor gebruikt u dit?'
uitzonderingen:
  - { controle: iama-ontbreekt, toepassing: brief, reden: Loopt nog, geldig-tot: 2027-01-01 }
`;

const make = (
  existing?: string,
  files: Readonly<Record<string, string>> = { 'ai-verantwoording.yml': record },
): string => {
  const accountability = buildAccountability({ files: Object.entries(files), document: () => undefined });
  return accountDocument(accountOf(accountability, 'overheidsbreed-2025', documentPath), existing);
};
const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('## '));

describe('docs/ai-verantwoording.md', () => {
  it('has the five steps of the handreiking, which its own reader knows again', () => {
    const text = make();
    assert.deepEqual(headings(text), [
      '## 1) Doel en toepassingsgebied',
      '## 2) Zorg voor de juiste mensen en vaardigheden',
      '## 3) Creëer een (generatieve) AI-governance structuur',
      '## 4) Risicoanalyse(s) uitvoeren',
      '## 5) Generatieve AI inkopen of bouwen',
    ]);
    assert.match(riskSectionOf(text) ?? '', /`brief` \| DPIA \| \[docs\/dpia\.json\]\(<dpia\.json>\) \| concept/);
  });

  it('says what is recorded, what is not, and what is still to be filled in', () => {
    const text = make();
    assert.match(text, /\| `brief` \| Brieven \\\| samenvatten \\<b\\>kort\\<\/b\\> \| _niet vastgelegd_/);
    assert.match(text, /\| `chat` \| _nog in te vullen_/);
    assert.match(text, /\| `chat` \| _niet vastgelegd_ \| {2}\|/);
    assert.match(text, /contract INK-2025-0417, voorwaarden ARBIT-2022, geldig tot _niet vastgelegd_, datadeling geen/);
    assert.match(text, /\| `iama-ontbreekt` \| `brief` \| Loopt nog \| 2027-01-01 \|/);
    assert.doesNotMatch(text, /INVULLEN|voldoet|goedgekeurd/);
  });

  it('is the same when it is made again', () => {
    assert.equal(make(make()), make());
  });

  it('keeps what people wrote around its parts', () => {
    const own = make()
      .replace('# Verantwoording', 'Vooraf geschreven.\n\n# Onze verantwoording')
      .replace('## 4)', 'Eigen tekst bij stap 3.\n\n## 4)')
      .concat('\nEen slot.\n');
    const later = make(own, { 'ai-verantwoording.yml': record.replace('status: concept', 'status: definitief') });
    assert.equal(later, own.replace('| concept |', '| definitief |'));
  });

  it('puts its parts below headings that are there, and adds those that are not', () => {
    const own = [
      '# Verantwoording',
      '```',
      '## Governance in een voorbeeld',
      '```',
      '### Stap 3: governance',
      'Wij hebben een stuurgroep.',
      '',
    ].join('\n');
    const text = make(own);
    assert.ok(text.startsWith(own.slice(0, own.indexOf('Wij'))));
    const at = (part: string): number => text.indexOf(part);
    assert.ok(at('### Stap 3') < at('handreiking:begin governance'));
    assert.ok(at('handreiking:eind governance') < at('Wij hebben een stuurgroep.'));
    assert.ok(at('Wij hebben') < at('## 1) Doel'));
    assert.deepEqual(
      headings(text).filter((line) => /governance/i.test(line)),
      ['## Governance in een voorbeeld'],
    );
    assert.equal(make(text), text);
  });

  it('keeps the line ends of the document', () => {
    const text = make('# Verantwoording\r\n\r\nTekst.\r\n');
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(make(text), text);
  });

  it('refuses markers that are no pair', () => {
    const whole = make();
    const broken = [
      whole.replace('<!-- handreiking:eind mensen -->', ''),
      whole.replace(/<!-- handreiking:begin mensen.*-->/, ''),
      whole.replace('<!-- handreiking:eind mensen -->', '$&\n$&'),
    ];
    for (const text of broken) {
      assert.throws(
        () => make(text),
        (error) => error instanceof BrokenMarkers && error.key === 'mensen' && error.line > 1,
      );
    }
  });

  it('takes the files of a monorepo together', () => {
    const other =
      'versie: 1\ntoepassingen:\n  - id: los\n    doel: Los\n    risicoanalyse: { dpia: { verwijzing: dpia.pdf } }\n';
    const text = make(undefined, { 'ai-verantwoording.yml': record, 'dienst/ai-verantwoording.yml': other });
    assert.match(text, /\[dienst\/ai-verantwoording\.yml\]\(<\.\.\/dienst\/ai-verantwoording\.yml>\)/);
    assert.match(text, /`los` \| DPIA \| \[dpia\.pdf\]\(<\.\.\/dienst\/dpia\.pdf>\)/);
  });
});

describe('a reference in the document', () => {
  const shown = (written: string): string => reference(written, '', documentPath);
  it('is a link to an address or a file', () => {
    assert.equal(shown('https://voorbeeld.nl/a_b|c'), '<https://voorbeeld.nl/a_b%7Cc>');
    assert.equal(shown('docs/dpia.pdf'), '[docs/dpia.pdf](<dpia.pdf>)');
    assert.equal(
      shown('stukken/DPIA definitief.pdf'),
      '[stukken/DPIA definitief.pdf](<../stukken/DPIA definitief.pdf>)',
    );
  });
  it('is text where it is no path, leaves the project, or is the document itself', () => {
    for (const written of ['Het team is opgeleid.', 'urn:nl:dpia:1', '12345678', '../elders/dpia.pdf', documentPath]) {
      assert.doesNotMatch(shown(written), /\]\(/, written);
    }
  });
  it('cannot smuggle in a link or a script', () => {
    for (const written of ['javascript:alert(1)', 'x](https://kwaad.nl)', '<script>a.b/c</script>', 'a.b>) [x](y.md']) {
      assert.doesNotMatch(shown(written), /(?<!\\)[<>]script|(?<!\\)\]\((?!<)/, written);
    }
  });
});
