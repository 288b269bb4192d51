import type { FileSystem } from '../workspace/fileSystem.js';
import type { ScanResult, Workspace } from '../workspace/workspace.js';
import { coreSettings, sameSettings, type FolderSettings } from './folderSettings.js';
import type { Runtime } from './runtime.js';

/** One root folder of the client, or one document that lies in none of them. */
export class Folder {
  readonly workspace: Workspace;
  settings: FolderSettings;
  /** The scan that is under way or done; undefined as long as none was asked for. */
  scan: Promise<ScanResult | undefined> | undefined;
  #today: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    /** Of the root; for a document on its own, of the document. */
    readonly uri: string,
    readonly kind: 'root' | 'loose',
    settings: FolderSettings,
    private readonly runtime: Runtime,
  ) {
    this.settings = settings;
    this.#today = runtime.today();
    const fileSystem = (kind === 'root' && runtime.fileSystem(uri)) || noFiles(uri);
    this.workspace = runtime.openWorkspace(fileSystem, coreSettings(settings, this.#today));
  }

  /** Changes of the workspace go one after another, in the order in which the client told of them. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work);
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** True when something changed. */
  configure(settings: FolderSettings): boolean {
    if (sameSettings(settings, this.settings)) return false;
    this.settings = settings;
    this.workspace.project.settings = coreSettings(settings, this.#today);
    return true;
  }

  /** Past midnight a suppression or a risk analysis may have expired. */
  keepDate(): void {
    const today = this.runtime.today();
    if (today === this.#today) return;
    this.#today = today;
    this.workspace.project.settings = coreSettings(this.settings, today);
  }
}

/** A document on its own sees no other file; nor does one in a root that cannot be read. */
function noFiles(root: string): FileSystem {
  return { root, list: async () => [], read: async () => undefined, stat: async () => undefined };
}
