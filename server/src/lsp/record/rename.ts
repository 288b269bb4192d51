import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameEdits, renameProblem } from '../../core/editing/references.js';
import { guarded, throwIfCancelled } from '../guard.js';
import type { Server } from '../server.js';
import { say } from '../texts.js';
import { toRange } from '../toDiagnostic.js';
import { workspaceEditOf } from '../workspaceEdit.js';
import { idUnder } from './idPlaces.js';
import { askedAbout } from './recordDocument.js';

/** `textDocument/prepareRename` and `textDocument/rename` of the id of a use case or endpoint. */
export function onRename({ connection, session }: Server): void {
  const prepare = async (
    { textDocument, position }: PrepareRenameParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | null> => {
    const asked = await askedAbout(session, textDocument.uri);
    throwIfCancelled(token);
    const found = asked && (await idUnder(asked, position));
    return found ? { range: toRange(found.range), placeholder: found.id } : null;
  };

  const rename = async (
    { textDocument, position, newName }: RenameParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | null> => {
    const asked = await askedAbout(session, textDocument.uri);
    throwIfCancelled(token);
    const found = asked && (await idUnder(asked, position));
    if (!found) return null;
    const { context, folder } = asked;
    const problem = await context.afterReading(() => renameProblem(found, newName, context.project, context.text));
    if (problem) {
      const text = problem === 'form' ? 'idForm' : 'idTaken';
      throw new ResponseError(LSPErrorCodes.RequestFailed, say(text, folder.settings.language, { id: newName }));
    }
    const edits = await context.afterReading(() => renameEdits(found, newName, context.project, context.text));
    throwIfCancelled(token);
    return workspaceEditOf(edits, folder, session);
  };

  connection.onPrepareRename(guarded(connection.console, 'textDocument/prepareRename', null, prepare));
  connection.onRenameRequest(guarded(connection.console, 'textDocument/rename', null, rename));
}
