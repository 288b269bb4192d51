import { Command } from 'commander';
import type { Language } from '../core/settings.js';
import { baselineCommand } from './baseline.js';
import { explainCommand } from './explain.js';
import { fixCommand } from './fix.js';
import { initCommand } from './init.js';
import { inventoryCommand } from './inventory.js';
import { languages } from './languageOfUser.js';
import { lspCommand } from './lsp.js';
import { choice } from './options.js';
import { productVersion } from './productVersion.js';
import { scanCommand } from './scan.js';
import type { Surroundings } from './surroundings.js';
import { cliTexts } from './texts.js';
import { verantwoordingCommand } from './verantwoording.js';
import { helpIn } from './help.js';

/** The whole command line in one language. `done` gets the exit code of the subcommand that ran. */
export function programIn(language: Language, around: Surroundings, done: (code: number) => void): Command {
  const texts = cliTexts[language];
  const program = new Command('handreiking')
    .description(texts.about)
    .version(productVersion, '-v, --version', texts.options.version)
    .addOption(choice('--language', texts.options.language, languages, texts).default(language))
    .option('--no-color', texts.options.color)
    .helpOption('-h, --help', texts.options.help)
    .helpCommand(`help [${texts.commandName}]`, texts.options.helpCommand)
    .usage(texts.usage)
    .configureHelp(helpIn(texts))
    .configureOutput({
      getOutHelpWidth: () => around.stdout.columns ?? 100,
      writeOut: (text) => void around.stdout.write(text),
      // Complaints are said in the person's language by whoever catches the error.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride();
  scanCommand(program, texts, around, done);
  inventoryCommand(program, texts, around, done);
  initCommand(program, texts, around, done);
  fixCommand(program, texts, around, done);
  verantwoordingCommand(program, texts, around, done);
  baselineCommand(program, texts, around, done);
  explainCommand(program, texts, around, done);
  lspCommand(program, texts);
  return program;
}
