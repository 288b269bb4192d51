import { Emitter, TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientFeatures } from './clientFeatures.js';
import { isOurs, loosePath, pathBelow, uriBelow } from './documentPath.js';
import { Folder } from './folder.js';
import { defaultSettings, type FolderSettings } from './folderSettings.js';
import { describe } from './guard.js';
import type { Runtime } from './runtime.js';

/** A document or file, by the folder that it belongs to. */
export interface Located {
  readonly folder: Folder;
  readonly path: string;
}

/** What the server knows of its client: features, folders, open documents. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly folders: Folder[] = [];
  trusted = true;
  readonly #loose = new Map<string, Folder>();
  /** Where an open document was put in, so that closing it takes it out there. */
  readonly #placed = new Map<string, Located>();
  readonly #pending = new Set<string>();
  /** The folders that the client named are there, with their settings. */
  #ready: Promise<unknown> = Promise.resolve();
  #settling: Promise<void> = Promise.resolve();
  readonly #othersChanged = new Emitter<Folder>();
  /** Results of other files of the folder than the one that was edited may have changed. */
  readonly onOthersChanged = this.#othersChanged.event;
  readonly #edited = new Emitter<string>();
  /** The text of this document was changed or closed by the client; not yet taken in. */
  readonly onEdited = this.#edited.event;

  constructor(
    readonly connection: Connection,
    readonly runtime: Runtime,
    readonly features: ClientFeatures,
  ) {
    const note = ({ document }: { document: TextDocument }) => {
      this.#pending.add(document.uri);
      this.#edited.fire(document.uri);
    };
    this.documents.onDidChangeContent(note);
    this.documents.onDidClose(note);
  }

  /** Takes in what the client changed since; every handler that reads results waits for it. */
  settled(): Promise<void> {
    this.#settling = Promise.all([this.#ready, this.#settling])
      .then(() => this.#takeInPending())
      .catch((error: unknown) => this.connection.console.error(describe(error)));
    return this.#settling;
  }

  async #takeInPending(): Promise<void> {
    for (const folder of this.everyFolder()) folder.keepDate();
    while (this.#pending.size > 0) {
      const uris = [...this.#pending];
      this.#pending.clear();
      for (const uri of uris) {
        await this.#takeIn(uri).catch((error: unknown) => this.connection.console.error(`${uri}: ${describe(error)}`));
      }
    }
  }

  /** Until this is done no request is answered: an answer without folders and settings would be a wrong one. */
  prepare(work: () => Promise<unknown>): void {
    this.#ready = this.#ready.then(work).catch((error: unknown) => this.connection.console.error(describe(error)));
  }

  /** Where a URI belongs: the innermost root above it, else a place of its own when it is open. */
  locate(uri: string): Located | undefined {
    if (!isOurs(uri)) return undefined;
    const document = this.documents.get(uri);
    for (const folder of this.folders) {
      const path = pathBelow(folder.uri, uri, document?.languageId);
      if (path !== undefined) return { folder, path };
    }
    const loose = this.#loose.get(uri);
    return loose && document && { folder: loose, path: loosePath(uri, document.languageId) };
  }

  /** The URI of a file, as the client itself wrote it when the document is open. */
  uriOf(folder: Folder, path: string): string {
    if (folder.kind === 'loose') return folder.uri;
    const uri = uriBelow(folder.uri, path);
    if (this.documents.get(uri)) return uri;
    return this.openUris().find((open) => isSame(this.#placed.get(open), { folder, path })) ?? uri;
  }

  openUris(): readonly string[] {
    return this.documents.keys().filter(isOurs);
  }

  everyFolder(): readonly Folder[] {
    return [...this.folders, ...this.#loose.values()];
  }

  /** False for what is reported elsewhere: a file of another, inner root, or a notebook by its open cells. */
  owns(folder: Folder, path: string): boolean {
    if (folder.kind === 'loose') return true;
    if (path.endsWith('.ipynb') && this.#hasOpenCells(folder, path)) return false;
    return this.folders.length < 2 || this.locate(uriBelow(folder.uri, path))?.folder === folder;
  }

  /** Of what concerns no folder in particular. */
  get settings(): FolderSettings {
    return this.folders.at(-1)?.settings ?? defaultSettings;
  }

  addFolder({ uri }: Pick<WorkspaceFolder, 'uri'>, settings: FolderSettings): Folder {
    const folder = new Folder(uri, 'root', settings, this.runtime);
    this.folders.push(folder);
    // Innermost first, so that the first match is the nearest root.
    this.folders.sort((one, other) => other.uri.length - one.uri.length);
    this.#placeAnew();
    return folder;
  }

  removeFolder(uri: string): void {
    const at = this.folders.findIndex((folder) => folder.uri === uri);
    if (at !== -1) this.folders.splice(at, 1);
    this.#placeAnew();
  }

  announce(folder: Folder): void {
    this.#othersChanged.fire(folder);
  }

  #hasOpenCells(folder: Folder, path: string): boolean {
    return [...this.#placed.values()].some((cell) => cell.folder === folder && cell.path.startsWith(`${path}#`));
  }

  #placeAnew(): void {
    for (const uri of this.openUris()) this.#pending.add(uri);
  }

  async #takeIn(uri: string): Promise<void> {
    if (!isOurs(uri)) return;
    const document = this.documents.get(uri);
    const before = this.#placed.get(uri);
    if (document && !this.locate(uri)) this.#loose.set(uri, new Folder(uri, 'loose', this.settings, this.runtime));
    const now = document && this.locate(uri);
    if (before && !isSame(before, now)) await this.#takeOut(uri, before);
    if (!document || !now) return;
    this.#placed.set(uri, now);
    const { folder, path } = now;
    if (await folder.inTurn(() => folder.workspace.open(path, document.getText()))) this.announce(folder);
  }

  async #takeOut(uri: string, { folder, path }: Located): Promise<void> {
    this.#placed.delete(uri);
    if (folder.kind === 'loose') this.#loose.delete(uri);
    else if (await folder.inTurn(() => folder.workspace.close(path))) this.announce(folder);
  }
}

function isSame(one: Located | undefined, other: Located | undefined): boolean {
  return one?.folder === other?.folder && one?.path === other?.path;
}
