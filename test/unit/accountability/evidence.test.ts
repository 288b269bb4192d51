import assert from 'node:assert/strict';
import { readTarget } from '../../../server/src/core/accountability/evidence/read.js';
import type { Target } from '../../../server/src/core/accountability/evidence/evidence.js';
import { scenario } from '../checks/scenario.js';

const file = (path: string, text: string, kind: Target['kind'] = 'dpia') =>
  readTarget({ kind, written: path, path, document: { state: 'text', text } });
const why = (evidence: ReturnType<typeof readTarget>) => (evidence.found ? 'found' : evidence.why);
const address = (written: string, kind: Target['kind'] = 'dpia') => why(readTarget({ kind, written }));

const form = (urn: string, answers: unknown = { '1.1': { value: 'x', lastEditedBy: 'J. Jansen' } }) =>
  JSON.stringify({ metadata: { urn, createdAt: '2026-02-01T10:00:00Z' }, answers });

describe('evidence', () => {
  it('reads an export of the form, and no names', () => {
    const evidence = file(
      'docs/dpia_2026-02-01_10-00-00.json',
      form('urn:nl:dpia:3.0', {
        '19.2': { value: 'definitief', lastEditedBy: 'J. Jansen' },
        '19.5.6': { value: '2026-01-15' },
        '20.1': [{ _index: 0, '20.1.5': { value: 'J. Jansen' }, '20.1.6': { value: '2026-01-20' } }],
      }),
    );
    assert.deepEqual(evidence, {
      found: true,
      kind: 'dpia',
      status: 'definitief',
      isSigned: true,
      date: '2026-01-20',
      adviceOfDpo: '2026-01-15',
      namesPeople: true,
    });
  });
  it('reads the IAMA with the keys of its own', () => {
    assert.ok(
      file('iama.json', form('urn:nl:iama:2.0', { '5.B': { value: 'x' }, '2.2A': { value: 'y' } }), 'iama').found,
    );
  });
  it('takes a pre-scan for a DPIA, but no IAMA', () => {
    assert.ok(file('prescan.json', form('urn:nl:prescan:2.0')).found);
    const other = file('dpia.json', form('urn:nl:iama:2.0'));
    assert.deepEqual(other, { found: false, why: 'andere-soort', actual: 'iama' });
  });
  it('does not take other JSON, an empty form or a template', () => {
    assert.equal(why(file('dpia.json', '{"a":1}')), 'onleesbaar');
    assert.equal(why(file('dpia.json', '{')), 'onleesbaar');
    assert.equal(why(file('dpia.json', form('urn:nl:dpia:3.0', {}))), 'telt-niet');
    assert.equal(why(file('dpia-voorbeeld.json', form('urn:nl:dpia:3.0'))), 'telt-niet');
  });
  it('takes a document with text in it', () => {
    assert.equal(why(file('dpia.md', '# DPIA\n\nWij verwerken brieven van inwoners.')), 'found');
    assert.equal(why(file('dpia.md', '')), 'leeg');
    assert.equal(why(file('dpia.md', '# DPIA\n\nTODO')), 'telt-niet');
    assert.equal(why(file('dpia.md', '# DPIA\n')), 'telt-niet');
    assert.equal(
      why(readTarget({ kind: 'dpia', written: 'a.pdf', path: 'a.pdf', document: { state: 'missing' } })),
      'bestand',
    );
    assert.equal(
      why(readTarget({ kind: 'dpia', written: 'a.pdf', path: 'a.pdf', document: { state: 'exists' } })),
      'found',
    );
  });
  it('judges an address by its form only', () => {
    assert.equal(address('https://intranet.gemeente.nl/dpia/3'), 'found');
    assert.equal(address('https://'), 'adres');
    assert.equal(address('ftp://x.nl/y'), 'adres');
    assert.equal(address('https://algoritmes.overheid.nl/nl/algoritme/naam/12345678'), 'found');
    assert.equal(address('https://algoritmes.overheid.nl/nl/algoritme/12345678#impact'), 'found');
    assert.equal(address('https://algoritmes.overheid.nl/nl/algoritme/naam'), 'register');
    assert.equal(address('urn:nl:dpia:3.0'), 'found');
    assert.equal(address('urn:nl:aivt:tr:iama:1.0', 'iama'), 'found');
    assert.equal(address('urn:nl:aivt:tr:iama:1.0'), 'andere-soort');
    assert.equal(address('urn:nl:iets:1.0'), 'urn');
    assert.equal(address('../../buiten.pdf'), 'buiten-map');
  });
  it('is not judged before its document was loaded', () => {
    const record =
      'versie: 1\ntoepassingen:\n  - { id: a, doel: x, risicoanalyse: { dpia: { verwijzing: d.pdf }, iama: { verwijzing: https://x.nl/i } } }\n';
    const world = scenario({ files: { 'ai-verantwoording.yml': record }, documents: {} });
    assert.equal(world.accountability.wantedDocuments()[0], 'd.pdf');
  });
});
