import type { Command } from 'commander';
import { inventoryReport, type InventoryReport } from '../report/inventoryReport.js';
import { inventoryText } from '../report/text/inventoryText.js';
import type { Workspace } from '../workspace/workspace.js';
import { colorsFor, deliver } from './deliver.js';
import { choice, type FolderOptions } from './options.js';
import { useCaseIn } from './policyWords.js';
import { reportOn } from './reportOn.js';
import { tellSkipped } from './skippedFiles.js';
import { exit, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

interface InventoryOptions extends FolderOptions {
  readonly format: 'text' | 'json';
}

export function inventoryCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  program
    .command('inventory')
    .description(texts.commands.inventory)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .addOption(choice('--format', texts.options.format, ['text', 'json'], texts).default('text'))
    .option('--output <file>', texts.options.output)
    .option('--no-cache', texts.options.cache)
    .action(async (folder: string, _own: unknown, command: Command) => {
      done(await inventory(folder, command.optsWithGlobals<InventoryOptions>(), texts, around));
    });
}

async function inventory(
  folder: string,
  options: InventoryOptions,
  texts: CliTexts,
  around: Surroundings,
): Promise<number> {
  const settings = { language: options.language, checks: {}, today: around.today };
  const question = { name: 'inventory', folder, settings, options, answer };
  const { report, skipped } = await reportOn(question, texts, around);
  const { format, language } = options;
  const text =
    format === 'json'
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : inventoryText(report, language, colorsFor(options, around));
  deliver(text, options, texts, around);
  tellSkipped(skipped, language, around);
  return exit.clean;
}

function answer({ project, fileSystem }: Workspace): Promise<InventoryReport> {
  return Promise.resolve(inventoryReport(project, fileSystem.root, useCaseIn(project)));
}
