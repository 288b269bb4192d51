import type { Command } from 'commander';
import { checkIds } from '../core/checks/rules.js';
import type { Project } from '../core/project.js';
import { printable } from '../report/text/scanText.js';
import { mend, type Mending } from '../workspace/mending/mend.js';
import { profileOption, repeatedCheckOption, type FolderOptions } from './options.js';
import { withScannedFolder } from './scannedFolder.js';
import { exit, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { fixTexts, type FixTexts } from './texts/fix.js';
import { openPlaces } from './toFillIn.js';
import { unifiedDiff, writeChanges } from './writeChanges.js';

interface FixOptions extends FolderOptions {
  readonly fix?: string;
  readonly check: readonly string[];
  readonly dryRun?: boolean;
}

export function fixCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  const say = fixTexts[texts.language];
  program
    .command('fix')
    .description(say.about)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .option('--fix <id>', say.options.fix)
    .addOption(repeatedCheckOption(checkIds(), say.options.check, texts))
    .addOption(profileOption(texts))
    .option('--dry-run', say.options.dryRun)
    .addHelpText('after', `\n${say.exits}`)
    .action(async (folder: string, _own: unknown, command: Command) => {
      await fix(folder, command.optsWithGlobals<FixOptions>(), texts, around);
      done(exit.clean);
    });
}

async function fix(folder: string, options: FixOptions, texts: CliTexts, around: Surroundings): Promise<void> {
  const say = fixTexts[options.language];
  const { language, profile, check: checks, fix: wanted, dryRun = false } = options;
  const settings = { language, checks: {}, today: around.today, ...(profile && { profile }) };
  await withScannedFolder(folder, settings, texts, around, async ({ workspace, signal }) => {
    const hadFile = workspace.project.accountability.files.size > 0;
    const mending = await mend(workspace, { checks, signal, ...(wanted !== undefined && { fix: wanted }) });
    if (wanted !== undefined && !mending.offered.has(wanted)) {
      throw new UsageError(say.unknownFix(wanted, [...mending.offered].sort()));
    }
    const report = reportText(mending, workspace.project, say, dryRun, hadFile);
    if (dryRun) {
      around.stdout.write(unifiedDiff(mending.changes));
      around.stderr.write(report);
    } else {
      writeChanges(workspace.fileSystem.root, mending.changes, language);
      around.stdout.write(report);
    }
  });
}

function reportText(mending: Mending, project: Project, say: FixTexts, dryRun: boolean, hadFile: boolean): string {
  const { done, changes, left } = mending;
  const blocks: string[][] = [];
  if (changes.length === 0) blocks.push([say.nothing]);
  else {
    blocks.push([
      (dryRun ? say.wouldDo : say.done)(done.length, changes.length),
      ...changes.map(({ path, before }) => `  ${path}${before === undefined ? ` (${say.isNew})` : ''}`),
    ]);
    blocks.push(
      done.map(
        ({ finding: { path, range, check }, title }) => `  ${path}:${String(range.start.line + 1)}  ${check}: ${title}`,
      ),
    );
  }
  const open = openPlaces(project, changes);
  if (open.length > 0) {
    blocks.push([say.toFillIn, ...open.map(({ path, line, text }) => `  ${path}:${String(line)}  ${text}`)]);
  }
  blocks.push([left.length === 0 ? say.noneLeft : say.left(left.length)]);
  if (!hadFile && done.length > 1) blocks.push([say.inGroups]);
  return `${blocks.map((lines) => lines.map(printable).join('\n')).join('\n\n')}\n`;
}
