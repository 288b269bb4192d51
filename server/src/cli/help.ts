import type { Command, HelpConfiguration, Option } from 'commander';
import type { CliTexts } from './texts.js';

/** Commander's help in the person's language: it writes a few words of its own, and those are replaced here. */
export function helpIn(texts: CliTexts): HelpConfiguration {
  return {
    showGlobalOptions: true,
    styleTitle: (title) => texts.titles[title] ?? title,
    subcommandTerm: (command: Command) =>
      [command.name(), ...command.registeredArguments.map((argument) => `[${argument.name()}]`)].join(' '),
    argumentDescription: (argument) => argument.description,
    optionDescription: ({ description, defaultValue }: Option) =>
      typeof defaultValue === 'string' ? `${description} (${texts.standard}: ${defaultValue})` : description,
  };
}
