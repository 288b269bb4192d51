import type { Command } from 'commander';
import type { CliTexts } from './texts.js';

/** The server is loaded only when it is asked for, so that a scan starts fast. */
export function lspCommand(program: Command, texts: CliTexts): void {
  program
    .command('lsp')
    .description(texts.commands.lsp)
    .usage(texts.options.word)
    .option('--stdio', texts.options.stdio)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      const { startNodeServer } = await import('../lsp/startNode.js');
      await startNodeServer(['--stdio']);
    });
}
