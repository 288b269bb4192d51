import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { inventoryReport } from '../../../server/src/report/inventoryReport.js';
import { inventoryText } from '../../../server/src/report/text/inventoryText.js';
import { plain } from '../../../server/src/report/text/plain.js';
import { printable, scanText } from '../../../server/src/report/text/scanText.js';
import { project, report } from './sample.js';

const none = createColors(false);

describe('the report for people', () => {
  const text = scanText(report, [{ path: 'groot.py', reason: 'too-large' }], 'nl', none);

  it('names every finding with its place, and the first step', () => {
    assert.match(
      text,
      /^src\/één brief\.py:5:10 {2}fout {2}dpia-ontbreekt\n {2}Bericht van .*\n {2}Volgende stap: Registreer/m,
    );
    assert.match(text, /^a\.py:5:10 {2}tip {2}endpoint-zonder-contract$/m);
    assert.match(text, /^ {2}Zie ook: \.env:3 {2}Tekst komt-uit\.$/m);
  });

  it('names a passage once per check', () => {
    assert.equal(text.split('Passage bij endpoint-zonder-contract').length, 2);
  });

  it('counts, names what was not read, and says that it is no verdict', () => {
    assert.match(text, /1 fout, 1 waarschuwing, 1 tip in 2 bestanden\./);
    assert.match(text, /9 bestanden bekeken, 3 gelezen, 1 plek met generatieve AI\./);
    assert.match(text, /groot\.py \(te groot\)/);
    assert.match(text, /Dit is geen oordeel/);
  });

  it('counts what is held back, and names it when asked', () => {
    assert.match(text, /2 bevindingen worden genegeerd: 1 door commentaar in de code, 1 door een uitzondering\./);
    assert.match(text, /Met --show-suppressed ziet u ze/);
    assert.doesNotMatch(text, /Opsporing/);
    const shown = scanText(report, [], 'nl', none, true);
    assert.match(
      shown,
      /^Genegeerd\n {2}zonder\.py:5:10 {2}dpia-ontbreekt\n {4}commentaar \(zonder\.py:4\), tot en met 2027-03-01: Proef$/m,
    );
    assert.match(shown, /uitzondering \(ai-verantwoording\.yml:9\), tot en met 2027-01-01: Opsporing$/m);
    assert.match(shown, /staat in de baseline \(ai-verantwoording\.baseline\.json\)$/m);
    assert.doesNotMatch(shown, /Met --show-suppressed/);
    assert.match(scanText(report, [], 'en', none, true), /^Suppressed\n/m);
  });

  it('never says that something is as it should be', () => {
    const clean = {
      ...report,
      findings: [],
      summary: { ...report.summary, bySeverity: { error: 0, warning: 0, information: 0, hint: 0 } },
    };
    for (const language of ['nl', 'en'] as const) {
      const said = scanText(clean, [], language, none);
      assert.doesNotMatch(said, /voldoet|compliant|goedgekeurd|approved/i);
      assert.match(said, language === 'nl' ? /Geen bevindingen[^]*geen oordeel/ : /No findings[^]*not a verdict/);
    }
  });

  it('uses no colour when colours are off, and some when they are on', () => {
    assert.equal(text.includes('\u001b'), false);
    assert.equal(scanText(report, [], 'nl', createColors(true)).includes('\u001b['), true);
  });

  it('lets no path or message steer the terminal', () => {
    assert.equal(printable('a\u001b[2Jb\u202ec'), 'a\uFFFD[2Jb\uFFFDc');
    assert.equal(printable('één\tdéux'), 'één\tdéux');
  });

  it('shows the inventory', () => {
    const inventory = inventoryText(
      inventoryReport(project, '/x', () => undefined),
      'nl',
      none,
    );
    assert.match(inventory, /^Aanbieder of hulpmiddel {2}Plekken {2}Gaat naar\nopenai +1 +openbare API$/m);
    assert.match(
      inventory,
      /^src\/één brief\.py:5:10 {2}client {2}openai {2}gpt-4o {2}https:\/\/api\.openai\.com\/v1 \(openbare API\)$/m,
    );
  });
});

describe('Markdown as plain text', () => {
  it('keeps the words and the addresses', () => {
    assert.equal(
      plain('## Kop\n\nLees [dit](https://a.nl/b) in `ai.yml`, **nu** of _later_.'),
      'Kop\n\nLees dit (https://a.nl/b) in ai.yml, nu of later.',
    );
  });
  it('leaves names with underscores alone', () =>
    assert.equal(plain('OPENAI_API_KEY en a_b_c'), 'OPENAI_API_KEY en a_b_c'));
});
