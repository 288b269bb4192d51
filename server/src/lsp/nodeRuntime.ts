import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { createWorkspace } from '../workspace/createWorkspace.js';
import { nodeFileSystem } from '../workspace/node/nodeFileSystem.js';
import type { Runtime } from './runtime.js';

export const nodeRuntime: Runtime = {
  fileSystem(rootUri) {
    const { scheme, fsPath } = URI.parse(rootUri);
    return scheme === 'file' && existsSync(fsPath) ? nodeFileSystem(fsPath) : undefined;
  },
  openWorkspace: (fileSystem, settings) => createWorkspace(fileSystem, settings),
  today() {
    const now = new Date();
    // The day as it is here: near midnight that of UTC is another.
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  },
  mayScan(rootUri) {
    const folder = resolve(URI.parse(rootUri).fsPath);
    return folder !== resolve(homedir()) && folder !== dirname(folder);
  },
};
