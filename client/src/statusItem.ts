import { LanguageStatusSeverity, languages, type Disposable } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { say } from './texts.js';

/** Entry behind the braces of the status bar: calm, and with the log one click away. */
export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem('handreiking.status', [
    { scheme: 'file' },
    { scheme: 'untitled' },
  ]);

  constructor() {
    this.#item.name = say('name');
    this.#item.command = { command: 'handreiking.showLog', title: say('showLog') };
    this.#show('starting', true);
  }

  follow(client: BaseLanguageClient): void {
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) this.#show('stopped', false, LanguageStatusSeverity.Error);
      else this.#show(newState === State.Running ? 'ready' : 'starting', newState !== State.Running);
    });
    client.onNotification('handreiking/status', ({ state }: { readonly state: 'scanning' | 'ready' }) =>
      this.#show(state, state === 'scanning'),
    );
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(text: Parameters<typeof say>[0], busy: boolean, severity = LanguageStatusSeverity.Information): void {
    this.#item.text = `${say('name')}: ${say(text)}`;
    this.#item.busy = busy;
    this.#item.severity = severity;
  }
}
