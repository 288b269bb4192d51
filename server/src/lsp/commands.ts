import {
  ErrorCodes,
  Range,
  ResponseError,
  ShowDocumentRequest,
  type ExecuteCommandParams,
  type ShowDocumentParams,
} from 'vscode-languageserver';
import { explanationOf, titleOf } from '../core/checks/message.js';
import { checkIds, hasCheck } from '../core/checks/rules.js';
import { guarded } from './guard.js';
import type { Server } from './server.js';

export const commands = {
  /** Reads all folders anew; answers when that is done. */
  scanWorkspace: 'handreiking.scanWorkspace',
  /** With the id of a check: its explanation as Markdown. Without: the checks with their titles. */
  explain: 'handreiking.explain',
  /** Opens what an action leads to: a place with what is there selected, or a page on the web. */
  show: 'handreiking.show',
} as const;

/** `workspace/executeCommand`. */
export function onCommands({ connection, session, scanner }: Server): void {
  const execute = async ({ command, arguments: args = [] }: ExecuteCommandParams): Promise<unknown> => {
    switch (command) {
      case commands.scanWorkspace:
        await Promise.all(
          session.folders.filter((folder) => folder.settings.enable).map((folder) => scanner.scan(folder)),
        );
        return null;
      case commands.explain:
        return explain(args[0]);
      case commands.show:
        return connection.sendRequest(ShowDocumentRequest.type, shownIn(args[0]));
      default:
        throw new ResponseError(ErrorCodes.InvalidParams, `unknown command ${command}`);
    }
  };

  const explain = (check: unknown): unknown => {
    const { language, profile } = session.settings;
    if (check === undefined || check === null) return checkIds().map((id) => ({ id, title: titleOf(id, language) }));
    if (typeof check !== 'string' || !hasCheck(check)) {
      throw new ResponseError(ErrorCodes.InvalidParams, `unknown check ${String(check)}`);
    }
    return explanationOf(check, language, profile);
  };

  connection.onExecuteCommand(guarded(connection.console, 'workspace/executeCommand', null, execute));
}

/** What came back from the client is what an action gave it, or nothing that is opened. */
function shownIn(argument: unknown): ShowDocumentParams {
  const { uri, selection, external } = (argument ?? {}) as Partial<ShowDocumentParams>;
  if (typeof uri !== 'string' || !/^(?:file|https|[a-z-]+):/.test(uri))
    throw new ResponseError(ErrorCodes.InvalidParams, 'nothing to show');
  if (external === true) return { uri, external };
  return { uri, takeFocus: true, ...(Range.is(selection) && { selection }) };
}
