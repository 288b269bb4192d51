import { commands, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { openAccountabilityFile } from './accountabilityFile.js';
import { explainCheck, ExplanationDocuments } from './explanations.js';
import { StatusItem } from './statusItem.js';
import { say } from './texts.js';

type CreateClient = (
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

export async function activateExtension(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const log = window.createOutputChannel('Handreiking GenAI', { log: true });
  const status = new StatusItem();
  const options: LanguageClientOptions = {
    // Never `git:` or another view on a document that is open already.
    documentSelector: [{ scheme: 'file' }, { scheme: 'untitled' }, { scheme: 'vscode-notebook-cell' }],
    outputChannel: log,
    initializationOptions: () => ({ trusted: workspace.isTrusted, status: true }),
  };
  const running = createClient(context, 'handreiking', 'Handreiking GenAI', options);
  client = running;
  status.follow(running);
  const explanations = new ExplanationDocuments(running);
  context.subscriptions.push(
    log,
    status,
    explanations,
    workspace.onDidGrantWorkspaceTrust(() => void running.sendNotification('handreiking/trusted')),
    commands.registerCommand('handreiking.openAccountability', openAccountabilityFile),
    commands.registerCommand('handreiking.explainCheck', (check?: unknown) => explainCheck(running, check)),
    commands.registerCommand('handreiking.restart', () => start(() => restart(running))),
    commands.registerCommand('handreiking.showLog', () => log.show()),
  );
  await start(() => running.start());

  async function start(begin: () => Promise<void>): Promise<void> {
    try {
      await begin();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const choice = await window.showErrorMessage(say('startFailed'), say('showLog'));
      if (choice) log.show();
    }
  }
}

async function restart(running: BaseLanguageClient): Promise<void> {
  if (running.needsStop()) await running.stop();
  await running.start();
}

export async function deactivateExtension(): Promise<void> {
  await client?.dispose();
}
