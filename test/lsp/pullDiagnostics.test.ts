import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { callsNothing, callsPublicService, checksOf, coversEverything, diagnosticOf, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';

describe('pulled diagnostics', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('shows a finding in Dutch, with its check, its passage and its place', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    const found = diagnosticOf(await client.diagnostics(folder.uri('app.py')), dpiaMissing);
    assert.equal(found.severity, DiagnosticSeverity.Warning);
    assert.equal(found.source, 'handreiking');
    assert.match(String(found.message), /generatieve AI.*DPIA/s);
    assert.match(found.codeDescription?.href ?? '', /^https:\/\//);
    assert.deepEqual(found.data, { check: dpiaMissing });
    assert.equal(found.range.start.line, 2);
    assert.equal(found.tags, undefined);
  });

  it('says that nothing changed by the result id', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    const first = await client.pull(folder.uri('app.py'));
    assert.ok(first.resultId);
    const second = await client.pull(folder.uri('app.py'), first.resultId);
    assert.equal(second.kind, 'unchanged');
    await client.change(folder.uri('app.py'), callsNothing);
    const third = await client.pull(folder.uri('app.py'), first.resultId);
    assert.equal(third.kind, 'full');
  });

  it('follows every edit, in UTF-16 columns', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const uri = folder.uri('app.py');
    const text = 'from openai import OpenAI\nnaam = "x"; client = OpenAI()\n';
    await client.open(uri, 'python', text);
    const before = diagnosticOf(await client.diagnostics(uri), dpiaMissing).range.start;
    // An emoji takes two columns in the protocol.
    await client.change(uri, '😀', { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } });
    const after = diagnosticOf(await client.diagnostics(uri), dpiaMissing).range.start;
    assert.deepEqual(after, { line: before.line, character: before.character + 1 });
  });

  it('reports the files of the workspace that have findings, and only those', async () => {
    const folder = setup.folder({ 'a/app.py': callsPublicService, 'b/sum.py': callsNothing });
    const client = await setup.start([folder]);
    const { items } = await client.pullWorkspace();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [folder.uri('a/app.py')],
    );
    const again = await client.pullWorkspace(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
    assert.deepEqual(again.items, []);
  });

  it('holds the request of a client that can wait until something is new, and empties what lost its findings', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    const first = await client.pullWorkspace();
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const held = client.pullWorkspace(known, 'partial');
    folder.write('app.py', callsNothing);
    await client.changedOnDisk(folder.uri('app.py'), 2);
    const { items } = await held;
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind === 'full' && item.items]),
      [[folder.uri('app.py'), []]],
    );
  });

  it('ends a held request when it is cancelled', async () => {
    const folder = setup.folder({ 'app.py': callsNothing });
    const client = await setup.start([folder]);
    await client.pullWorkspace();
    const source = new CancellationTokenSource();
    const held = client.pullWorkspace([], 'partial', source.token);
    source.cancel();
    await assert.rejects(held, { code: -32800 });
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    assert.ok(checksOf(await client.diagnostics(folder.uri('app.py'))).includes(dpiaMissing));
  });

  it('asks for a refresh, and tells related documents, when another file decides', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    diagnosticOf(await client.diagnostics(folder.uri('app.py')), dpiaMissing);
    const before = client.refreshes;
    await client.open(folder.uri('ai-verantwoording.yml'), 'yaml', coversEverything);
    const report = await client.pull(folder.uri('ai-verantwoording.yml'));
    const related = report.relatedDocuments?.[folder.uri('app.py')];
    assert.ok(related?.kind === 'full' && !checksOf(related.items).includes(dpiaMissing));
    await client.until(() => client.refreshes > before);
  });

  it('never pushes', async () => {
    const folder = setup.folder({ 'app.py': callsPublicService });
    const client = await setup.start([folder]);
    await client.open(folder.uri('app.py'), 'python', callsPublicService);
    await client.diagnostics(folder.uri('app.py'));
    await client.pullWorkspace();
    assert.deepEqual(client.published, []);
  });

  it('counts while it searches the workspace', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_none, at) => [`src/deel${at}.py`, callsPublicService]),
    );
    const folder = setup.folder(files);
    const client = await setup.start([folder]);
    await client.until(() => client.progress.some(({ kind }) => kind === 'end'));
    assert.match(client.progress[0]?.title ?? '', /werkmap/);
    assert.match(client.progress.at(-2)?.message ?? '', /40 van 40/);
    assert.equal(client.progress.at(-2)?.percentage, 100);
  });
});
