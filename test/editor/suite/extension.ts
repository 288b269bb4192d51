import assert from 'node:assert/strict';
import { commands, extensions, languages, Uri, window, workspace, type Diagnostic, type TextDocument } from 'vscode';
import { checkOf, diagnosticsWhen, has, openExample, quickFixes, tabWhen } from './editor.js';

const id = 'handreiking-genai.handreiking-genai';
const noContract = 'endpoint-zonder-contract';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

describe('the extension in a real editor', () => {
  let document: TextDocument;
  before(async () => {
    document = await openExample();
  });

  it('starts by itself', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await diagnosticsWhen(document.uri, has(noContract));
    assert.equal(extension.isActive, true);
  });

  it('shows a finding in Dutch, linked to the policy', async () => {
    const found = await diagnosticsWhen(document.uri, has(noContract));
    const finding = found.find((diagnostic) => checkOf(diagnostic) === noContract);
    assert.ok(finding);
    assert.match(finding.message, /vastgelegd/);
    assert.ok(typeof finding.code === 'object' && finding.code.target.scheme === 'https');
    assert.equal(document.getText(finding.range).includes('OpenAI'), true);
  });

  it('shows each finding once', async () => {
    const found = await diagnosticsWhen(document.uri, has(noContract));
    const names = found.map((diagnostic) => `${checkOf(diagnostic)} ${diagnostic.range.start.line}`);
    assert.equal(new Set(names).size, names.length, names.join('\n'));
  });

  it('says nothing of a file that only mentions generative AI', async () => {
    await diagnosticsWhen(document.uri, has(noContract));
    const others = languages.getDiagnostics().filter(([uri]) => uri.toString() !== document.uri.toString());
    const ours = others.flatMap(([, diagnostics]) => diagnostics).filter(({ source }) => source === 'handreiking');
    assert.deepEqual(ours, []);
  });

  it('explains a finding under the pointer', async () => {
    const [finding] = await diagnosticsWhen(document.uri, has(noContract));
    assert.ok(finding);
    const hovers = await commands.executeCommand<{ contents: { value: string }[] }[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
    assert.match(text, /\(https:\/\//);
  });

  it('has every command and setting of its manifest', async () => {
    const manifest = extensions.getExtension(id)?.packageJSON as Manifest;
    const known = await commands.getCommands(true);
    for (const { command } of manifest.contributes.commands) assert.ok(known.includes(command), command);
    for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.deepEqual(workspace.getConfiguration().inspect(name)?.defaultValue, value, name);
    }
  });

  it('changes its language with the setting', async () => {
    const configuration = workspace.getConfiguration('handreiking');
    await configuration.update('language', 'en', true);
    await diagnosticsWhen(document.uri, (found) => found.some(({ message }) => /No contract|recorded/.test(message)));
    await configuration.update('language', undefined, true);
    await diagnosticsWhen(document.uri, (found) => found.some(({ message }) => /vastgelegd/.test(message)));
  });

  it('explains a check in a document of its own', async () => {
    const shown = tabWhen((label) => label.includes('dpia-ontbreekt'));
    await commands.executeCommand('handreiking.explainCheck', 'dpia-ontbreekt');
    await shown;
    const text = await workspace.openTextDocument(
      Uri.from({ scheme: 'handreiking-uitleg', path: '/dpia-ontbreekt.md' }),
    );
    assert.match(text.getText(), /^# .*DPIA/);
  });

  it('works on after a restart of its server', async () => {
    await commands.executeCommand('handreiking.restart');
    await diagnosticsWhen(document.uri, has(noContract));
  });

  it('applies a quick fix, and the finding is gone', async () => {
    const found = await diagnosticsWhen(document.uri, has(noContract));
    const finding = found.find((diagnostic) => checkOf(diagnostic) === noContract);
    assert.ok(finding);
    const fixes = await quickFixes(document, finding);
    const fix = fixes.find(({ title }) => /^Leg endpoint .* vast: contract/.test(title));
    assert.ok(fix?.edit, fixes.map(({ title }) => title).join(', '));
    assert.equal(await workspace.applyEdit(fix.edit), true);
    await workspace.saveAll();
    await diagnosticsWhen(document.uri, (now) => !has(noContract)(now));
  });

  it('opens the accountability file that the fix made', async () => {
    await commands.executeCommand('handreiking.openAccountability');
    assert.match(window.activeTextEditor?.document.uri.path ?? '', /\/ai-verantwoording\.yml$/);
    assert.match(window.activeTextEditor?.document.getText() ?? '', /^endpoints:/m);
  });

  it('brings a person to what only they can write, with the note selected', async () => {
    const record = window.activeTextEditor?.document;
    assert.ok(record);
    const isOpen = (diagnostic: Diagnostic) => diagnostic.message.includes('Vul hier nog in: kenmerk');
    const found = await diagnosticsWhen(record.uri, (now) => now.some(isOpen));
    const fixes = await quickFixes(record, found.find(isOpen) as Diagnostic);
    const fix = fixes.find(({ title }) => title === 'Vul in wat hier nog ontbreekt');
    assert.ok(fix?.command, fixes.map(({ title }) => title).join(', '));
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    const { document: shown, selection } = window.activeTextEditor ?? {};
    assert.equal(shown?.uri.toString(), record.uri.toString());
    assert.equal(selection && shown?.getText(selection), 'INVULLEN: kenmerk van het contract');
  });

  it('searches the workspace on command', async () => {
    await commands.executeCommand('handreiking.scanWorkspace');
  });
});
