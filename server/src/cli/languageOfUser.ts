import type { Language } from '../core/settings.js';

export const languages: readonly Language[] = ['nl', 'en'];

/** The language must be known before the arguments are read, because help and complaints are in it too. */
export function languageOfUser(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.indexOf('--language');
  const given =
    at === -1 ? argv.find((one) => one.startsWith('--language='))?.slice('--language='.length) : argv[at + 1];
  return languages.find((one) => one === (given ?? env['HANDREIKING_LANGUAGE'])) ?? 'nl';
}
