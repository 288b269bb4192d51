import assert from 'node:assert/strict';
import { callsNothing, callsPublicService, checksOf, coversEverything, diagnosticOf, dpiaMissing } from './samples.js';
import { Setup } from './setup.js';

describe('documents', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('count instead of their file while they are open', async () => {
    const folder = setup.folder({ 'app.py': callsNothing });
    const client = await setup.start([folder]);
    const uri = folder.uri('app.py');
    await client.open(uri, 'python', callsPublicService);
    diagnosticOf(await client.diagnostics(uri), dpiaMissing);
    await client.close(uri);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('without a file are checked by their language', async () => {
    const client = await setup.start([setup.folder({})]);
    await client.open('untitled:Untitled-1', 'python', callsPublicService);
    diagnosticOf(await client.diagnostics('untitled:Untitled-1'), dpiaMissing);
  });

  it('outside every folder are checked on their own', async () => {
    const [folder, elsewhere] = [setup.folder({ 'ai-verantwoording.yml': coversEverything }), setup.folder({})];
    const client = await setup.start([folder]);
    await client.open(elsewhere.uri('app.py'), 'python', callsPublicService);
    diagnosticOf(await client.diagnostics(elsewhere.uri('app.py')), dpiaMissing);
    const { items } = await client.pullWorkspace();
    assert.ok(items.every(({ uri }) => uri !== elsewhere.uri('app.py')));
  });

  it('of a notebook are its cells', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const cell = `${folder.uri('notebook.ipynb').replace('file:', 'vscode-notebook-cell:')}#W0sZmlsZQ%3D%3D`;
    await client.open(cell, 'python', callsPublicService);
    diagnosticOf(await client.diagnostics(cell), dpiaMissing);
  });

  it('of a view on version control are left alone', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const uri = folder.uri('app.py').replace('file:', 'git:');
    await client.open(uri, 'python', callsPublicService);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('that appear, change and go on disk are followed', async () => {
    const folder = setup.folder({ 'deel/app.py': callsPublicService });
    const client = await setup.start([folder]);
    const first = await client.pullWorkspace();
    assert.equal(first.items.length, 1);
    folder.write('nieuw.py', callsPublicService);
    await client.changedOnDisk(folder.uri('nieuw.py'), 1);
    folder.delete('deel');
    // An editor tells of a deleted folder once.
    await client.changedOnDisk(folder.uri('deel'), 3);
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const reports = new Map<string, number>();
    while (reports.size < 2) {
      const { items } = await client.pullWorkspace([...known], 'partial');
      for (const item of items) if (item.kind === 'full') reports.set(item.uri, item.items.length);
    }
    assert.equal(reports.get(folder.uri('deel/app.py')), 0);
    assert.ok((reports.get(folder.uri('nieuw.py')) ?? 0) > 0);
  });

  it('explain themselves under the pointer, with the passage', async () => {
    const folder = setup.folder({});
    const client = await setup.start([folder]);
    const uri = folder.uri('app.py');
    await client.open(uri, 'python', callsPublicService);
    const { range } = diagnosticOf(await client.diagnostics(uri), dpiaMissing);
    const hover = await client.hover(uri, range.start);
    assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /\]\(https:\/\//);
    assert.equal(await client.hover(uri, { line: 1, character: 0 }), null);
    assert.ok(checksOf(await client.diagnostics(uri)).includes(dpiaMissing));
  });
});
