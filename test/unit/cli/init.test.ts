import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { askInTerminal } from '../../../server/src/cli/askInTerminal.js';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';
import type { ScanReport } from '../../../server/src/report/report.js';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const python =
  'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=[])\n';
const record = 'ai-verantwoording.yml';

describe('handreiking init', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(scratch.path, argv);
  const file = () => readAccountabilityFile(record, readFileSync(scratch.at(record), 'utf8'));
  /** Runs it as if a person typed these lines, and then Ctrl+D. */
  const answering = (lines: readonly string[], ...argv: string[]): ReturnType<typeof runCommand> => {
    const dialogue = () => {
      const input = new PassThrough();
      const output = new PassThrough();
      const asked = askInTerminal(input, output);
      input.end(lines.map((line) => `${line}\n`).join(''));
      return asked;
    };
    return runCommand(scratch.path, ['init', ...argv], { dialogue });
  };
  beforeEach(() => (scratch = new ScratchFolder().write({ 'diensten/brief/app.py': python })));
  afterEach(() => scratch.remove());

  it('makes a file of what was found, without asking where nobody sits', async () => {
    const { code, out } = await run('init');
    assert.equal(code, 0);
    assert.match(out, /1 toepassing, 1 endpoint\./);
    assert.match(out, /ai-verantwoording\.yml:\d+ {2}doel: 'INVULLEN/);
    assert.deepEqual(
      file().useCases.map(({ id }) => id),
      ['brief'],
    );
  });

  it('covers every place that it was made from', async () => {
    await run('init');
    const { out } = await run('scan', '--format', 'json', '--fail-on', 'never', '--no-cache');
    const { findings } = JSON.parse(out) as ScanReport;
    assert.ok(findings.every(({ path, useCase }) => path === record || useCase === 'brief'));
    assert.deepEqual(
      findings.filter(({ severity, path }) => path === record && severity === 'error'),
      [],
    );
  });

  it('never overwrites a file', async () => {
    for (const name of [record, 'ai-verantwoording.yaml']) {
      const own = new ScratchFolder().write({ 'app.py': python, [name]: 'versie: 1\n' });
      const { code, errors } = await runCommand(own.path, ['init', '--yes']);
      assert.equal(code, 2);
      assert.match(errors, /is er al en wordt niet overschreven/);
      assert.equal(readFileSync(own.at(name), 'utf8'), 'versie: 1\n');
      own.remove();
    }
  });

  it('makes nothing where nothing was found', async () => {
    scratch.write({ 'diensten/brief/app.py': 'x = 1\n' });
    const { code, out } = await run('init');
    assert.equal(code, 0);
    assert.match(out, /geen gebruik van generatieve AI/);
    assert.equal(existsSync(scratch.at(record)), false);
  });

  it('asks what only a person knows', async () => {
    // The number of a policy that does not exist is asked for again.
    await answering(['Gemeente Voorbeeld', '7', '2', '1', 'IB-2025-0417', 'Brieven samenvatten']);
    const { data, problems } = file();
    assert.deepEqual(problems, []);
    assert.deepEqual([data.organisatie, data.beleid], ['Gemeente Voorbeeld', 'rijk-2023']);
    assert.deepEqual(data.endpoints?.[0]?.contract, { kenmerk: 'IB-2025-0417' });
    assert.equal(data.toepassingen?.[0]?.doel, 'Brieven samenvatten');
  });

  it('leaves open what was skipped, and asks nothing with --yes', async () => {
    await answering(['', '', '2']);
    const { data, problems } = file();
    assert.equal(data.endpoints?.[0]?.grondslag, 'eigen-beheer');
    assert.deepEqual(
      problems.map(({ values }) => values['sleutel']),
      ['organisatie', 'doel'],
    );
    const own = new ScratchFolder().write({ 'app.py': python });
    const dialogue = () => assert.fail('nothing may be asked');
    assert.equal((await runCommand(own.path, ['init', '--yes', '--profile', 'rijk-2023'], { dialogue })).code, 0);
    assert.match(readFileSync(own.at(record), 'utf8'), /^beleid: rijk-2023$/m);
    own.remove();
  });

  it('does not ask for the policy that was given', async () => {
    await answering(['Provincie Voorbeeld', '3', 'Stukken vergelijken'], '--profile', 'rijk-2023');
    const { data } = file();
    assert.deepEqual([data.beleid, data.endpoints?.[0]?.grondslag], ['rijk-2023', 'overheidsdienst']);
    assert.equal(data.toepassingen?.[0]?.doel, 'Stukken vergelijken');
  });
});
