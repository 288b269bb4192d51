import type { WorkspaceFolder } from 'vscode-languageserver';
import type { Configuration } from './configuration.js';
import { nearbyFiles } from './nearbyFiles.js';
import type { Server } from './server.js';

/** `workspace/didChangeWorkspaceFolders`, and the folders that the client started with. */
export async function openFolders(
  server: Server,
  configuration: Configuration,
  folders: readonly WorkspaceFolder[],
): Promise<void> {
  for (const folder of folders) {
    const added = server.session.addFolder(folder, await configuration.of(folder.uri));
    server.scanner.begin(added);
    if (!added.scan) nearbyFiles(server, added);
  }
}

export function onWorkspaceFolders(server: Server, configuration: Configuration): void {
  const { connection, session } = server;
  if (!session.features.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) session.removeFolder(uri);
    session.prepare(async () => {
      await openFolders(server, configuration, added);
      for (const folder of session.folders) session.announce(folder);
    });
  });
}
