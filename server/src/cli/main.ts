import { CommanderError } from 'commander';
import { languageOfUser } from './languageOfUser.js';
import { programIn } from './program.js';
import { exit, Interrupted, UsageError, type Surroundings } from './surroundings.js';
import { cliTexts, type CliTexts } from './texts.js';

/** Runs the command and tells the exit code. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  const language = languageOfUser(argv, around.env);
  const texts = cliTexts[language];
  let code: number = exit.clean;
  const program = programIn(language, around, (done) => (code = done));
  if (argv.length === 0) {
    around.stdout.write(program.helpInformation());
    return exit.wrongUse;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return complain(error, texts, around);
  }
}

function complain(error: unknown, texts: CliTexts, { stderr, env }: Surroundings): number {
  if (error instanceof Interrupted) {
    stderr.write(`${texts.interrupted}\n`);
    return exit.interrupted;
  }
  if (error instanceof CommanderError && error.exitCode === 0) return exit.clean;
  if (error instanceof CommanderError) stderr.write(`${wrongUse(error, texts)}\n${texts.seeHelp}\n`);
  else if (error instanceof UsageError) stderr.write(`${error.message}\n`);
  else stderr.write(`${texts.unexpected(error instanceof Error ? error.message : String(error))}\n`);
  if ((env['HANDREIKING_DEBUG'] ?? '') !== '' && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return exit.wrongUse;
}

/** What Commander found wrong, in the person's language. Its own sentence holds the name between quotation marks. */
function wrongUse({ code, message }: CommanderError, texts: CliTexts): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return texts.unknownOption(name);
    case 'commander.unknownCommand':
      return texts.unknownCommand(name);
    case 'commander.optionMissingArgument':
      return texts.optionNeedsValue(name);
    case 'commander.missingArgument':
      return texts.missingArgument(name);
    case 'commander.excessArguments':
      return texts.tooManyArguments;
    default:
      return message;
  }
}
