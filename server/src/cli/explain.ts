import type { Command } from 'commander';
import { explanationOf, titleOf } from '../core/checks/message.js';
import { checkIds } from '../core/checks/rules.js';
import { profiles, type Profile } from '../core/settings.js';
import { plain } from '../report/text/plain.js';
import { colorsFor } from './deliver.js';
import { profileOption, type GlobalOptions } from './options.js';
import { exit, UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

interface ExplainOptions extends GlobalOptions {
  readonly profile?: Profile;
}

export function explainCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
  program
    .command('explain')
    .description(texts.commands.explain)
    .usage(`[${texts.checkName}] ${texts.options.word}`)
    .argument(`[${texts.checkName}]`, texts.check)
    .addOption(profileOption(texts))
    .action((check: string | undefined, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExplainOptions>();
      around.stdout.write(check === undefined ? list(options, texts) : explain(check, options, texts, around));
      done(exit.clean);
    });
}

function explain(check: string, options: ExplainOptions, texts: CliTexts, around: Surroundings): string {
  if (!checkIds().includes(check)) throw new UsageError(texts.unknownCheck(check, checkIds()));
  const colors = colorsFor({ ...options, cache: true }, around);
  const { language, profile = profiles[0] } = options;
  return `${plain(explanationOf(check, language, profile), colors)}\n`;
}

function list({ language }: ExplainOptions, texts: CliTexts): string {
  const names = checkIds();
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${titleOf(name, language)}`);
  return `${texts.checksAre}:\n${lines.join('\n')}\n`;
}
