import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { callsNothing, callsPublicService, checksOf, coversEverything, diagnosticOf, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';

describe('folders and their settings', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('have settings and accountability files of their own', async () => {
    const [one, other] = [
      setup.folder({ 'app.py': callsPublicService }),
      setup.folder({ 'app.py': callsPublicService, 'ai-verantwoording.yml': coversEverything }),
    ];
    const configuration = (scope: string) => (scope === one.folder.uri ? { checks: { [dpiaMissing]: 'error' } } : {});
    const client = await setup.start([one, other], { configuration });
    await client.open(one.uri('app.py'), 'python', callsPublicService);
    await client.open(other.uri('app.py'), 'python', callsPublicService);
    const found = diagnosticOf(await client.diagnostics(one.uri('app.py')), dpiaMissing);
    assert.equal(found.severity, DiagnosticSeverity.Error);
    assert.ok(!checksOf(await client.diagnostics(other.uri('app.py'))).includes(dpiaMissing));
  });

  it('speak the language of the settings, and change it without a restart', async () => {
    let language = 'en';
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder], { configuration: () => ({ language }) });
    const uri = folder.uri('app.py');
    await client.open(uri, 'python', callsPublicService);
    assert.match(String(diagnosticOf(await client.diagnostics(uri), dpiaMissing).message), /generative AI/);
    language = 'nl';
    const before = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.refreshes > before);
    assert.match(String(diagnosticOf(await client.diagnostics(uri), dpiaMissing).message), /generatieve AI/);
  });

  it('can be switched off', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder], { configuration: () => ({ enable: false }) });
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    assert.deepEqual(await client.diagnostics(folder.uri('app.py')), []);
    assert.deepEqual((await client.pullWorkspace()).items, []);
  });

  it('are not searched when that is off, but an open file is checked with what decides about it', async () => {
    const folder = setup.folder({
      'app.py': callsPublicService,
      'other.py': callsPublicService,
      'ai-verantwoording.yml': coversEverything,
    });
    const client = await setup.start([folder], { configuration: () => ({ scanWorkspace: false }) });
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    await client.until(() => client.refreshes > 0);
    assert.ok(!checksOf(await client.diagnostics(folder.uri('app.py'))).includes(dpiaMissing));
    const { items } = await client.pullWorkspace();
    assert.ok(items.every(({ uri }) => uri !== folder.uri('other.py')));
  });

  it('name a setting that makes no sense, and keep the default', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder], {
      configuration: () => ({ language: 'fr', checks: { [dpiaMissing]: 7 } }),
    });
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    assert.match(
      String(diagnosticOf(await client.diagnostics(folder.uri('app.py')), dpiaMissing).message),
      /generatieve AI/,
    );
    assert.ok(client.log.some((line) => line.includes('handreiking.language')));
    assert.ok(client.log.some((line) => line.includes(`handreiking.checks.${dpiaMissing}`)));
  });

  it('come and go while the server runs', async () => {
    const [one, other] = [setup.folder({ 'sum.py': callsNothing }), setup.folder({ 'app.py': callsPublicService })];
    const client = await setup.start([one]);
    const change = (added: unknown[], removed: unknown[]) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await client.until(() => client.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    assert.deepEqual((await client.pullWorkspace()).items, []);
    const before = client.refreshes;
    await change([other.folder], []);
    await client.until(() => client.refreshes > before);
    const { items } = await client.pullWorkspace();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [other.uri('app.py')],
    );
    await change([], [other.folder]);
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const after = await client.pullWorkspace(known);
    assert.deepEqual(
      after.items.map((item) => item.kind === 'full' && item.items),
      [[]],
    );
  });

  it('report a file of a root inside a root once', async () => {
    const outer = setup.folder({ 'inner/app.py': callsPublicService });
    const inner = { uri: outer.uri('inner'), name: 'inner' };
    const client = await setup.start([outer]);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [inner], removed: [] },
    });
    await client.until(() => client.refreshes > 0);
    const { items } = await client.pullWorkspace();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [outer.uri('inner/app.py')],
    );
  });
});
