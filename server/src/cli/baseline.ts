import type { Command } from 'commander';
import { baselineName, baselineText, keyOf, readBaseline, type BaselineEntry } from '../core/baseline/baselineFile.js';
import { baselinesOf } from '../core/baseline/baselineProject.js';
import { decode } from '../workspace/decode.js';
import type { FileSystem } from '../workspace/fileSystem.js';
import type { Workspace } from '../workspace/workspace.js';
import { profileOption, type FolderOptions } from './options.js';
import { withScannedFolder } from './scannedFolder.js';
import { exit, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { baselineTexts } from './texts/baseline.js';
import { writeFile } from './writeChanges.js';

interface BaselineOptions extends FolderOptions {
  readonly prune?: boolean;
}

export function baselineCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  const say = baselineTexts[texts.language];
  program
    .command('baseline')
    .description(say.about)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .addOption(profileOption(texts))
    .option('--prune', say.options.prune)
    .action(async (folder: string, _own: unknown, command: Command) => {
      await baseline(folder, command.optsWithGlobals<BaselineOptions>(), texts, around);
      done(exit.clean);
    });
}

async function baseline(
  folder: string,
  { language, profile, prune = false }: BaselineOptions,
  texts: CliTexts,
  around: Surroundings,
): Promise<void> {
  const say = baselineTexts[language];
  const settings = { language, checks: {}, today: around.today, baseline: false, ...(profile && { profile }) };
  await withScannedFolder(folder, settings, texts, around, async ({ workspace: { project, fileSystem } }) => {
    const before = await presentEntries(fileSystem);
    if (prune && !before) throw new UsageError(say.nothingToPrune);
    const known = new Set((before ?? []).map(keyOf));
    const found = baselinesOf(project)?.entries('') ?? [];
    const entries = prune ? found.filter((entry) => known.has(keyOf(entry))) : found;
    writeFile(fileSystem.root, baselineName, baselineText(entries, say.inFile), language);
    const kept = entries.filter((entry) => known.has(keyOf(entry))).length;
    around.stdout.write(`${say.written(baselineName, entries.length)}\n`);
    if (before) around.stdout.write(`${say.changed(entries.length - kept, known.size - kept)}\n`);
    around.stdout.write(`${say.meaning}\n`);
  });
}

/** Undefined without a baseline that can be read. */
async function presentEntries(fileSystem: FileSystem): Promise<readonly BaselineEntry[] | undefined> {
  const bytes = await fileSystem.read(baselineName);
  const decoded = bytes && decode(bytes);
  return decoded && decoded.encoding !== 'binary' ? readBaseline(decoded.text) : undefined;
}

/** Without its baseline a report would say too much, and a merge request would stand or fall by it. */
export function refuseBrokenBaseline({ project }: Workspace, texts: CliTexts): void {
  if (project.settings.baseline === false) return;
  const [path] = baselinesOf(project)?.broken() ?? [];
  if (path !== undefined) throw new UsageError(baselineTexts[texts.language].broken(path));
}
