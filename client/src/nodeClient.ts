import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';

/** The server as a process of its own, so that a heavy folder never slows the editor down. */
export function createNodeClient(
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient(id, name, { run, debug: run }, options);
}
