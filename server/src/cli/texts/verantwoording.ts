import type { Language } from '../../core/settings.js';

/** What `handreiking verantwoording` says. */
export interface VerantwoordingTexts {
  readonly about: string;
  readonly noRecord: string;
  made(path: string): string;
  refreshed(path: string): string;
  same(path: string): string;
  brokenMarkers(path: string, key: string, line: number): string;
}

const nl: VerantwoordingTexts = {
  about: 'Maak of vernieuw docs/ai-verantwoording.md uit ai-verantwoording.yml.',
  noRecord: 'Er is geen ai-verantwoording.yml. Begin met "handreiking init".',
  made: (path) => `${path} is gemaakt. Vul per stap aan wat het bestand niet kan weten, buiten de gemarkeerde delen.`,
  refreshed: (path) => `${path} is vernieuwd. Wat u zelf schreef, is niet veranderd.`,
  same: (path) => `${path} was al bijgewerkt.`,
  brokenMarkers: (path, key, line) =>
    `${path}: de markeringen van het deel "${key}" (regel ${String(line)}) kloppen niet. Er hoort één begin en één eind ` +
    'te zijn. Herstel ze, of haal ze allebei weg.',
};

const en: VerantwoordingTexts = {
  about: 'Make or refresh docs/ai-verantwoording.md from ai-verantwoording.yml.',
  noRecord: 'There is no ai-verantwoording.yml. Start with "handreiking init".',
  made: (path) => `${path} was made. Add per step what the file cannot know, outside the marked parts.`,
  refreshed: (path) => `${path} was refreshed. What you wrote yourself has not changed.`,
  same: (path) => `${path} was up to date.`,
  brokenMarkers: (path, key, line) =>
    `${path}: the markers of the part "${key}" (line ${String(line)}) are not right. There must be one begin and one ` +
    'end ("eind"). Please mend them, or remove both.',
};

export const verantwoordingTexts: Readonly<Record<Language, VerantwoordingTexts>> = { nl, en };
