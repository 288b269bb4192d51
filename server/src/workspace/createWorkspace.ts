import { BaselineProject } from '../core/baseline/baselineProject.js';
import { createProject } from '../core/createProject.js';
import type { Settings } from '../core/settings.js';
import type { FileSystem } from './fileSystem.js';
import { FolderWorkspace } from './folderWorkspace.js';
import { catalogueGate } from './catalogueGate.js';
import type { Verdicts } from './verdicts.js';
import type { Workspace } from './workspace.js';

/** A workspace that reads what the catalogue knows. Earlier verdicts are left out where none can be kept. */
export function createWorkspace(fileSystem: FileSystem, settings: Settings, verdicts?: Verdicts): Workspace {
  return new FolderWorkspace(fileSystem, {
    project: new BaselineProject(createProject(settings)),
    gate: catalogueGate,
    verdicts,
  });
}
