import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { Settings } from '../core/settings.js';
import { createWorkspace } from '../workspace/createWorkspace.js';
import { diskCacheFor } from '../workspace/node/diskCacheFor.js';
import { nodeFileSystem } from '../workspace/node/nodeFileSystem.js';
import type { ScanResult, Workspace } from '../workspace/workspace.js';
import { skippedText } from '../report/text/scanText.js';
import { reportTexts } from '../report/texts.js';
import type { FolderOptions } from './options.js';
import { progressLine } from './progressLine.js';
import { Interrupted, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

export interface ScannedFolder {
  readonly workspace: Workspace;
  readonly result: ScanResult;
}

/** Accountability files: when one cannot be read, a report without it would say too much. */
const configuration = /(?:^|\/)ai-verantwoording(?:\.[\w-]+)?\.ya?ml$/;

/** Scans a folder as every subcommand does. The person who starts the command trusts the folder with git. */
export async function scanFolder(
  folder: string,
  settings: Settings,
  options: FolderOptions,
  texts: CliTexts,
  around: Surroundings,
): Promise<ScannedFolder> {
  const root = resolve(around.folder, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(texts.noFolder(folder));
  const cache = options.cache ? diskCacheFor(root, around.program, around.env) : undefined;
  const workspace = createWorkspace(nodeFileSystem(root), settings, cache);
  const line = progressLine(around, texts);
  const signal = around.interruption();
  try {
    const result = await workspace.scan({ trusted: true, signal, progress: line.show });
    refuseUnreadable(result, settings, texts);
    return { workspace, result };
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    line.clear();
  }
}

function refuseUnreadable({ skipped }: ScanResult, { language }: Settings, texts: CliTexts): void {
  const known = new Set(['too-large', 'binary', 'minified', 'unreadable']);
  const unread = skipped.find(({ path, reason }) => configuration.test(path) && known.has(reason));
  if (!unread) return;
  const reason = reportTexts[language].skipReason(unread.reason);
  throw new UsageError(texts.unreadableConfiguration(unread.path, reason));
}

/** On standard error, so that the report stays as other tools read it. */
export function tellSkipped({ result }: ScannedFolder, { language }: FolderOptions, { stderr }: Surroundings): void {
  const text = skippedText(result.skipped, reportTexts[language], createColors(false));
  if (text !== '') stderr.write(`${text}\n`);
}
