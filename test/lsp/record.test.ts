import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CompletionList,
  DocumentSymbol,
  Location,
  Position,
  Range,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { Setup } from './setup.js';
import { pullCapabilities, pushCapabilities, type TestClient } from './testClient.js';
import type { TestFolder } from './testFolder.js';

const name = 'ai-verantwoording.yml';
const record = `versie: 1
erft-van: [org/ai-verantwoording.organisatie.yml]
endpoints:
  - id: vlam
    url: https://vlam-api.rijksweb.nl
    grondslag: overheidsdienst
toepassingen:
  - id: brief
    doel: Brieven samenvatten
    paden: [src/**]
    endpoints: [vlam, gedeeld]
    risicoanalyse:
      dpia: { verwijzing: docs/dpia.md }
`;
const organisation =
  'versie: 1\nendpoints:\n  - { id: gedeeld, url: https://llm.voorbeeld.nl, grondslag: eigen-beheer }\n';
const code = '# ai-verantwoording: brief\nfrom openai import OpenAI\n\nclient = OpenAI()\n';
const files = {
  [name]: record,
  'org/ai-verantwoording.organisatie.yml': organisation,
  'src/app.py': code,
  'docs/dpia.md': '# DPIA\n\nStatus: definitief\n',
};

/** A client that can be told of features while it runs, as VS Code can. */
const registering: ClientCapabilities = {
  ...pullCapabilities,
  textDocument: {
    ...pullCapabilities.textDocument,
    completion: {
      dynamicRegistration: true,
      completionItem: { documentationFormat: ['markdown'], insertTextModeSupport: { valueSet: [1, 2] } },
    },
    definition: { dynamicRegistration: true },
    references: { dynamicRegistration: true },
    rename: { dynamicRegistration: true, prepareSupport: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
  },
};

/** The place of the first character of a part of a text, or a number of characters further. */
function at(text: string, part: string, further = 0): Position {
  const offset = text.indexOf(part);
  assert.notEqual(offset, -1, part);
  const before = text.slice(0, offset + further).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('an accountability file in the editor', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  let folder: TestFolder;
  let client: TestClient;
  const ask = <T>(method: string, position: Position, more: object = {}, file = name): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: folder.uri(file) },
      position,
      ...more,
    });
  const wordAt = (uri: string, { start, end }: Range): string => {
    const file = Object.keys(files).find((one) => folder.uri(one) === uri) ?? '';
    return folder.read(file).split('\n')[start.line]?.slice(start.character, end.character) ?? '';
  };
  const shown = (locations: readonly Location[]): string[] =>
    locations.map(
      ({ uri, range }) => `${uri.slice(folder.uri('').length).replace(/^\//, '')}:${String(range.start.line)}`,
    );
  beforeEach(async () => {
    folder = setup.folder(files);
    client = await setup.start([folder], { capabilities: registering });
    await client.open(folder.uri(name), 'yaml', record);
    // The scan knows what lies in closed files.
    await client.pullWorkspace();
  });

  it('has its features registered for its own name only', async () => {
    const method = (wanted: string) => client.registrations.find((one) => one.method === `textDocument/${wanted}`);
    await client.until(() => ['completion', 'definition', 'references', 'rename', 'documentSymbol'].every(method));
    for (const wanted of ['completion', 'references', 'rename', 'documentSymbol']) {
      const { documentSelector } = method(wanted)?.registerOptions as { documentSelector: { pattern?: string }[] };
      assert.deepEqual(
        documentSelector.map(({ pattern }) => pattern),
        ['**/ai-verantwoording*.{yml,yaml}'],
      );
    }
    const { completionProvider, renameProvider, definitionProvider } = client.initialized.capabilities;
    assert.deepEqual([completionProvider, renameProvider, definitionProvider], [undefined, undefined, undefined]);
  });

  it('completes keys with what they mean, while the file is being written', async () => {
    const text = `${record}    fa\n`;
    await client.change(folder.uri(name), text);
    const position = at(text, '    fa\n', 6);
    const { items } = await ask<CompletionList>('completion', position);
    const fase = items.find(({ label }) => label === 'fase');
    assert.deepEqual(fase?.textEdit, { range: { start: at(text, '    fa\n', 4), end: position }, newText: 'fase: ' });
    assert.match(JSON.stringify(fase?.documentation), /Hoe ver de toepassing is/);
    assert.equal(fase?.insertTextMode, 1);
    assert.ok(!items.some(({ label }) => label === 'doel'));
  });

  it('completes ids, inherited ones too, and paths of documents', async () => {
    const ids = record.replace('[vlam, gedeeld]', '[]');
    await client.change(folder.uri(name), ids);
    const labels = async (position: Position) =>
      (await ask<CompletionList>('completion', position)).items.map(({ label }) => label);
    assert.deepEqual(await labels(at(ids, '[]', 1)), ['vlam', 'gedeeld']);
    assert.deepEqual(await labels(at(ids, 'docs/dpia', 4)), ['docs/dpia.md']);
  });

  it('explains a key and an id on hover, beside what is found there', async () => {
    const value = async (position: Position) => JSON.stringify(await client.hover(folder.uri(name), position));
    assert.match(await value(at(record, 'grondslag', 2)), /verplicht.*Mogelijk: `contract`/);
    assert.match(await value(at(record, '[vlam', 2)), /vlam-api\.rijksweb\.nl, overheidsdienst/);
    const text = record.replace('    url: https://vlam-api.rijksweb.nl\n', '');
    await client.change(folder.uri(name), text);
    // Neither an address nor a variable: that is found on the first key of the endpoint.
    assert.match(await value(at(text, 'id: vlam', 1)), /Korte naam van dit endpoint.*---.*\*\*Waarom\*\*/);
  });

  it('leads from an id to where it is given, in this file, another, and from code', async () => {
    const definition = (position: Position, file?: string) => ask<Location[]>('definition', position, {}, file);
    assert.deepEqual(shown(await definition(at(record, '[vlam', 2))), [`${name}:3`]);
    const inherited = await definition(at(record, 'gedeeld', 2));
    assert.deepEqual(shown(inherited), ['org/ai-verantwoording.organisatie.yml:2']);
    assert.equal(wordAt(inherited[0]?.uri ?? '', inherited[0]?.range as Range), 'gedeeld');
    await client.open(folder.uri('src/app.py'), 'python', code);
    assert.deepEqual(shown(await definition(at(code, 'brief', 1), 'src/app.py')), [`${name}:7`]);
    assert.deepEqual(await definition(at(code, 'OpenAI'), 'src/app.py'), []);
  });

  it('leads from a reference to its document', async () => {
    assert.deepEqual(shown(await ask<Location[]>('definition', at(record, 'docs/dpia', 2))), ['docs/dpia.md:0']);
    assert.deepEqual(shown(await ask<Location[]>('definition', at(record, 'org/ai', 2))), [
      'org/ai-verantwoording.organisatie.yml:0',
    ]);
  });

  it('finds every place of an id, in closed files too', async () => {
    const references = (position: Position, includeDeclaration: boolean) =>
      ask<Location[]>('references', position, { context: { includeDeclaration } });
    const found = await references(at(record, 'id: brief', 5), true);
    assert.deepEqual(shown(found), [`${name}:7`, 'src/app.py:0']);
    assert.deepEqual(
      found.map(({ uri, range }) => wordAt(uri, range)),
      ['brief', 'brief'],
    );
    assert.deepEqual(shown(await references(at(record, 'id: vlam', 5), false)), [`${name}:10`]);
    assert.deepEqual(await references(at(record, 'Brieven'), true), []);
  });

  it('gives an id another name everywhere, in closed files too', async () => {
    const position = at(record, 'id: brief', 5);
    const prepared = await ask<{ placeholder: string } | null>('prepareRename', position);
    assert.equal(prepared?.placeholder, 'brief');
    assert.equal(await ask('prepareRename', at(record, 'Brieven')), null);
    const edit = await ask<WorkspaceEdit>('rename', position, { newName: 'post' });
    folder.apply(edit);
    assert.equal(folder.read(name), record.replace('id: brief', 'id: post'));
    assert.equal(folder.read('src/app.py'), code.replace(': brief', ': post'));
  });

  it('refuses a name that is none, or that is in use, in words', async () => {
    const two = `${record}  - id: chat\n    doel: Vragen\n`;
    await client.change(folder.uri(name), two);
    const rename = (newName: string) => ask('rename', at(two, 'id: brief', 5), { newName });
    await assert.rejects(rename('Een Brief'), /"Een Brief" kan geen id zijn/);
    await assert.rejects(rename('chat'), /"chat" staat al in dit bestand/);
  });

  it('has an outline', async () => {
    const params = { textDocument: { uri: folder.uri(name) } };
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', params);
    assert.deepEqual(
      symbols.map((one) => [one.name, ...(one.children ?? []).map((child) => child.name)]),
      [['versie'], ['erft-van'], ['endpoints', 'vlam'], ['toepassingen', 'brief']],
    );
  });
});

describe('an accountability file in an older editor', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  it('is served the same, and other documents get empty answers', async () => {
    const folder = setup.folder(files);
    const client = await setup.start([folder], { capabilities: pushCapabilities });
    const { completionProvider, renameProvider, documentSymbolProvider } = client.initialized.capabilities;
    assert.ok(completionProvider && renameProvider && documentSymbolProvider);
    await client.open(folder.uri(name), 'yaml', record);
    await client.open(folder.uri('src/app.py'), 'python', code);
    const send = <T>(method: string, file: string, more: object = {}): Promise<T> =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: folder.uri(file) }, ...more });
    const symbols = await send<SymbolInformation[]>('documentSymbol', name);
    assert.deepEqual(symbols.find((one) => one.name === 'brief')?.containerName, 'toepassingen');
    assert.deepEqual(await send('documentSymbol', 'src/app.py'), []);
    const position = { line: 3, character: 0 };
    assert.deepEqual((await send<CompletionList>('completion', 'src/app.py', { position })).items, []);
    const { items } = await send<CompletionList>('completion', name, { position: { line: 0, character: 0 } });
    assert.ok(items.some(({ documentation }) => typeof documentation === 'string'));
  });
});
