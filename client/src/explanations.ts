import {
  commands,
  EventEmitter,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
} from 'vscode';
import { ExecuteCommandRequest, State, type BaseLanguageClient } from 'vscode-languageclient';
import { say } from './texts.js';

const scheme = 'handreiking-uitleg';
const explainCommand = 'handreiking.explain';

interface CheckTitle {
  readonly id: string;
  readonly title: string;
}

/** Explanations of checks as read-only Markdown documents; the server writes them. */
export class ExplanationDocuments implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registrations: readonly Disposable[];

  constructor(private readonly client: BaseLanguageClient) {
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      // In the other language, when that setting changes while an explanation is open.
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('handreiking')) return;
        for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) this.#changed.fire(uri);
      }),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const check = uri.path.replace(/^\//, '').replace(/\.md$/, '');
    const text: unknown = await ask(this.client, [check]);
    return typeof text === 'string' ? text : '';
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}

export async function explainCheck(client: BaseLanguageClient, given: unknown): Promise<void> {
  if (client.state !== State.Running) {
    void window.showWarningMessage(say('notRunning'));
    return;
  }
  const check = typeof given === 'string' ? given : await chooseCheck(client);
  if (check === undefined) return;
  const uri = Uri.from({ scheme, path: `/${check}.md` });
  await commands.executeCommand('markdown.showPreview', uri);
}

async function chooseCheck(client: BaseLanguageClient): Promise<string | undefined> {
  const checks = (await ask(client, [])) as readonly CheckTitle[];
  const items = checks.map(({ id, title }) => ({ label: title, description: id }));
  return (await window.showQuickPick(items, { placeHolder: say('chooseCheck'), matchOnDescription: true }))
    ?.description;
}

function ask(client: BaseLanguageClient, args: unknown[]): Promise<unknown> {
  return client.sendRequest(ExecuteCommandRequest.type, { command: explainCommand, arguments: args });
}
