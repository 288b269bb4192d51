import { Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { say } from './texts.js';

const names = ['ai-verantwoording.yml', 'ai-verantwoording.yaml'] as const;

/** What a new file starts with: valid, empty, and filled by the quick fixes. */
const emptyFile = 'versie: 1\nendpoints: []\ntoepassingen: []\n';

/** Opens the accountability file of a folder; makes it, unsaved, where there is none. */
export async function openAccountabilityFile(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = (await existing(folder)) ?? (await create(folder));
  await window.showTextDocument(await workspace.openTextDocument(uri));
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showInformationMessage(say('noFolder'));
    return undefined;
  }
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  if (active ?? folders.length === 1) return active ?? folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: say('chooseFolder') });
}

async function existing({ uri }: WorkspaceFolder): Promise<Uri | undefined> {
  for (const name of names) {
    const candidate = Uri.joinPath(uri, name);
    const found = await workspace.fs.stat(candidate).then(
      () => true,
      () => false,
    );
    if (found) return candidate;
  }
  return undefined;
}

async function create({ uri }: WorkspaceFolder): Promise<Uri> {
  const file = Uri.joinPath(uri, names[0]);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(emptyFile) });
  await workspace.applyEdit(edit);
  return file;
}
