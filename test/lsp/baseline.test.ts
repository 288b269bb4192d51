import assert from 'node:assert/strict';
import { runCommand } from '../unit/cli/runCommand.js';
import { callsPublicService, checksOf } from './samples.js';
import { Setup } from './setup.js';

const baselineName = 'ai-verantwoording.baseline.json';

describe('a baseline in the editor', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('leaves out what it holds, from the moment that it is there until it goes', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const uri = folder.uri('app.py');
    await client.open(uri, 'python', callsPublicService);
    const before = checksOf(await client.diagnostics(uri));
    assert.ok(before.length > 0);

    const entry = { path: 'app.py', check: before[0], fingerprint: 'onbekend:1' };
    folder.write(baselineName, JSON.stringify({ version: 1, findings: [entry] }));
    await client.changedOnDisk(folder.uri(baselineName), 1);
    assert.deepEqual(checksOf(await client.diagnostics(uri)), before);

    await runCommand(folder.root, ['baseline']);
    await client.changedOnDisk(folder.uri(baselineName), 2);
    assert.deepEqual(await client.diagnostics(uri), []);
    // The command line and the editor know the same finding again, also when it has moved.
    await client.change(uri, `# een regel erboven\n\n${callsPublicService}`);
    assert.deepEqual(await client.diagnostics(uri), []);

    folder.delete(baselineName);
    await client.changedOnDisk(folder.uri(baselineName), 3);
    assert.deepEqual(checksOf(await client.diagnostics(uri)), before);
  });
});
