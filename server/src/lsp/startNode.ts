import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { describe } from './guard.js';
import { nodeRuntime } from './nodeRuntime.js';
import { startServer } from './startServer.js';

/** `argv` says how to talk: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function startNodeServer(argv: readonly string[]): void {
  // The connection reads the arguments of the process itself.
  process.argv = [...process.argv.slice(0, 2), ...argv];
  const connection = createConnection(ProposedFeatures.all);
  // A promise that nobody waited for must not end the server, and must not go unseen.
  process.on('unhandledRejection', (reason) => connection.console.error(describe(reason)));
  startServer(connection, nodeRuntime);
}
