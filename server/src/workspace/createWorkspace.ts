import { createProject } from '../core/createProject.js';
import type { Settings } from '../core/settings.js';
import type { FactsCache } from './factsCache.js';
import type { FileSystem } from './fileSystem.js';
import { FolderWorkspace } from './folderWorkspace.js';
import { catalogueGate } from './catalogueGate.js';
import type { Workspace } from './workspace.js';

/** A workspace that reads what the catalogue knows. The cache is left out where none can be kept. */
export function createWorkspace(fileSystem: FileSystem, settings: Settings, cache?: FactsCache): Workspace {
  return new FolderWorkspace(fileSystem, { project: createProject(settings), gate: catalogueGate, cache });
}
