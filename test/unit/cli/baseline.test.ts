import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { baselineName } from '../../../server/src/core/baseline/baselineFile.js';
import type { ScanReport } from '../../../server/src/report/report.js';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const openai =
  'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=[])\n';
const mistral =
  'from mistralai import Mistral\n\nclient = Mistral()\nclient.chat.complete(model="mistral-small", messages=[])\n';

describe('handreiking baseline', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(scratch.path, argv);
  const scan = async (...more: string[]): Promise<ScanReport> =>
    JSON.parse((await run('scan', '--format', 'json', '--fail-on', 'never', ...more)).out) as ScanReport;
  const baseline = (): string => readFileSync(scratch.at(baselineName), 'utf8');
  beforeEach(() => (scratch = new ScratchFolder().write({ 'oud.py': openai })));
  afterEach(() => {
    scratch.remove();
    rmSync(`${scratch.path}-cache`, { recursive: true, force: true });
  });

  it('leaves out what was there, and only what was there', async () => {
    const before = await scan();
    assert.ok(before.findings.length > 0 && before.summary.baseline === undefined);
    const { code, out } = await run('baseline');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`: ${String(before.findings.length)} bevindingen`));
    const after = await scan();
    assert.deepEqual(after.findings, []);
    assert.deepEqual(after.summary.baseline, { hidden: before.findings.length, stale: 0 });
    scratch.write({ 'nieuw.py': openai });
    assert.deepEqual([...new Set((await scan()).findings.map(({ path }) => path))], ['nieuw.py']);
  });

  it('decides the exit code by new findings only', async () => {
    const strict = ['scan', '--fail-on', 'warning'];
    assert.equal((await run(...strict)).code, 1);
    await run('baseline');
    assert.equal((await run(...strict)).code, 0);
    assert.equal((await run(...strict, '--no-baseline')).code, 1);
    scratch.write({ 'nieuw.py': openai });
    assert.equal((await run(...strict)).code, 1);
  });

  it('knows a finding again when lines come or go, and when the project gets its accountability file', async () => {
    await run('baseline');
    scratch.write({ 'oud.py': `# nieuw commentaar\n\n${openai}` });
    assert.deepEqual((await scan()).findings, []);
    scratch.write({ 'ai-verantwoording.yml': 'versie: 1\ntoepassingen: []\n' });
    assert.deepEqual((await scan()).findings, []);
  });

  it('shows another service in the same file', async () => {
    await run('baseline');
    scratch.write({ 'oud.py': `${openai}\n${mistral}` });
    const checks = (await scan()).findings.map(({ check }) => check);
    assert.ok(checks.includes('endpoint-zonder-contract'));
  });

  it('shows a second key beside one that was known', async () => {
    // Put together here so that no scanner takes the test itself for a leak.
    const key = (first: string): string =>
      `OpenAI(api_key="sk-proj-${[first, '9pLw4RzN', 'c8HsYb3E', 'j6DfUa1G'].join('')}")\n`;
    const keys = async (): Promise<number> =>
      (await scan()).findings.filter(({ check }) => check === 'sleutel-in-code').length;
    scratch.write({ 'oud.py': `from openai import OpenAI\na = ${key('Qm7vT2xK')}` });
    if ((await keys()) === 0) throw new Error('the sample is not taken for a key');
    await run('baseline');
    assert.equal(await keys(), 0);
    assert.doesNotMatch(baseline(), /sk-proj/);
    scratch.write({ 'oud.py': `from openai import OpenAI\nb = ${key('Zn5kW8yB')}` });
    assert.equal(await keys(), 1);
  });

  it('counts entries that fit nothing any more, and prunes them without taking in new findings', async () => {
    await run('baseline');
    const known = (await scan()).summary.baseline?.hidden ?? 0;
    scratch.write({ 'oud.py': 'x = 1\n', 'nieuw.py': openai });
    const { summary } = await scan();
    assert.deepEqual(summary.baseline, { hidden: 0, stale: known });
    assert.match((await run('scan', '--fail-on', 'never')).out, /horen bij geen bevinding meer/);
    assert.match((await run('baseline', '--prune')).out, new RegExp(`0 erbij, ${String(known)} eraf`));
    const pruned = await scan();
    assert.deepEqual(pruned.summary.baseline, { hidden: 0, stale: 0 });
    assert.ok(pruned.findings.length > 0);
  });

  it('takes in no mistakes of the accountability file or of suppressions', async () => {
    scratch.write({ 'ai-verantwoording.yml': 'versie: 1\nonbekend: ja\n' });
    await run('baseline');
    assert.deepEqual(
      (await scan()).findings.map(({ check }) => check),
      ['ai-verantwoording-ongeldig'],
    );
  });

  it('holds for the folder that it lies in, by paths from there', async () => {
    scratch.write({ 'dienst/app.py': openai });
    assert.equal((await run('baseline', 'dienst')).code, 0);
    assert.ok(existsSync(scratch.at(`dienst/${baselineName}`)));
    assert.deepEqual([...new Set((await scan()).findings.map(({ path }) => path))], ['oud.py']);
  });

  it('is the same file when nothing changed', async () => {
    await run('baseline');
    const first = baseline();
    await run('baseline');
    assert.equal(baseline(), first);
  });

  it('is refused when it cannot be read, and pruned only when it is there', async () => {
    assert.equal((await run('baseline', '--prune')).code, 2);
    scratch.write({ [baselineName]: '<<<<<<< HEAD\n' });
    const { code, errors } = await run('scan');
    assert.equal(code, 2);
    assert.match(errors, /ai-verantwoording\.baseline\.json" is geen baseline/);
    assert.equal((await run('scan', '--no-baseline', '--fail-on', 'never')).code, 0);
  });
});
