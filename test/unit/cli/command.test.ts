import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { checkIds } from '../../../server/src/core/checks/rules.js';
import type { InventoryReport } from '../../../server/src/report/inventoryReport.js';
import type { ScanReport } from '../../../server/src/report/report.js';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const python =
  'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=[])\n';

describe('the command', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(scratch.path, argv);
  beforeEach(() => (scratch = new ScratchFolder().write({ 'dienst/brief.py': python, 'leeg.py': 'x = 1\n' })));
  afterEach(() => {
    scratch.remove();
    rmSync(`${scratch.path}-cache`, { recursive: true, force: true });
  });

  describe('scan', () => {
    it('shows the findings of the current folder, and fails from the given severity on', async () => {
      const shown = await run('scan', '--severity', 'dpia-ontbreekt=error');
      assert.equal(shown.code, 1);
      assert.match(shown.out, /^dienst\/brief\.py:3:\d+ {2}fout {2}dpia-ontbreekt$/m);
      assert.match(shown.out, /Dit is geen oordeel/);
      assert.equal(shown.errors, '');
      assert.equal((await run('scan', '--severity', 'dpia-ontbreekt=error', '--fail-on', 'never')).code, 0);
    });

    it('fails on what the person chooses, or not at all', async () => {
      const mild = checkIds().flatMap((check) => ['--severity', `${check}=warning`]);
      assert.equal((await run('scan', ...mild)).code, 0);
      assert.equal((await run('scan', ...mild, '--fail-on', 'warning')).code, 1);
      assert.equal((await run('scan', ...mild, '--fail-on', 'hint')).code, 1);
      assert.equal(
        (await run('scan', '--fail-on', 'hint', ...checkIds().flatMap((check) => ['--severity', `${check}=off`]))).code,
        0,
      );
    });

    it('prints the JSON for other tools, the same with a warm cache', async () => {
      const cold = await run('scan', '.', '--format', 'json', '--fail-on', 'never');
      const report = JSON.parse(cold.out) as ScanReport;
      assert.equal(report.version, 1);
      assert.equal(report.root, scratch.path);
      assert.equal(report.profile, 'overheidsbreed-2025');
      assert.equal(report.summary.files, 2);
      assert.equal(report.summary.parsed, 1);
      assert.ok(report.findings.some(({ path, provider }) => path === 'dienst/brief.py' && provider === 'openai'));
      assert.equal((await run('scan', '.', '--format', 'json', '--fail-on', 'never')).out, cold.out);
      assert.equal((await run('scan', '.', '--format', 'json', '--fail-on', 'never', '--no-cache')).out, cold.out);
    });

    it('keeps nothing with --no-cache', async () => {
      await run('scan', '--no-cache');
      assert.equal(existsSync(`${scratch.path}-cache`), false);
    });

    it('prints SARIF with a help text per rule', async () => {
      const { out } = await run('scan', '--format', 'sarif');
      const { runs } = JSON.parse(out) as {
        runs: { tool: { driver: { rules: { help: { markdown: string } }[] } }; results: object[] }[];
      };
      assert.ok((runs[0]?.results.length ?? 0) > 0);
      for (const rule of runs[0]?.tool.driver.rules ?? []) assert.match(rule.help.markdown, /^# /);
    });

    it('writes to a file', async () => {
      const { out, errors } = await run('scan', '--format', 'json', '--output', 'rapport.json');
      assert.equal(out, '');
      assert.match(errors, /rapport\.json/);
      assert.equal((JSON.parse(readFileSync(scratch.at('rapport.json'), 'utf8')) as ScanReport).version, 1);
    });

    it('takes the profile from the accountability file, and from the option before that', async () => {
      scratch.write({ 'ai-verantwoording.yml': 'versie: 1\nbeleid: rijk-2023\n' });
      const profile = async (...more: string[]): Promise<string> =>
        (JSON.parse((await run('scan', '--format', 'json', ...more)).out) as ScanReport).profile;
      assert.equal(await profile(), 'rijk-2023');
      assert.equal(await profile('--profile', 'overheidsbreed-2025'), 'overheidsbreed-2025');
    });

    it('ends with 2 when the accountability file cannot be read', async () => {
      scratch.write({ 'ai-verantwoording.yml': Buffer.from([0, 1, 2]) });
      const { code, errors, out } = await run('scan');
      assert.deepEqual([code, out], [2, '']);
      assert.match(errors, /"ai-verantwoording\.yml" is niet te lezen/);
    });

    it('says in English what it says in Dutch', async () => {
      const { out } = await run('scan', '--language', 'en');
      assert.match(out, /This is not a verdict/);
      assert.doesNotMatch(out, /Volgende stap|bestanden/);
    });

    it('stops tidily when it is interrupted', async () => {
      const stopped = await runCommand(scratch.path, ['scan'], { interruption: () => AbortSignal.abort() });
      assert.deepEqual([stopped.code, stopped.out, stopped.errors], [130, '', 'Gestopt.\n']);
    });
  });

  describe('inventory', () => {
    it('lists every line', async () => {
      const { code, out } = await run('inventory');
      assert.equal(code, 0);
      assert.match(out, /^dienst\/brief\.py:1:\d+ {2}import {2}openai/m);
    });

    it('prints the JSON for other tools, with the use case that covers a line', async () => {
      const toepassing = { id: 'brief', doel: 'Brieven samenvatten', fase: 'pilot', paden: ['dienst/**'] };
      scratch.write({ 'ai-verantwoording.yml': JSON.stringify({ versie: 1, toepassingen: [toepassing] }) });
      const { usages } = JSON.parse((await run('inventory', '--format', 'json')).out) as InventoryReport;
      const lines = new Map(usages.map((usage) => [`${String(usage.line)} ${usage.kind}`, usage]));
      assert.deepEqual([...lines.keys()].sort(), ['1 import', '3 client', '4 client', '4 model']);
      assert.equal(lines.get('4 model')?.model, 'gpt-4o');
      assert.ok(usages.every(({ useCase, provider }) => useCase === 'brief' && provider === 'openai'));
    });
  });

  describe('explain', () => {
    it('explains a check in both languages', async () => {
      for (const [language, word] of [
        ['nl', /Waarom/],
        ['en', /Why/],
      ] as const) {
        const { code, out } = await run('explain', 'dpia-ontbreekt', '--language', language);
        assert.equal(code, 0);
        assert.match(out, word);
        assert.doesNotMatch(out, /\]\(/);
      }
    });

    it('lists the checks', async () => {
      const { out } = await run('explain');
      for (const check of checkIds()) assert.ok(out.includes(check), check);
    });
  });

  describe('used wrongly', () => {
    for (const [argv, complaint] of [
      [['scan', '--format', 'xml'], /--format kent "xml" niet\. Kies uit: text, json, sarif\./],
      [['scan', '--fail-on', 'fout'], /--fail-on kent "fout" niet/],
      [['scan', '--severity', 'dpia-ontbreekt'], /controle=ernst/],
      [['scan', '--severity', 'dpia=error'], /De controle "dpia" bestaat niet\. Wel: .*dpia-ontbreekt/],
      [['scan', '--profile', '2025'], /--profile kent "2025" niet/],
      [['scan', 'bestaat-niet'], /De map "bestaat-niet" is er niet/],
      [['scan', 'leeg.py'], /De map "leeg\.py" is er niet, of is geen map/],
      [['scan', '--wat'], /De optie --wat bestaat niet\./],
      [['scan', 'a', 'b'], /te veel argumenten/],
      [['scan', '--output'], /Bij de optie .*--output.* hoort een waarde/],
      [['scan', '--output', 'geen/map/x.json'], /Het schrijven naar "geen\/map\/x\.json" is niet gelukt/],
      [['kijk'], /De opdracht kijk bestaat niet\./],
      [['explain', 'onzin'], /De controle "onzin" bestaat niet/],
      [['--language', 'fr', 'scan'], /--language kent "fr" niet/],
    ] as const) {
      it(`says what is wrong: ${argv.join(' ')}`, async () => {
        const { code, out, errors } = await run(...argv);
        assert.deepEqual([code, out], [2, '']);
        assert.match(errors, complaint);
        assert.doesNotMatch(errors, /\n\s+at /);
      });
    }

    it('complains in English when asked to', async () => {
      assert.match((await run('scan', '--wat', '--language=en')).errors, /There is no option --wat\./);
      const english = { env: { HANDREIKING_LANGUAGE: 'en' } };
      assert.match((await runCommand(scratch.path, ['kijk'], english)).errors, /There is no command kijk\./);
    });
  });

  it('has its help in Dutch, and in English when asked for', async () => {
    const dutch = await run('--help');
    assert.equal(dutch.code, 0);
    assert.match(dutch.out, /Gebruik: handreiking/);
    assert.match(dutch.out, /Opdrachten:/);
    assert.doesNotMatch(dutch.out, /Usage:|display help|Options:/);
    assert.match((await run('scan', '--help')).out, /Code bij afloop: 0/);
    assert.match((await run('help', 'scan', '--language', 'en')).out, /Usage: handreiking scan/);
  });

  it('shows its help, and fails, without a command', async () => {
    const { code, out } = await run();
    assert.equal(code, 2);
    assert.match(out, /Opdrachten:/);
  });
});
