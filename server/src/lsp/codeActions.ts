import {
  CodeActionKind,
  Command,
  MessageType,
  ShowMessageNotification,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { Finding } from '../core/checks/finding.js';
import type { Shown } from '../core/fixes/fix.js';
import { fixesOf } from '../core/fixes/fixesOf.js';
import { compare } from '../core/place.js';
import { commands } from './commands.js';
import { contextOf } from './fixContext.js';
import { guarded, throwIfCancelled } from './guard.js';
import type { Server } from './server.js';
import type { Located } from './session.js';
import { say } from './texts.js';
import { diagnosticSource, toRange } from './toDiagnostic.js';
import { workspaceEditOf } from './workspaceEdit.js';

/** Enough to find the fix again when the client asks for its edit. */
interface ActionData {
  readonly uri: string;
  readonly check: string;
  readonly range: Range;
  readonly fix: string;
  readonly title: string;
}

/** `textDocument/codeAction` and `codeAction/resolve`. */
export function onCodeActions(server: Server): void {
  const { connection, session } = server;

  const offer = async (params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> => {
    const { only, diagnostics } = params.context;
    if (only && !only.some((kind) => contains(kind, CodeActionKind.QuickFix))) return [];
    await session.settled();
    throwIfCancelled(token);
    const found = session.locate(params.textDocument.uri);
    if (!found?.folder.settings.enable || !session.features.codeActionLiterals) return [];
    const actions = new Map<string, CodeAction>();
    // Asked about certain diagnostics, the menu is about those; asked about a place, about all that is there.
    const asked = diagnostics.filter(({ source }) => source === diagnosticSource);
    for (const finding of found.folder.workspace.project.findings(found.path)) {
      if (!overlap(finding.range, params.range)) continue;
      throwIfCancelled(token);
      const shown = asked.filter((diagnostic) => isOf(diagnostic, finding));
      if (asked.length > 0 && shown.length === 0) continue;
      for (const { id, title, preferred, shows } of fixesOf(finding, contextOf(session, found))) {
        if (shows && !session.features.showsDocuments) continue;
        const known = actions.get(title);
        if (known) {
          // One fix that serves several findings is one entry of the menu.
          known.diagnostics?.push(...shown);
          continue;
        }
        const data: ActionData = {
          uri: params.textDocument.uri,
          check: finding.check,
          range: toRange(finding.range),
          fix: id,
          title,
        };
        const action = { title, kind: CodeActionKind.QuickFix, isPreferred: preferred, diagnostics: shown };
        actions.set(title, shows ? { ...action, command: showing(title, shows, found.folder) } : { ...action, data });
      }
    }
    const offered = onlyOnePreferred(suppressionsLast([...actions.values()]));
    if (session.features.resolvesEdits) return offered;
    const resolved = await Promise.all(offered.map((action) => withEdit(action)));
    return resolved.filter((action) => action.edit ?? action.command);
  };

  const withEdit = async (action: CodeAction): Promise<CodeAction> => {
    const data: unknown = action.data;
    if (!isActionData(data)) return action;
    const found = session.locate(data.uri);
    const finding = found && findAgain(found, data);
    if (!found || !finding) return action;
    const context = contextOf(session, found);
    const edits = await context.editsOf(() =>
      fixesOf(finding, context).find((fix) => fix.id === data.fix && fix.title === data.title),
    );
    return edits ? { ...action, edit: workspaceEditOf(edits, found.folder, session) } : action;
  };

  const showing = (title: string, shows: Shown, folder: Located['folder']): Command =>
    Command.create(
      title,
      commands.show,
      'url' in shows
        ? { uri: shows.url, external: true }
        : { uri: session.uriOf(folder, shows.path), selection: toRange(shows.range) },
    );

  /** A notification, not the request that waits for a choice of the user. */
  const tell = (message: string) =>
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });

  const resolve = async (action: CodeAction, token: CancellationToken): Promise<CodeAction> => {
    await session.settled();
    throwIfCancelled(token);
    const resolved = await withEdit(action);
    if (!resolved.edit && !resolved.command) await tell(say('fixGone', session.settings.language));
    return resolved;
  };

  connection.onCodeAction(guarded(connection.console, 'textDocument/codeAction', [], offer));
  connection.onCodeActionResolve((action, token) =>
    guarded(connection.console, 'codeAction/resolve', action, resolve)(action, token),
  );
}

/** The finding that the action was offered for, on its place or, after an edit above it, the nearest of the same check. */
function findAgain({ folder, path }: Located, { check, range }: ActionData): Finding | undefined {
  const same = folder.workspace.project.findings(path).filter((finding) => finding.check === check);
  const distance = (finding: Finding) => Math.abs(finding.range.start.line - range.start.line);
  return (
    same.find((finding) => compare(finding.range.start, range.start) === 0) ??
    same.sort((one, other) => distance(one) - distance(other))[0]
  );
}

function isOf(diagnostic: Diagnostic, finding: Finding): boolean {
  return diagnostic.code === finding.check && compare(diagnostic.range.start, finding.range.start) === 0;
}

function overlap(one: Finding['range'], other: Range): boolean {
  return compare(one.start, other.end) <= 0 && compare(other.start, one.end) <= 0;
}

/** `quickfix` is asked for by itself and by every kind above it. */
function contains(asked: string, kind: string): boolean {
  return asked === kind || asked === '' || kind.startsWith(`${asked}.`);
}

/** What mends comes before what silences, whichever finding it is for. */
function suppressionsLast(actions: readonly CodeAction[]): CodeAction[] {
  const silences = ({ data }: CodeAction) => Number(isActionData(data) && data.fix === 'suppress-finding');
  return [...actions].sort((one, other) => silences(one) - silences(other));
}

function onlyOnePreferred(actions: readonly CodeAction[]): CodeAction[] {
  const first = actions.find((action) => action.isPreferred);
  return actions.map((action) => ({ ...action, isPreferred: action === first }));
}

function isActionData(value: unknown): value is ActionData {
  const data = value as Partial<ActionData> | null | undefined;
  return (
    typeof data?.uri === 'string' &&
    typeof data.check === 'string' &&
    typeof data.fix === 'string' &&
    typeof data.title === 'string' &&
    typeof data.range?.start?.line === 'number' &&
    typeof data.range.start.character === 'number'
  );
}
