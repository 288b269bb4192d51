import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from '../core/settings.js';
import { createWorkspace } from '../workspace/createWorkspace.js';
import { nodeFileSystem } from '../workspace/node/nodeFileSystem.js';
import type { ScanResult, Workspace } from '../workspace/workspace.js';
import { progressLine } from './progressLine.js';
import { refuseUnreadable } from './skippedFiles.js';
import { Interrupted, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

/** The folder that a subcommand is about, as an absolute path. */
export function rootOf(folder: string, texts: CliTexts, around: Surroundings): string {
  const root = resolve(around.folder, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(texts.noFolder(folder));
  return root;
}

export interface ScannedFolder {
  readonly workspace: Workspace;
  readonly result: ScanResult;
  readonly signal: AbortSignal;
}

/** Scans a folder and goes on with what came out: for subcommands that change files. Ctrl+C ends it tidily. */
export async function withScannedFolder<T>(
  folder: string,
  settings: Settings,
  texts: CliTexts,
  around: Surroundings,
  work: (scanned: ScannedFolder) => Promise<T>,
): Promise<T> {
  const root = rootOf(folder, texts, around);
  const line = progressLine(around, texts);
  const signal = around.interruption();
  try {
    const workspace = createWorkspace(nodeFileSystem(root), settings);
    // The person who starts the command trusts the folder with git.
    const result = await workspace.scan({ trusted: true, signal, progress: line.show });
    line.clear();
    refuseUnreadable(result.skipped, settings.language, texts);
    return await work({ workspace, result, signal });
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    line.clear();
  }
}
