import type { Language } from '../core/settings.js';

/** The few words that the server says of its own work; what it says of code stands in `rules/`. */
const texts = {
  scanTitle: { nl: 'Handreiking GenAI: werkmap doorzoeken', en: 'Handreiking GenAI: searching the workspace' },
  scanCount: { nl: '{done} van {total} bestanden', en: '{done} of {total} files' },
  scanDone: {
    nl: '{files} bestanden bekeken, {parsed} ervan gelezen, {findings} bevindingen',
    en: '{files} files looked at, {parsed} of them read, {findings} findings',
  },
  scanStopped: {
    nl: 'Het doorzoeken is gestopt. De lijst met bevindingen kan onvolledig zijn.',
    en: 'The search was stopped. The list of findings may be incomplete.',
  },
  tooBroad: {
    nl: 'Deze map wordt niet vanzelf doorzocht, omdat het een persoonlijke map of de hoofdmap is. Open bestanden worden wel bekeken.',
    en: 'This folder is not searched by itself, because it is a home or root folder. Open files are looked at.',
  },
  badSetting: {
    nl: 'De instelling {name} heeft geen geldige waarde. De standaard geldt.',
    en: 'The setting {name} has no valid value. The default holds.',
  },
  fixGone: {
    nl: 'De tekst is intussen veranderd. Vraag de oplossingen opnieuw op.',
    en: 'The text has changed meanwhile. Ask for the fixes again.',
  },
  idForm: {
    nl: '"{id}" kan geen id zijn. Gebruik kleine letters, cijfers, streepjes en punten.',
    en: '"{id}" cannot be an id. Use lower-case letters, digits, hyphens and dots.',
  },
  idTaken: {
    nl: '"{id}" staat al in dit bestand. Kies een andere naam.',
    en: '"{id}" stands in this file already. Please choose another name.',
  },
} satisfies Record<string, Record<Language, string>>;

export function say(
  name: keyof typeof texts,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[name][language].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
