import {
  CodeActionKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { clientFeatures, type ClientFeatures } from './clientFeatures.js';
import { onCodeActions } from './codeActions.js';
import { commands, onCommands } from './commands.js';
import { Configuration } from './configuration.js';
import { onDocumentDiagnostics } from './documentDiagnostics.js';
import { onHover } from './hover.js';
import { readStartOptions } from './startOptions.js';
import { pushDiagnostics } from './pushDiagnostics.js';
import { onRecords, recordCapabilities, registerRecords } from './record/capabilities.js';
import { refreshDiagnostics } from './refresh.js';
import { Reports } from './reports.js';
import type { Runtime } from './runtime.js';
import { Scanner } from './scanner.js';
import type { Server } from './server.js';
import { Session } from './session.js';
import { StatusReporter } from './status.js';
import { onTrust } from './trust.js';
import { onWatchedFiles, registerWatchers } from './watchedFiles.js';
import { onWorkspaceDiagnostics } from './workspaceDiagnostics.js';
import { onWorkspaceFolders, openFolders } from './workspaceFolders.js';

/** Serves one client over a connection; the runtime is the machine below. Each method group has a file of its own. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => {
    const features = clientFeatures(params.capabilities);
    const options = readStartOptions(params.initializationOptions);
    const session = new Session(connection, runtime, features);
    session.trusted = options.trusted;
    const reports = new Reports(session);
    const scanner = new Scanner(session, new StatusReporter(connection, options.status));
    const server: Server = { connection, session, reports, scanner };
    const configuration = new Configuration(server, options.settings);

    session.documents.listen(connection);
    if (features.pullsDiagnostics) {
      onDocumentDiagnostics(server);
      onWorkspaceDiagnostics(server);
      refreshDiagnostics(server);
    } else {
      pushDiagnostics(server);
    }
    onCodeActions(server);
    onHover(server);
    onRecords(server);
    onCommands(server);
    onWatchedFiles(server);
    onTrust(server);
    configuration.listen();

    // Before this the server may not ask the client anything, its settings included.
    let initialized: () => void = () => undefined;
    const whenInitialized = new Promise<void>((resolve) => (initialized = resolve));
    connection.onInitialized(() => initialized());
    session.prepare(async () => {
      await whenInitialized;
      onWorkspaceFolders(server, configuration);
      await openFolders(server, configuration, rootFolders(params));
      await Promise.all([configuration.register(), registerWatchers(server), registerRecords(server)]);
    });
    return { serverInfo: { name: 'handreiking' }, capabilities: serverCapabilities(features) };
  });
  connection.listen();
}

function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(features.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'handreiking', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: features.resolvesEdits },
    hoverProvider: true,
    ...recordCapabilities(features),
    executeCommandProvider: { commands: Object.values(commands) },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Older clients know one root only, and some of them only its path. */
function rootFolders({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: '' }] : [];
}
