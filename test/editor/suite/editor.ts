import {
  commands,
  languages,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { exampleFile } from '../exampleWorkspace.js';

export async function openExample(): Promise<TextDocument> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('the tests need a folder that is open');
  const document = await workspace.openTextDocument(Uri.joinPath(root, exampleFile));
  await window.showTextDocument(document);
  return document;
}

/** Our diagnostics of a document, as soon as they are as wanted. */
export function diagnosticsWhen(
  uri: Uri,
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const ours = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'handreiking');
  return new Promise((resolve) => {
    const look = () => {
      const found = ours();
      if (!wanted(found)) return;
      listener.dispose();
      resolve(found);
    };
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}

export function checkOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function has(check: string): (found: readonly Diagnostic[]) => boolean {
  return (found) => found.some((diagnostic) => checkOf(diagnostic) === check);
}

/** The quick fixes at a diagnostic, with their edits resolved. */
export function quickFixes(document: TextDocument, { range }: Diagnostic): Thenable<CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 20);
}

/** As soon as a tab with such a label is there. */
export function tabWhen(wanted: (label: string) => boolean): Promise<void> {
  const isThere = () => window.tabGroups.all.some((group) => group.tabs.some(({ label }) => wanted(label)));
  return new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return;
      listener.dispose();
      resolve();
    };
    const listener = window.tabGroups.onDidChangeTabs(look);
    look();
  });
}
