import assert from 'node:assert/strict';
import { fixed, found, offered } from './whole.js';
import type { Files } from './whole.js';

const name = 'ai-verantwoording.yml';
const record = (analysis: string, more = ''): string => `versie: 1
toepassingen:
  - id: brief
    doel: Brieven samenvatten
${more}    risicoanalyse:
${analysis}`;
const text = `---
status: concept
datum: 2026-01-05
---

# DPIA brieven

Wij vatten brieven van burgers samen. De behandelaar leest elke samenvatting na en past die aan waar dat nodig is.
`;
const about = (files: Files): string[] =>
  found(files, name)
    .filter((one) => /^(?:risico|verwijz|dpia|iama)/.test(one))
    .sort();

describe('the next step for a risk analysis', () => {
  it('says in the text that a concept was adopted', () => {
    const files = { [name]: record('      dpia: { verwijzing: docs/dpia.md }\n'), 'docs/dpia.md': text };
    const changed = fixed(files, name, 'risicoanalyse-concept', /is vastgesteld/);
    assert.equal(changed['docs/dpia.md'], text.replace('concept', 'definitief').replace('2026-01-05', '2026-06-01'));
    assert.deepEqual(about(changed), ['iama-ontbreekt/default']);
  });
  it('says at the reference that a concept was adopted, where the reference says that it is one', () => {
    const files = {
      [name]: record('      dpia: { verwijzing: docs/dpia.md, status: concept }\n'),
      'docs/dpia.md': text.replace('status: concept\n', ''),
    };
    const changed = fixed(files, name, 'risicoanalyse-concept', /is vastgesteld/);
    assert.match(changed[name] ?? '', /status: definitief, datum: 2026-06-01/);
  });
  it('a start that nobody has filled in counts as none once it is called final', () => {
    const start = { [name]: record('      dpia: { verwijzing: docs/dpia.md }\n') };
    const begun = fixed(start, name, 'verwijzing-onvindbaar', /^Begin met een pre-scan/);
    assert.deepEqual(about(begun), ['iama-ontbreekt/default', 'risicoanalyse-concept/concept']);
    const called = fixed(begun, name, 'risicoanalyse-concept', /is vastgesteld/);
    assert.deepEqual(about(called), ['dpia-ontbreekt/telt-niet', 'iama-ontbreekt/default']);
  });
  it('brings a person to what is still open in a concept', () => {
    const start = { [name]: record('      iama: { verwijzing: docs/iama.md }\n') };
    const begun = fixed(start, name, 'verwijzing-onvindbaar', /^Begin met een IAMA/);
    const fill = offered(begun, name, 'risicoanalyse-concept').find(({ id }) => id === 'fill-in');
    assert.ok(fill?.shows !== undefined && 'path' in fill.shows);
    assert.equal(fill.shows.path, 'docs/iama.md');
    const line = (begun['docs/iama.md'] ?? '').split('\n')[fill.shows.range.start.line] ?? '';
    assert.match(line.slice(fill.shows.range.start.character), /^INVULLEN/);
  });
  it('is looked at again today', () => {
    const files = {
      [name]: record('      dpia: { verwijzing: docs/dpia.pdf, datum: 2024-01-05, geldig-tot: 2025-01-05 }\n'),
      'docs/dpia.pdf': 'pdf',
    };
    const changed = fixed(files, name, 'risicoanalyse-verlopen/verlopen', /opnieuw bekeken/);
    assert.match(changed[name] ?? '', /datum: 2026-06-01, geldig-tot: '?INVULLEN/);
    assert.ok(found(changed, name).includes('ai-verantwoording-ongeldig/nog-invullen'));
    assert.ok(!about(changed).includes('risicoanalyse-verlopen/verlopen'));
  });
  it('goes to the key of its own kind', () => {
    const form = JSON.stringify({
      metadata: { urn: 'urn:nl:iama:2.0', createdAt: '2026-01-20' },
      answers: { '1.1': 'Wij vatten samen.' },
    });
    const files = { [name]: record('      dpia: { verwijzing: docs/vormen.json }\n'), 'docs/vormen.json': form };
    const changed = fixed(files, name, 'verwijzing-onvindbaar/andere-soort', /^Zet deze verwijzing bij IAMA/);
    assert.equal(changed[name], (files[name] ?? '').replace('dpia:', 'iama:'));
    assert.ok(!about(changed).includes('verwijzing-onvindbaar/andere-soort'));
  });
  it('is referred to by an extract without names', () => {
    const form = JSON.stringify({
      metadata: { urn: 'urn:nl:dpia:3.0', createdAt: '2026-01-20T10:00:00Z' },
      answers: { '2.1': 'Jansen', '19.2': 'Definitief', '19.5.6': '2026-02-01', '20.1': [{ '20.1.6': '2026-02-03' }] },
    });
    const files = { [name]: record('      dpia: { verwijzing: docs/dpia.json }\n'), 'docs/dpia.json': form };
    const before = about(files);
    assert.ok(found(files, name).includes('ai-verantwoording-ongeldig/namen-in-bestand'));
    const changed = fixed(files, name, 'ai-verantwoording-ongeldig/namen-in-bestand', /uittreksel/);
    assert.ok(!(changed['docs/dpia.uittreksel.json'] ?? 'Jansen').includes('Jansen'));
    assert.deepEqual(about(changed), before);
    assert.ok(!found(changed, name).includes('ai-verantwoording-ongeldig/namen-in-bestand'));
    assert.ok(!found(changed, name).includes('fg-advies-ontbreekt/default'));
  });
  it('of another use case is offered once', () => {
    const both = `versie: 1
endpoints:
  - { id: vlam, url: 'https://vlam-api.rijksweb.nl/v1', grondslag: overheidsdienst }
toepassingen:
  - id: brief
    doel: Brieven
    endpoints: [vlam]
    risicoanalyse:
      dpia: { verwijzing: docs/dpia.md }
  - id: post
    doel: Post
    endpoints: [vlam]
    risicoanalyse:
      iama: { verwijzing: docs/iama.pdf }
`;
    const dpia = text.replace('status: concept', 'toepassing: brief');
    const files = { [name]: both, 'docs/dpia.md': dpia, 'docs/iama.pdf': 'pdf' };
    const changed = fixed(files, name, 'dpia-ontbreekt', /^Gebruik de DPIA van 'brief'/);
    assert.match(changed[name] ?? '', /hergebruik/);
    // Until the reason is filled in it does not count here, and is not offered a second time.
    assert.deepEqual(about(changed), ['dpia-ontbreekt/telt-niet', 'iama-ontbreekt/default']);
    const offers = offered(changed, name, 'dpia-ontbreekt').map(({ id }) => id);
    assert.ok(!offers.includes('reuse-analysis'));
  });
});
