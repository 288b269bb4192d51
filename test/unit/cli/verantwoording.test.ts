import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ScratchFolder } from '../workspace/scratchFolder.js';
import { runCommand } from './runCommand.js';

const path = 'docs/ai-verantwoording.md';
const record = 'versie: 1\ntoepassingen:\n  - id: brief\n    doel: Brieven samenvatten\n';

describe('handreiking verantwoording', () => {
  let scratch: ScratchFolder;
  const run = (...argv: string[]): ReturnType<typeof runCommand> =>
    runCommand(scratch.path, ['verantwoording', ...argv]);
  const read = (): string => readFileSync(scratch.at(path), 'utf8');
  beforeEach(() => (scratch = new ScratchFolder().write({ 'ai-verantwoording.yml': record })));
  afterEach(() => scratch.remove());

  it('makes the document, and refreshes it when the file has changed', async () => {
    assert.match((await run()).out, /is gemaakt/);
    assert.match(read(), /Brieven samenvatten/);
    assert.match((await run()).out, /was al bijgewerkt/);
    scratch.write({
      [path]: `${read()}\nOnze eigen woorden.\n`,
      'ai-verantwoording.yml': record.replace('Brieven', 'Post'),
    });
    assert.match((await run()).out, /is vernieuwd/);
    assert.match(read(), /Post samenvatten[^]*Onze eigen woorden\.\n$/);
  });

  it('leaves a document whose markers are broken', async () => {
    await run();
    const broken = read().replace('<!-- handreiking:eind doel -->', '');
    scratch.write({ [path]: broken });
    const { code, errors } = await run();
    assert.equal(code, 2);
    assert.match(errors, /"doel" \(regel \d+\) kloppen niet/);
    assert.equal(read(), broken);
  });

  it('needs an accountability file', async () => {
    const empty = new ScratchFolder();
    const { code, errors } = await runCommand(empty.path, ['verantwoording']);
    assert.equal(code, 2);
    assert.match(errors, /handreiking init/);
    empty.remove();
  });

  it('shows the policy that holds', async () => {
    await run('--profile', 'rijk-2023');
    assert.match(read(), /Voorlopig standpunt Rijk 2023/);
  });
});
