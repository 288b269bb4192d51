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
  today: () => new Date().toISOString().slice(0, 10),
  mayScan(rootUri) {
    const folder = resolve(URI.parse(rootUri).fsPath);
    return folder !== resolve(homedir()) && folder !== dirname(folder);
  },
};
