import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { theTriggerWords } from '../core/catalog/trigger.js';
import type { Settings } from '../core/settings.js';
import type { SkippedFile } from '../report/skipped.js';
import { TooMuch } from '../core/syntax/tooMuch.js';
import { catalogueGate } from '../workspace/catalogueGate.js';
import { createWorkspace } from '../workspace/createWorkspace.js';
import type { FileStat, FileSystem } from '../workspace/fileSystem.js';
import { CacheFile } from '../workspace/node/cacheFile.js';
import { cacheFolder } from '../workspace/node/cacheFolder.js';
import { askingOnce, folderState } from '../workspace/node/folderState.js';
import { nodeFileSystem } from '../workspace/node/nodeFileSystem.js';
import { Sieve } from '../workspace/node/sieve.js';
import { VerdictsOnDisk } from '../workspace/node/verdictsOnDisk.js';
import type { ScanResult, Workspace } from '../workspace/workspace.js';
import { KeptOutcome } from './keptOutcome.js';
import type { FolderOptions } from './options.js';
import { progressLine, type ProgressLine } from './progressLine.js';
import { rootOf } from './scannedFolder.js';
import { refuseUnreadable } from './skippedFiles.js';
import { Interrupted, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

/** What a subcommand asks of a folder. */
export interface Question<T> {
  /** Tells apart what is kept for different subcommands. */
  readonly name: string;
  readonly folder: string;
  readonly settings: Settings;
  readonly options: FolderOptions;
  /** Makes the report from a scanned workspace. It must survive JSON, because it may be kept. */
  answer(workspace: Workspace, result: ScanResult): Promise<T>;
}

export interface Outcome<T> {
  readonly report: T;
  readonly skipped: readonly SkippedFile[];
}

/** The report on a folder: of this scan, or of the one before when nothing has changed. */
export async function reportOn<T>(
  question: Question<T>,
  texts: CliTexts,
  around: Surroundings,
): Promise<Outcome<T> & { readonly fileSystem: FileSystem }> {
  const fileSystem = nodeFileSystem(rootOf(question.folder, texts, around));
  const line = progressLine(around, texts);
  const signal = around.interruption();
  try {
    const { report, skipped } = question.options.cache
      ? await kept(question, fileSystem, line, signal, around)
      : await scanned(question, fileSystem, line, signal, around);
    refuseUnreadable(skipped, question.settings.language, texts);
    return { report, skipped, fileSystem };
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    line.clear();
  }
}

async function kept<T>(
  question: Question<T>,
  fileSystem: FileSystem,
  line: ProgressLine,
  signal: AbortSignal,
  around: Surroundings,
): Promise<Outcome<T>> {
  // The program names its parts and its catalogue by their content, so that another build shows another text here. Its
  // size and time would not do: packages that npm unpacks all have the same time.
  const build = createHash('sha256').update(readFileSync(around.program)).digest('hex');
  const folder = cacheFolder(around.env);
  const { root } = fileSystem;
  const once = askingOnce(fileSystem);
  const key = JSON.stringify([build, root, question.settings]);
  const outcomes = new CacheFile(folder, root, question.name);
  const before = new KeptOutcome<Outcome<T>>(outcomes, key, fileSystem);
  const unchanged = await before.getAtOnce();
  if (unchanged) return unchanged;
  const since = Date.now();
  const measured = () => folderState(once, catalogueGate, { trusted: true, signal }, since);
  // A first scan measures what it reads: the state of the folder is then known without asking again.
  const earlier = outcomes.exists() ? await measured() : undefined;
  const known = earlier && (await before.get(earlier));
  if (known) return known;
  const verdicts = new VerdictsOnDisk(new CacheFile(folder, root, 'verdicts'), JSON.stringify([build, root]));
  const sieve = sieveOf(fileSystem, around, verdicts, once.note);
  const { workspace, ...outcome } = await scanned(question, once, line, signal, around, sieve);
  await before.put(earlier ?? (await measured()), workspace.project.wantedDocuments(), outcome);
  return outcome;
}

function sieveOf(
  { root }: FileSystem,
  { program }: Surroundings,
  verdicts?: VerdictsOnDisk,
  note?: (path: string, stat: FileStat) => void,
): Sieve {
  return new Sieve(new URL('sieve.mjs', pathToFileURL(program)), root, theTriggerWords, verdicts, note);
}

/** The person who starts the command trusts the folder with git. */
async function scanned<T>(
  { settings, answer }: Question<T>,
  fileSystem: FileSystem,
  line: ProgressLine,
  signal: AbortSignal,
  around: Surroundings,
  sieve = sieveOf(fileSystem, around),
): Promise<Outcome<T> & { readonly workspace: Workspace }> {
  const { env, stderr } = around;
  const workspace = createWorkspace(fileSystem, settings, sieve);
  const result = await workspace.scan({ trusted: true, signal, progress: line.show });
  const report = await answer(workspace, result);
  const failures = workspace.project.failures?.() ?? new Map<string, unknown>();
  if ((env['HANDREIKING_DEBUG'] ?? '') !== '')
    for (const [path, error] of failures)
      stderr.write(`${path}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  const failed = [...failures].map(([path, error]) => ({
    path,
    reason: error instanceof TooMuch ? error.message : 'failed',
  }));
  return { report, skipped: [...result.skipped, ...failed], workspace };
}
