import assert from 'node:assert/strict';
import { callsPublicService, diagnosticOf, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';
import type { TestClient } from './testClient.js';
import type { TestFolder } from './testFolder.js';

/** The server still does its work. */
async function stillWorks(client: TestClient, folder: TestFolder): Promise<void> {
  await client.open(folder.uri('gewoon.py'), 'python', callsPublicService);
  diagnosticOf(await client.diagnostics(folder.uri('gewoon.py')), dpiaMissing);
}

describe('hostile input', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  const texts: Readonly<Record<string, string>> = {
    'half a string': 'from openai import OpenAI\nclient = OpenAI(api_key="',
    'lone surrogates': `client = "\ud800${'\udfff'.repeat(50)}"`,
    'null bytes': `from openai import OpenAI\n\0\0\0client = OpenAI()\n`,
    'a hundred thousand brackets': `OpenAI${'('.repeat(100_000)}`,
    'one line of two million characters': `openai = "${'x'.repeat(2_000_000)}"`,
    'carriage returns only': callsPublicService.replaceAll('\n', '\r'),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`survives ${name}`, async () => {
      const folder = setup.folder({});
      const client = await setup.start([folder]);
      await client.open(folder.uri('vreemd.py'), 'python', text);
      assert.ok(Array.isArray(await client.diagnostics(folder.uri('vreemd.py'))));
      await stillWorks(client, folder);
    });
  }

  it('survives addresses that are none, and places that are not there', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    for (const uri of ['', 'x', 'file:', 'file:////', '%%%', folder.uri('../../elders.py'), 'untitled:', 'git:/a.py']) {
      await client.open(uri, 'python', callsPublicService);
      assert.ok(Array.isArray(await client.diagnostics(uri)), uri);
      assert.equal(await client.hover(uri, { line: 9_999_999, character: 9_999_999 }), null);
    }
    await stillWorks(client, folder);
  });

  it('survives a broken accountability file, and says where it is broken', async () => {
    const folder = setup.folder({ 'ai-verantwoording.yml': 'versie: 1\ntoepassingen: [ { id: &a *a, ' });
    const client = await setup.start([folder]);
    const { items } = await client.pullWorkspace();
    const report = items.find(({ uri }) => uri === folder.uri('ai-verantwoording.yml'));
    assert.ok(report?.kind === 'full' && report.items.some(({ code }) => code === 'ai-verantwoording-ongeldig'));
    await stillWorks(client, folder);
  });

  it('survives a folder that is not there, and one that it cannot read', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const added = [
      { uri: folder.uri('nergens'), name: 'nergens' },
      { uri: 'vscode-vfs://github/voorbeeld/voorbeeld', name: 'ver weg' },
    ];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await client.until(() => client.refreshes > 0);
    await stillWorks(client, folder);
  });

  it('answers an action that is not its own unchanged, and says so', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const action = { title: 'Van een ander', data: { uri: 3, check: [], range: null } };
    assert.deepEqual(await client.resolve(action), action);
    await client.until(() => client.log.some((line) => line.startsWith('shown ')));
    await stillWorks(client, folder);
  });

  it('refuses a command or check that it does not know', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    await assert.rejects(client.execute('handreiking.bestaatNiet'));
    await assert.rejects(client.execute('handreiking.explain', '../../etc/passwd'));
    await stillWorks(client, folder);
  });

  it('ends when it is asked to', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const { TestClient: Client } = await import('./testClient.js');
    const client = await Client.start({ folders: [folder.folder] });
    assert.equal(await client.stop(), 0);
  });
});

describe('commands', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('list the checks, and explain one', async () => {
    const client = await setup.start([setup.folder({})]);
    const checks = (await client.execute('handreiking.explain')) as { id: string; title: string }[];
    assert.ok(checks.some(({ id, title }) => id === dpiaMissing && title.length > 0));
    assert.match(String(await client.execute('handreiking.explain', dpiaMissing)), /^# .*DPIA/);
  });

  it('search the workspace again', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    assert.deepEqual((await client.pullWorkspace()).items, []);
    folder.write('app.py', callsPublicService);
    await client.execute('handreiking.scanWorkspace');
    assert.deepEqual(
      (await client.pullWorkspace()).items.map(({ uri }) => uri),
      [folder.uri('app.py')],
    );
  });
});
