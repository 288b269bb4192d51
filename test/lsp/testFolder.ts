import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit, WorkspaceFolder } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';

/** A folder with files, away from the repository so that no rule of ours reaches it. */
export class TestFolder {
  readonly root = mkdtempSync(path.join(tmpdir(), 'handreiking-lsp-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  get folder(): WorkspaceFolder {
    return { uri: URI.file(this.root).toString(), name: path.basename(this.root) };
  }

  uri(name: string): string {
    return URI.file(path.join(this.root, name)).toString();
  }

  write(name: string, text: string): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  delete(name: string): void {
    rmSync(path.join(this.root, name), { recursive: true });
  }

  read(name: string): string {
    return readFileSync(path.join(this.root, name), 'utf8');
  }

  /** Does to the files what an editor does with the edit, and says which files it touched. */
  apply(edit: WorkspaceEdit): string[] {
    const touched = new Set<string>();
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change) {
        if (change.kind !== 'create') throw new Error(`not expected here: ${change.kind}`);
        this.write(this.#name(change.uri), '');
        touched.add(change.uri);
      } else {
        this.#edit(change.textDocument.uri, change.edits as TextEdit[]);
        touched.add(change.textDocument.uri);
      }
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      this.#edit(uri, edits);
      touched.add(uri);
    }
    return [...touched];
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #name(uri: string): string {
    return path.relative(this.root, URI.parse(uri).fsPath);
  }

  #edit(uri: string, edits: TextEdit[]): void {
    const document = TextDocument.create(uri, '', 0, this.read(this.#name(uri)));
    this.write(this.#name(uri), TextDocument.applyEdits(document, edits));
  }
}
