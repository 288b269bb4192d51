import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { suggestionsAt } from '../../../server/src/core/editing/completion.js';
import type { World } from '../../../server/src/core/editing/world.js';
import { marked } from './marked.js';

const world: World = {
  useCases: [{ id: 'brief', about: 'Brieven samenvatten' }],
  endpoints: [
    { id: 'vlam', about: 'https://vlam.nl' },
    { id: 'azure', about: 'contract' },
  ],
  checks: [{ id: 'dpia-ontbreekt', about: 'Geen DPIA' }],
  files: [
    'docs/notulen.md',
    'docs/dpia_2026.json',
    'docs/iama.pdf',
    'src/app.py',
    'package.json',
    'org/ai-verantwoording.organisatie.yml',
  ],
  used: ['src/brief/app.py', 'los.py'],
  folder: '',
};

const suggested = (sample: string, more: Partial<World> = {}) => {
  const { text, offset } = marked(sample);
  return suggestionsAt(text, offset, { ...world, ...more });
};
const labels = (sample: string, more?: Partial<World>): string[] => suggested(sample, more).map(({ label }) => label);
/** The text after the suggestion was taken. */
const taken = (sample: string, label: string): string => {
  const { text } = marked(sample);
  const found = suggested(sample).find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} among ${labels(sample).join(', ')}`);
  return text.slice(0, found.span.start) + found.newText + text.slice(found.span.end);
};

describe('completion of keys', () => {
  it('offers those of the place, without those that are there, required ones first', () => {
    const top = labels('versie: 1\n|\n');
    assert.ok(top.includes('toepassingen') && top.includes('endpoints') && !top.includes('versie'));
    const inUseCase = labels('toepassingen:\n  - id: brief\n    |\n');
    assert.equal(inUseCase[0], 'doel');
    assert.ok(inUseCase.includes('risicoanalyse') && !inUseCase.includes('id') && !inUseCase.includes('url'));
    assert.deepEqual(labels('toepassingen:\n  - id: a\n    advies:\n      |\n'), ['fg', 'cio']);
  });

  it('knows the place while other lines stand below, in a new item, and on an empty file', () => {
    assert.ok(labels('toepassingen:\n  - id: brief\n    |\n    doel: x\n  - id: chat\n').includes('fase'));
    assert.deepEqual(labels('toepassingen:\n  - id: a\n    doel: b\n  - |\n').slice(0, 2), ['id', 'doel']);
    assert.deepEqual(labels('toepassingen:\n  - id: a\n  -|\n').slice(0, 2), ['id', 'doel']);
    assert.ok(labels('|').includes('versie'));
    assert.ok(labels('# commentaar\nver|').includes('versie'));
  });

  it('works inside braces', () => {
    const inside = labels('toepassingen:\n  - id: a\n    advies: { fg: 2026-01-01, | }\n');
    assert.deepEqual(inside, ['cio']);
    assert.equal(
      taken('toepassingen:\n  - risicoanalyse: { dpia: { v| } }\n', 'verwijzing'),
      'toepassingen:\n  - risicoanalyse: { dpia: { verwijzing:  } }\n',
    );
  });

  it('replaces the word under the cursor and keeps a colon that is there', () => {
    assert.equal(taken('toepassingen:\n  - id: a\n    fa|\n', 'fase'), 'toepassingen:\n  - id: a\n    fase: \n');
    assert.equal(taken('bel|ied: rijk-2023\n', 'beleid'), 'beleid: rijk-2023\n');
    assert.equal(taken('toepassingen:\n  -|\n', 'id'), 'toepassingen:\n  - id: \n');
  });

  it('begins the value where it has to stand', () => {
    assert.equal(taken('|', 'toepassingen'), 'toepassingen:\n  - ');
    assert.equal(
      taken('toepassingen:\n  - id: a\n    ris|', 'risicoanalyse'),
      'toepassingen:\n  - id: a\n    risicoanalyse:\n      ',
    );
    assert.equal(taken('toepassingen:\n  |', 'id'), 'toepassingen:\n  - id: ');
    const nested = `${taken('toepassingen:\n  - id: a\n    |', 'advies')}fg: 2026-01-01\n`;
    assert.deepEqual(parseDocument(nested).toJS(), { toepassingen: [{ id: 'a', advies: { fg: '2026-01-01' } }] });
  });

  it('explains them in the words of the schema', () => {
    const doel = suggested('toepassingen:\n  - |').find(({ label }) => label === 'doel');
    assert.match(doel?.documentation ?? '', /Waarvoor generatieve AI/);
  });
});

describe('completion of values', () => {
  it('offers the words of the schema', () => {
    assert.deepEqual(labels('beleid: |\n'), ['overheidsbreed-2025', 'rijk-2023']);
    assert.equal(taken('beleid:|\n', 'rijk-2023'), 'beleid: rijk-2023\n');
    assert.equal(
      taken('endpoints:\n  - id: a\n    grondslag: eig|\n', 'eigen-beheer').split('\n')[2],
      '    grondslag: eigen-beheer',
    );
    assert.deepEqual(labels('versie: |'), ['1']);
  });

  it('offers ids where one is asked for, and not twice', () => {
    assert.deepEqual(labels('toepassingen:\n  - endpoints: [vlam, |]\n'), ['azure']);
    assert.deepEqual(labels('toepassingen:\n  - endpoints:\n      - vl|\n'), ['vlam', 'azure']);
    assert.equal(taken('toepassingen:\n  - endpoints: |\n', 'vlam'), 'toepassingen:\n  - endpoints: [vlam]\n');
    assert.deepEqual(labels('uitzonderingen:\n  - toepassing: |\n'), ['brief']);
    assert.deepEqual(labels("uitzonderingen:\n  - controle: 'dp|'\n"), ['dpia-ontbreekt']);
  });

  it('offers documents for a reference, the likely ones first, as seen from the file', () => {
    const sample = 'toepassingen:\n  - risicoanalyse:\n      iama:\n        verwijzing: |\n';
    assert.deepEqual(labels(sample), ['docs/iama.pdf', 'docs/notulen.md', 'docs/dpia_2026.json']);
    assert.equal(labels(sample, { folder: 'dienst/a' })[0], '../../docs/iama.pdf');
    assert.deepEqual(labels('erft-van: [|]\n'), ['org/ai-verantwoording.organisatie.yml']);
  });

  it('offers folders in which something is used', () => {
    assert.deepEqual(labels('toepassingen:\n  - paden: [|]\n'), [
      'src/**',
      'src/brief/**',
      'src/brief/app.py',
      'los.py',
    ]);
    assert.equal(taken('toepassingen:\n  - paden:\n      - |\n', 'src/**').split('\n')[2], '      - src/**');
  });

  it('offers nothing in free text, in comments, and where the text means nothing', () => {
    for (const sample of [
      'organisatie: Ge|\n',
      'toepassingen:\n  - doel: Samenvatten van |\n',
      '# ver|\n',
      'versie: 1 # be|\n',
      'onbekend:\n  |\n',
      'toepassingen:\n  - doel: >\n      een |\n',
      'risicoanalyse: |\n',
    ]) {
      assert.deepEqual(labels(sample), [], sample);
    }
  });

  it('survives any place in any half of a file', () => {
    const text =
      'versie: 1\nendpoints: [{ id: a, url: "x" }]\ntoepassingen:\n  - id: a # b\n    paden: [a, \'b\']\n\t- :\n? x\n';
    for (let end = 0; end <= text.length; end++) {
      for (let at = 0; at <= end; at += 3) assert.ok(Array.isArray(suggestionsAt(text.slice(0, end), at, world)));
    }
  });
});
