import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isLeftOut } from '../workspace/leftOut.js';
import { pathBelow } from './documentPath.js';
import type { Folder } from './folder.js';
import { describe } from './guard.js';
import type { Server } from './server.js';

/** So many files at once is a switch of branch: reading the folder again costs less than following each. */
const manyFiles = 500;

/** `workspace/didChangeWatchedFiles`. */
export function onWatchedFiles({ connection, session, scanner }: Server): void {
  const follow = async (changes: readonly FileEvent[]): Promise<void> => {
    for (const folder of session.folders) {
      const paths = [...new Set(changes.flatMap((change) => pathsOf(folder, change)))];
      if (paths.length === 0) continue;
      if (paths.length > manyFiles && folder.scan) await scanner.scan(folder);
      else if (await folder.inTurn(() => folder.workspace.changed(paths))) session.announce(folder);
      // Saving an open document changes nothing that is not known; a closed file has findings of its own.
      else if (paths.some((path) => !session.documents.get(session.uriOf(folder, path)))) session.announce(folder);
    }
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    follow(changes).catch((error: unknown) => connection.console.error(`didChangeWatchedFiles: ${describe(error)}`));
  });
}

export async function registerWatchers({ connection, session }: Server): Promise<void> {
  if (!session.features.registersWatchers) return;
  // Which files matter, the trigger words and names decide later; a pattern for each kind of file would miss new ones.
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
}

/** A folder that is deleted is told of as one event; it stands for every file that was known below it. */
function pathsOf(folder: Folder, { uri, type }: FileEvent): string[] {
  const path = pathBelow(folder.uri, uri);
  if (path === undefined || isLeftOut(path)) return [];
  if (type !== FileChangeType.Deleted) return [path];
  return [path, ...[...folder.workspace.project.paths()].filter((known) => known.startsWith(`${path}/`))];
}
