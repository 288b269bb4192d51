import { basename } from 'node:path';
import type { Command } from 'commander';
import { accountabilityName, isAccountabilityPath } from '../core/accountability/paths.js';
import { readAccountabilityFile } from '../core/accountability/read.js';
import { foundIn } from '../core/init/found.js';
import { noAnswers, recordText } from '../core/init/recordText.js';
import { printable } from '../report/text/scanText.js';
import { askForAnswers } from './initQuestions.js';
import { profileOption, type FolderOptions } from './options.js';
import { withScannedFolder } from './scannedFolder.js';
import { exit, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { initTexts } from './texts/init.js';
import { writeFile } from './writeChanges.js';

interface InitOptions extends FolderOptions {
  readonly yes?: boolean;
}

export function initCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  const say = initTexts[texts.language];
  program
    .command('init')
    .description(say.about)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .option('-y, --yes', say.options.yes)
    .addOption(profileOption(texts))
    .action(async (folder: string, _own: unknown, command: Command) => {
      await init(folder, command.optsWithGlobals<InitOptions>(), texts, around);
      done(exit.clean);
    });
}

async function init(
  folder: string,
  { language, profile, yes = false }: InitOptions,
  texts: CliTexts,
  around: Surroundings,
): Promise<void> {
  const say = initTexts[language];
  const settings = { language, checks: {}, today: around.today, ...(profile && { profile }) };
  await withScannedFolder(folder, settings, texts, around, async ({ workspace: { project, fileSystem }, signal }) => {
    const files = await fileSystem.list({ trusted: true, signal });
    const present = files.find((path) => !path.includes('/') && isAccountabilityPath(path));
    if (present !== undefined || (await fileSystem.stat(accountabilityName))) {
      throw new UsageError(say.exists(present ?? accountabilityName));
    }
    const found = foundIn(project, files, basename(fileSystem.root));
    if (found.useCases.length === 0) {
      around.stdout.write(`${say.nothingFound}\n`);
      return;
    }
    const dialogue = yes ? undefined : around.dialogue?.();
    let answers = profile ? { ...noAnswers, profile } : noAnswers;
    if (dialogue) {
      around.stdout.write(`${say.intro}\n\n`);
      try {
        answers = await askForAnswers(found, profile, dialogue, say);
      } finally {
        dialogue.close();
      }
      around.stdout.write('\n');
    }
    const text = recordText(found, answers);
    writeFile(fileSystem.root, accountabilityName, text, language);
    around.stdout.write(`${say.made(accountabilityName, found.useCases.length, found.endpoints.length)}\n`);
    const open = openLines(text);
    if (open.length > 0) around.stdout.write(`\n${say.toFillIn(open.length)}\n${open.join('\n')}\n`);
    around.stdout.write(`\n${say.next}\n`);
  });
}

function openLines(text: string): string[] {
  const lines = text.split('\n');
  const problems = readAccountabilityFile(accountabilityName, text).problems;
  return problems
    .filter(({ variant }) => variant === 'nog-invullen')
    .map(
      ({ range: { start } }) =>
        `  ${accountabilityName}:${String(start.line + 1)}  ${(lines[start.line] ?? '').trim()}`,
    )
    .map(printable);
}
