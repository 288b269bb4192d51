import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { callsPublicService, checksOf, diagnosticOf, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';
import { pushCapabilities, type TestClient } from './testClient.js';
import type { TestFolder } from './testFolder.js';

const noContract = 'endpoint-zonder-contract';

/** Opens the sample and asks for the fixes of one of its findings. */
async function offered(client: TestClient, folder: TestFolder, check: string): Promise<CodeAction[]> {
  const uri = folder.uri('app.py');
  await client.open(uri, 'python', callsPublicService);
  const diagnostic = diagnosticOf(await client.diagnostics(uri), check);
  return client.codeActions(uri, diagnostic.range, [diagnostic], ['quickfix']);
}

function actionOf(actions: readonly CodeAction[], fix: string): CodeAction {
  const found = actions.find(({ data }) => (data as { fix?: string } | undefined)?.fix === fix);
  if (!found) throw new Error(`no ${fix} among ${actions.map(({ title }) => title).join(', ')}`);
  return found;
}

/** Applies the edit to the disk, tells the client's part of it, and gives the diagnostics that follow. */
async function applied(client: TestClient, folder: TestFolder, action: CodeAction): Promise<Diagnostic[]> {
  assert.ok(action.edit, action.title);
  const touched = folder.apply(action.edit);
  for (const uri of touched) {
    if (uri === folder.uri('app.py')) await client.change(uri, folder.read('app.py'));
    else await client.changedOnDisk(uri, 1);
  }
  return client.diagnostics(folder.uri('app.py'));
}

describe('code actions', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('are computed only when they are chosen', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const actions = await offered(client, folder, dpiaMissing);
    assert.ok(actions.length > 0);
    for (const action of actions) {
      assert.equal(action.edit, undefined);
      assert.equal(action.kind, 'quickfix');
    }
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
    assert.equal(new Set(actions.map(({ title }) => title)).size, actions.length);
  });

  it('register a use case in a new accountability file', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const before = await offered(client, folder, dpiaMissing);
    const action = await client.resolve(actionOf(before, 'register-use-case'));
    const messages = (await client.diagnostics(folder.uri('app.py'))).map(({ message }) => String(message));
    const after = await applied(client, folder, action);
    assert.match(folder.read('ai-verantwoording.yml'), /^toepassingen:/m);
    assert.notDeepEqual(
      after.map(({ message }) => String(message)),
      messages,
    );
    assert.ok(!checksOf(after).includes('toepassing-niet-geregistreerd'));
  });

  it('record an endpoint, and its finding is gone', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const action = await client.resolve(actionOf(await offered(client, folder, noContract), 'record-endpoint'));
    assert.ok(!checksOf(await applied(client, folder, action)).includes(noContract));
  });

  it('bring a person to what only they can write, where the client can open it', async () => {
    const record = `versie: 1\ntoepassingen:\n  - id: brief\n    doel: 'INVULLEN: waarvoor?'\n`;
    const name = 'ai-verantwoording.yml';
    const folder = setup.folder({ [name]: record });
    const client = await setup.start([folder]);
    const uri = folder.uri(name);
    await client.open(uri, 'yaml', record);
    const diagnostic = (await client.diagnostics(uri)).find(({ message }) => /Vul hier nog in/.test(String(message)));
    assert.ok(diagnostic);
    const [action] = await client.codeActions(uri, diagnostic.range, [diagnostic]);
    assert.equal(action?.edit, undefined);
    assert.ok(action?.command);
    const { command, arguments: args } = action.command;
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
    assert.deepEqual(client.shown, [
      { uri, takeFocus: true, selection: { start: { line: 3, character: 11 }, end: { line: 3, character: 30 } } },
    ]);
    const older = await setup.start([folder], { capabilities: pushCapabilities });
    await older.open(uri, 'yaml', record);
    assert.deepEqual(await older.codeActions(uri, diagnostic.range, []), []);
  });

  it('suppress a finding with a reason, and it is gone', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const action = await client.resolve(actionOf(await offered(client, folder, dpiaMissing), 'suppress-finding'));
    const after = await applied(client, folder, action);
    assert.ok(!checksOf(after).includes(dpiaMissing), `${folder.read('app.py')}${JSON.stringify(after, null, 1)}`);
  });

  it('offer to silence only after all that mends', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    const diagnostics = await client.diagnostics(folder.uri('app.py'));
    const { range } = diagnosticOf(diagnostics, dpiaMissing);
    const actions = await client.codeActions(folder.uri('app.py'), range, diagnostics);
    const silences = actions.map(({ data }) => (data as { fix: string }).fix === 'suppress-finding');
    assert.ok(silences.includes(true) && silences.includes(false));
    assert.deepEqual(
      silences,
      silences.toSorted((one, other) => Number(one) - Number(other)),
    );
  });

  it('name the version of the text that they were made for', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const action = await client.resolve(actionOf(await offered(client, folder, dpiaMissing), 'suppress-finding'));
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: folder.uri('app.py'), version: 1 });
  });

  it('come with their edit for a client that cannot ask for it later', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder], { capabilities: pushCapabilities });
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    const sent = await client.until(() => client.published.find(({ diagnostics }) => diagnostics.length > 0));
    const diagnostic = diagnosticOf(sent.diagnostics, dpiaMissing);
    const actions = await client.codeActions(folder.uri('app.py'), diagnostic.range, [diagnostic]);
    assert.ok(actions.length > 0);
    for (const { edit } of actions) assert.ok(edit?.changes && !edit.documentChanges);
  });

  it('are not offered where another kind is asked for, or beside a finding', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    const { range } = diagnosticOf(await client.diagnostics(folder.uri('app.py')), dpiaMissing);
    assert.deepEqual(await client.codeActions(folder.uri('app.py'), range, [], ['source.fixAll']), []);
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await client.codeActions(folder.uri('app.py'), top, []), []);
  });
});
