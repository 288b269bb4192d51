import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeRuntime } from './nodeRuntime.js';
import { startServer } from './startServer.js';

/** `argv` says how to talk: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function startNodeServer(argv: readonly string[]): void {
  // The connection reads the arguments of the process itself.
  process.argv = [...process.argv.slice(0, 2), ...argv];
  startServer(createConnection(ProposedFeatures.all), nodeRuntime);
}
