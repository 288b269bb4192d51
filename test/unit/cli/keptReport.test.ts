import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanReport } from '../../../server/src/report/report.js';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const python = 'from openai import OpenAI\nclient = OpenAI()\n';
const record = `versie: 1
toepassingen:
  - id: brief
    doel: Brieven samenvatten
    fase: pilot
    paden: ['**']
    risicoanalyse: { dpia: { verwijzing: docs/dpia.pdf } }
`;

describe('a report that is kept', () => {
  let scratch: ScratchFolder;
  /** Long enough ago that a next change shows in the time of the file. */
  const write = (path: string, text: string, age: number): void => {
    scratch.write({ [path]: text });
    const then = Date.now() / 1000 - age;
    utimesSync(scratch.at(path), then, then);
  };
  const cache = (): string => `${scratch.path}-cache/handreiking-genai`;
  const scan = async (...more: string[]): Promise<ScanReport> =>
    JSON.parse(
      (await runCommand(scratch.path, ['scan', '--format', 'json', '--fail-on', 'never', ...more])).out,
    ) as ScanReport;
  const checks = ({ findings }: ScanReport): string[] => findings.map(({ check }) => check);

  /** Marks what is kept, so that a report shows whether it came from there. */
  const mark = (): void => {
    for (const name of readdirSync(cache())) {
      const path = join(cache(), name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"profile":"overheidsbreed-2025"', '"profile":"kept"'));
    }
  };
  const isKept = (report: ScanReport): boolean => (report.profile as string) === 'kept';

  beforeEach(async () => {
    scratch = new ScratchFolder();
    write('a.py', python, 100);
    write('docs/dpia.pdf', '%', 100);
    write('ai-verantwoording.yml', record, 100);
    await scan();
    mark();
  });
  afterEach(() => {
    scratch.remove();
    rmSync(`${scratch.path}-cache`, { recursive: true, force: true });
  });

  it('is given again when nothing changed', async () => assert.equal(isKept(await scan()), true));

  it('is made anew when a file changed, came or went', async () => {
    write('a.py', python.replace('()', '( )'), 50);
    assert.equal(isKept(await scan()), false);
    mark();
    write('b.py', python, 50);
    assert.equal(isKept(await scan()), false);
    mark();
    unlinkSync(scratch.at('b.py'));
    assert.equal(isKept(await scan()), false);
  });

  it('is made anew when a document went that is referred to', async () => {
    unlinkSync(scratch.at('docs/dpia.pdf'));
    const report = await scan();
    assert.equal(isKept(report), false);
    assert.ok(checks(report).includes('verwijzing-onvindbaar'));
  });

  it('is made anew for other settings, another day and with --no-cache', async () => {
    assert.equal(isKept(await scan('--severity', 'dpia-ontbreekt=off')), false);
    mark();
    const tomorrow = await runCommand(scratch.path, ['scan', '--format', 'json'], { today: '2026-06-02' });
    assert.equal(isKept(JSON.parse(tomorrow.out) as ScanReport), false);
    mark();
    assert.equal(isKept(await scan('--no-cache')), false);
  });

  it('is not kept of a file that changed this moment', async () => {
    write('a.py', python, 0);
    await scan();
    mark();
    assert.equal(isKept(await scan()), false);
  });
});
