import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const python =
  'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=[])\n';
const record = 'ai-verantwoording.yml';

describe('handreiking fix', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(scratch.path, argv);
  const read = (path: string): string => readFileSync(scratch.at(path), 'utf8');
  beforeEach(
    () => (scratch = new ScratchFolder().write({ 'diensten/brief/app.py': python, 'diensten/chat/app.py': python })),
  );
  afterEach(() => scratch.remove());

  it('carries out the preferred fixes, one building on the other', async () => {
    const { code, out, errors } = await run('fix');
    assert.deepEqual([code, errors], [0, '']);
    const { toepassingen, endpoints } = parseDocument(read(record)).toJS() as {
      toepassingen: { id: string; endpoints?: string[] }[];
      endpoints: { id: string }[];
    };
    // Two places, one service: recorded once, and known by the use cases that came after it.
    assert.deepEqual(
      endpoints.map(({ id }) => id),
      ['openai'],
    );
    assert.deepEqual(toepassingen.map(({ id }) => id).sort(), ['brief', 'chat']);
    assert.ok(toepassingen.every((one) => one.endpoints?.includes('openai')));
    assert.match(out, /ai-verantwoording\.yml \(nieuw\)/);
    assert.match(out, /Dit moet u nog zelf invullen:\n {2}ai-verantwoording\.yml:\d+ {2}\S.*INVULLEN/);
    assert.match(out, /handreiking init/);
    assert.equal(read('diensten/brief/app.py'), python);
  });

  it('changes nothing more the second time', async () => {
    await run('fix');
    const before = read(record);
    assert.match((await run('fix')).out, /Er is niets gewijzigd/);
    assert.equal(read(record), before);
  });

  it('shows a diff that can be applied, and writes nothing, with --dry-run', async () => {
    const { out, errors } = await run('fix', '--dry-run');
    assert.equal(existsSync(scratch.at(record)), false);
    assert.match(errors, /Er is niets geschreven/);
    execFileSync('git', ['apply', '-'], { cwd: scratch.path, input: out });
    const applied = read(record);
    rmSync(scratch.at(record));
    await run('fix');
    assert.equal(read(record), applied);
  });

  it('only looks at the checks that are asked for', async () => {
    const { out } = await run('fix', '--check', 'endpoint-zonder-contract');
    assert.doesNotMatch(read(record), /toepassingen/);
    assert.match(out, /endpoint-zonder-contract: Leg endpoint/);
    assert.doesNotMatch(out, /dpia-ontbreekt:/);
  });

  it('carries out a fix by name, also one that is never preferred, and keeps encoding and line ends', async () => {
    const western = Buffer.from(python.replaceAll('\n', '\r\n') + '# caf\xe9\r\n', 'latin1');
    scratch.write({ 'diensten/brief/app.py': western });
    await run('fix', '--fix', 'suppress-finding', '--check', 'dpia-ontbreekt');
    const text = readFileSync(scratch.at('diensten/brief/app.py'), 'latin1');
    assert.match(text, /^# ai-verantwoording-negeer: dpia-ontbreekt tot \d{4}-\d\d-\d\d -- INVULLEN: .*\r\nclient/m);
    assert.ok(text.endsWith('# caf\xe9\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('says which fixes there are when it is asked for another', async () => {
    const { code, errors } = await run('fix', '--fix', 'tover-weg');
    assert.equal(code, 2);
    assert.match(errors, /"tover-weg"\. Wel: .*register-use-case/);
    assert.equal((await run('fix', '--check', 'onzin')).code, 2);
  });

  it('writes nothing outside the folder, not through a link either', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'handreiking-buiten-'));
    try {
      symlinkSync(join(outside, record), scratch.at(record));
      const { code, errors } = await run('fix');
      assert.equal(code, 2);
      assert.match(errors, /"ai-verantwoording\.yml" is niet geschreven: het bestand ligt buiten deze map/);
      assert.equal(existsSync(join(outside, record)), false);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('has nothing to do where no generative AI is used', async () => {
    rmSync(scratch.at('diensten'), { recursive: true });
    const { code, out } = await run('fix');
    assert.equal(code, 0);
    assert.match(out, /Er is niets gewijzigd/);
  });

  it('speaks English too', async () => {
    const { out } = await run('fix', '--language', 'en');
    assert.match(out, /You still have to fill this in yourself/);
    assert.doesNotMatch(out, /uitgevoerd|bevindingen/);
  });
});
