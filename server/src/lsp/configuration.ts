import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { defaultSettings, readFolderSettings, type FolderSettings } from './folderSettings.js';
import { describe } from './guard.js';
import type { Server } from './server.js';
import { say } from './texts.js';

const section = 'handreiking';

/** `workspace/configuration` and `workspace/didChangeConfiguration`: every folder has its own settings. */
export class Configuration {
  /** What a client without `workspace/configuration` sent, at the start or later. */
  #sent: unknown;

  constructor(
    private readonly server: Server,
    initial: unknown,
  ) {
    this.#sent = initial;
  }

  listen(): void {
    this.server.connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      this.#sent = sectionOf(settings) ?? this.#sent;
      this.apply().catch((error: unknown) => this.server.connection.console.error(`configuration: ${describe(error)}`));
    });
  }

  async register(): Promise<void> {
    const { connection, session } = this.server;
    if (!session.features.registersConfiguration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  async of(uri: string): Promise<FolderSettings> {
    const { connection, session } = this.server;
    const sent: unknown = session.features.configuration
      ? await connection.workspace.getConfiguration({ scopeUri: uri, section }).catch(() => undefined)
      : this.#sent;
    if (sent === undefined || sent === null) return defaultSettings;
    const wrong: string[] = [];
    const settings = readFolderSettings(sent, (name) => wrong.push(name));
    for (const name of wrong) connection.console.warn(say('badSetting', settings.language, { name }));
    return settings;
  }

  /** Takes the settings of every folder anew, and judges again what they change. */
  async apply(): Promise<void> {
    const { session, reports, scanner } = this.server;
    for (const folder of session.everyFolder()) {
      const settings = await this.of(folder.uri);
      if (!folder.configure(settings)) continue;
      reports.forget();
      if (folder.kind === 'root') scanner.begin(folder);
      session.announce(folder);
    }
  }
}

/** Clients send the whole configuration, or only our part of it. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return section in settings ? (settings as Record<string, unknown>)[section] : settings;
}
