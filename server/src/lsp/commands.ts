import { ErrorCodes, ResponseError, type ExecuteCommandParams } from 'vscode-languageserver';
import { explanationOf, titleOf } from '../core/checks/message.js';
import { checkIds, hasCheck } from '../core/checks/rules.js';
import { guarded } from './guard.js';
import type { Server } from './server.js';

export const commands = {
  /** Reads all folders anew; answers when that is done. */
  scanWorkspace: 'handreiking.scanWorkspace',
  /** With the id of a check: its explanation as Markdown. Without: the checks with their titles. */
  explain: 'handreiking.explain',
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
