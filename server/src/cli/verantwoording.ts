import type { Command } from 'commander';
import { accountOf } from '../core/verantwoording/account.js';
import { accountDocument, BrokenMarkers, documentPath } from '../core/verantwoording/document.js';
import { profileOption, type FolderOptions } from './options.js';
import { profileOf } from './policyWords.js';
import { withScannedFolder } from './scannedFolder.js';
import { exit, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { verantwoordingTexts } from './texts/verantwoording.js';
import { textsOf } from './textsOf.js';
import { writeFile } from './writeChanges.js';

export function verantwoordingCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  program
    .command('verantwoording')
    .description(verantwoordingTexts[texts.language].about)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .addOption(profileOption(texts))
    .action(async (folder: string, _own: unknown, command: Command) => {
      await verantwoording(folder, command.optsWithGlobals<FolderOptions>(), texts, around);
      done(exit.clean);
    });
}

async function verantwoording(
  folder: string,
  { language, profile }: FolderOptions,
  texts: CliTexts,
  around: Surroundings,
): Promise<void> {
  const say = verantwoordingTexts[language];
  const settings = { language, checks: {}, today: around.today, ...(profile && { profile }) };
  await withScannedFolder(folder, settings, texts, around, async ({ workspace: { project, fileSystem } }) => {
    const { accountability } = project;
    if (accountability.files.size === 0) throw new UsageError(say.noRecord);
    const before = (await textsOf([documentPath], fileSystem))(documentPath);
    const account = accountOf(accountability, profileOf(project), documentPath);
    const after = refreshed(() => accountDocument(account, before), say);
    if (after !== before) writeFile(fileSystem.root, documentPath, after, language);
    const told = before === undefined ? say.made : after === before ? say.same : say.refreshed;
    around.stdout.write(`${told(documentPath)}\n`);
  });
}

function refreshed(make: () => string, say: (typeof verantwoordingTexts)['nl']): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof BrokenMarkers) throw new UsageError(say.brokenMarkers(documentPath, error.key, error.line));
    throw error;
  }
}
