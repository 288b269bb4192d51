import assert from 'node:assert/strict';
import { callsNothing, callsPublicService, checksOf, coversEverything, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';
import { pushCapabilities, type TestClient } from './testClient.js';

const lastOf = (client: TestClient, uri: string) => client.published.filter((sent) => sent.uri === uri).at(-1);

describe('pushed diagnostics', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('reach a client that does not pull, for open and for closed files', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService, 'other.py': callsPublicService });
    const client = await setup.start([folder], { capabilities: pushCapabilities });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    for (const name of ['app.py', 'other.py']) {
      const sent = await client.until(() => lastOf(client, folder.uri(name)));
      assert.ok(checksOf(sent.diagnostics).includes(dpiaMissing), name);
    }
  });

  it('go when the text no longer gives rise to them', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder], { capabilities: pushCapabilities });
    const uri = folder.uri('app.py');
    await client.open(uri, 'python', callsPublicService);
    await client.until(() => lastOf(client, uri)?.diagnostics.length);
    await client.change(uri, callsNothing);
    await client.until(() => lastOf(client, uri)?.diagnostics.length === 0);
    assert.equal(lastOf(client, uri)?.version, 2);
  });

  it('change in every file when the accountability file appears on disk', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder], { capabilities: pushCapabilities });
    const uri = folder.uri('app.py');
    await client.until(() => lastOf(client, uri)?.diagnostics.some(({ code }) => code === dpiaMissing));
    folder.write('ai-verantwoording.yml', coversEverything);
    await client.changedOnDisk(folder.uri('ai-verantwoording.yml'), 1);
    await client.until(() => lastOf(client, uri)?.diagnostics.every(({ code }) => code !== dpiaMissing));
  });
});
