import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { ScanReport } from '../../../server/src/report/report.js';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const client = 'from openai import OpenAI\nimport os\n';
const record = `versie: 1
toepassingen:
  - { id: zaak, doel: Zaken samenvatten, fase: pilot, paden: ['zaak.py'] }
uitzonderingen:
  - { controle: iama-ontbreekt, toepassing: zaak, reden: Opsporing van fraude, geldig-tot: 2027-01-01 }
`;

describe('what is suppressed', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(scratch.path, argv);
  const scan = async (): Promise<ScanReport> =>
    JSON.parse((await run('scan', '--format', 'json', '--fail-on', 'never')).out) as ScanReport;
  beforeEach(() => {
    scratch = new ScratchFolder().write({
      'ai-verantwoording.yml': record,
      'zaak.py': `${client}client = OpenAI()\n`,
      'proef.py': `${client}# ai-verantwoording-negeer: endpoint-zonder-contract tot 2026-12-31 -- proef zonder gegevens\nclient = OpenAI()\n`,
    });
  });
  afterEach(() => {
    scratch.remove();
    rmSync(`${scratch.path}-cache`, { recursive: true, force: true });
  });

  it('stands in the JSON by comment, exception and baseline', async () => {
    const { suppressed, findings, summary } = await scan();
    const exception = {
      by: 'exception',
      path: 'ai-verantwoording.yml',
      reason: 'Opsporing van fraude',
      until: '2027-01-01',
      line: 5,
    };
    const comment = { by: 'comment', path: 'proef.py', reason: 'proef zonder gegevens', until: '2026-12-31', line: 3 };
    assert.deepEqual(
      suppressed.map(({ path, check, suppression }) => [path, check, suppression]),
      [
        // Once where the use case stands, once where it is used.
        ['ai-verantwoording.yml', 'iama-ontbreekt', exception],
        ['proef.py', 'endpoint-zonder-contract', comment],
        ['zaak.py', 'iama-ontbreekt', exception],
      ],
    );
    assert.ok(!findings.some(({ path, check }) => path === 'proef.py' && check === 'endpoint-zonder-contract'));
    assert.equal(summary.suppressed.comment, 1);
    await run('baseline');
    const after = await scan();
    assert.deepEqual(after.findings, []);
    assert.equal(after.summary.suppressed.baseline, after.summary.baseline?.hidden);
    assert.equal(after.summary.suppressed.baseline, findings.length);
    assert.ok(
      after.suppressed.some(
        ({ suppression: { by, path } }) => by === 'baseline' && path === 'ai-verantwoording.baseline.json',
      ),
    );
  });

  it('counts for no exit code, shown or not', async () => {
    await run('baseline');
    for (const more of [[], ['--show-suppressed']]) {
      for (const format of ['text', 'json', 'sarif'])
        assert.equal((await run('scan', '--fail-on', 'hint', '--format', format, ...more)).code, 0);
    }
  });

  it('is told by number, and with reason and date when asked', async () => {
    const short = await run('scan', '--fail-on', 'never');
    assert.match(short.out, /worden genegeerd: 1 door commentaar/);
    assert.doesNotMatch(short.out, /Opsporing/);
    const long = await run('scan', '--fail-on', 'never', '--show-suppressed');
    assert.match(
      long.out,
      /proef\.py:4:\d+ {2}endpoint-zonder-contract\n {4}commentaar \(proef\.py:3\), tot en met 2026-12-31: proef zonder gegevens/,
    );
    assert.match(long.out, /uitzondering \(ai-verantwoording\.yml:5\), tot en met 2027-01-01: Opsporing van fraude/);
  });

  it('is in the SARIF only when asked, with its justification', async () => {
    const sarif = async (...more: string[]) =>
      JSON.parse((await run('scan', '--format', 'sarif', '--fail-on', 'never', ...more)).out) as {
        runs: { results: { suppressions?: { kind: string; justification: string }[] }[] }[];
      };
    const results = (await sarif()).runs[0]?.results ?? [];
    assert.ok(results.length > 0 && results.every(({ suppressions }) => suppressions === undefined));
    const all = (await sarif('--show-suppressed')).runs[0]?.results ?? [];
    assert.ok(all.every(({ suppressions }) => suppressions !== undefined));
    assert.ok(all.some(({ suppressions }) => suppressions?.[0]?.justification.includes('Opsporing van fraude')));
  });

  it('is not held back any more when its date has passed', async () => {
    const { out } = await runCommand(scratch.path, ['scan', '--format', 'json', '--fail-on', 'never'], {
      today: '2027-06-01',
    });
    const report = JSON.parse(out) as ScanReport;
    assert.deepEqual(report.suppressed, []);
    assert.ok(report.findings.some(({ check }) => check === 'negeren-ongeldig'));
  });
});
