import { CreateFile, TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../core/fixes/fix.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';
import { toRange } from './toDiagnostic.js';

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The edits of a fix in the richest form that the client takes. */
export function workspaceEditOf(edits: readonly FileEdit[], folder: Folder, session: Session): WorkspaceEdit {
  const byUri = new Map<string, FileEdit[]>();
  for (const edit of edits) {
    const uri = session.uriOf(folder, edit.path);
    byUri.set(uri, [...(byUri.get(uri) ?? []), edit]);
  }
  const textEdits = (of: readonly FileEdit[]) =>
    of.map((edit) => TextEdit.replace(edit.range ? toRange(edit.range) : start, edit.newText));
  if (!session.features.documentChanges) {
    return { changes: Object.fromEntries([...byUri].map(([uri, of]) => [uri, textEdits(of)])) };
  }
  const documentChanges: (CreateFile | TextDocumentEdit)[] = [];
  for (const [uri, of] of byUri) {
    const document = session.documents.get(uri);
    const isNew = !document && of.some((edit) => !edit.range);
    if (isNew && session.features.createsFiles) documentChanges.push(CreateFile.create(uri, { ignoreIfExists: true }));
    // With the version the client refuses an edit that was made for an older text.
    documentChanges.push(TextDocumentEdit.create({ uri, version: document?.version ?? null }, textEdits(of)));
  }
  return { documentChanges };
}
