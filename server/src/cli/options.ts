import { Option } from 'commander';
import { severities, type Severity } from '../core/checks/finding.js';
import { profiles, type Language, type Profile, type Settings } from '../core/settings.js';
import { UsageError } from './surroundings.js';
import type { CliTexts } from './texts.js';

export interface GlobalOptions {
  readonly language: Language;
  readonly color: boolean;
}

export interface FolderOptions extends GlobalOptions {
  readonly profile?: Profile;
  readonly output?: string;
  readonly cache: boolean;
}

/** An option that takes one of a few words, with the complaint in the person's language. */
export function choice(flags: string, about: string, choices: readonly string[], texts: CliTexts): Option {
  const option = new Option(`${flags} <${choices.join('|')}>`, about);
  return option.argParser((given) => {
    if (!choices.includes(given)) throw new UsageError(texts.choose(flags, given, choices));
    return given;
  });
}

export function profileOption(texts: CliTexts): Option {
  return choice('--profile', texts.options.profile, profiles, texts);
}

export type CheckSeverities = Settings['checks'];

/** `--severity check=level`, which may be given more than once. */
export function severityOption(checks: readonly string[], texts: CliTexts): Option {
  const levels: readonly string[] = [...severities, 'off'];
  return new Option('--severity <check=level>', texts.options.severity)
    .default({})
    .argParser((given: string, before: CheckSeverities): CheckSeverities => {
      const [check = '', level = '', ...rest] = given.split('=');
      if (rest.length > 0 || !levels.includes(level)) throw new UsageError(texts.severityForm(given));
      if (!checks.includes(check)) throw new UsageError(texts.unknownCheck(check, checks));
      return { ...before, [check]: level as Severity | 'off' };
    });
}

/** `--check id`, which may be given more than once. */
export function repeatedCheckOption(checks: readonly string[], about: string, texts: CliTexts): Option {
  return new Option('--check <id>', about)
    .default([])
    .argParser((given: string, before: readonly string[]): string[] => {
      if (!checks.includes(given)) throw new UsageError(texts.unknownCheck(given, checks));
      return [...before, given];
    });
}
