import type { Language } from '../../core/settings.js';

/** What `handreiking fix` says. */
export interface FixTexts {
  readonly about: string;
  readonly options: { readonly fix: string; readonly check: string; readonly dryRun: string };
  readonly exits: string;
  unknownFix(given: string, offered: readonly string[]): string;
  readonly nothing: string;
  done(number: number, files: number): string;
  wouldDo(number: number, files: number): string;
  readonly isNew: string;
  readonly toFillIn: string;
  left(number: number): string;
  readonly noneLeft: string;
  readonly inGroups: string;
}

const nl: FixTexts = {
  about: 'Voer de voorgestelde oplossingen uit in een map.',
  options: {
    fix: 'voer alleen deze oplossing uit, bijvoorbeeld register-use-case; ook als zij niet de eerste keus is',
    check: 'los alleen bevindingen van deze controle op; mag vaker',
    dryRun: 'toon de wijzigingen als diff en schrijf niets',
  },
  exits: 'Code bij afloop: 0 klaar, ook als er bevindingen overblijven; 2 verkeerd gebruik of schrijven mislukt.',
  unknownFix: (given, offered) =>
    offered.length === 0
      ? `Voor geen enkele bevinding is er een oplossing, ook "${given}" niet.`
      : `Geen bevinding heeft hier de oplossing "${given}". Wel: ${offered.join(', ')}.`,
  nothing: 'Er is niets gewijzigd: voor deze bevindingen is er geen oplossing die vanzelf kan.',
  done: (number, files) =>
    `${times(number, 'oplossing', 'oplossingen')} uitgevoerd in ${times(files, 'bestand', 'bestanden')}:`,
  wouldDo: (number, files) =>
    `${times(number, 'oplossing', 'oplossingen')} voor ${times(files, 'bestand', 'bestanden')}. Er is niets geschreven:`,
  isNew: 'nieuw',
  toFillIn: 'Dit moet u nog zelf invullen:',
  left: (number) =>
    `${number === 1 ? 'Er blijft 1 bevinding' : `Er blijven ${String(number)} bevindingen`} over. ` +
    'Met "handreiking scan" ziet u wat er nog te doen is.',
  noneLeft: 'Er blijven geen bevindingen over. Dat is geen oordeel: controleer zelf of alles klopt.',
  inGroups:
    'Tip: er was nog geen ai-verantwoording.yml. "handreiking init" maakt er een waarin de toepassingen per dienst ' +
    'zijn gegroepeerd.',
};

const en: FixTexts = {
  about: 'Carry out the proposed fixes in a folder.',
  options: {
    fix: 'carry out this fix only, for example register-use-case; also where it is not the first choice',
    check: 'only fix findings of this check; may be repeated',
    dryRun: 'show the changes as a diff and write nothing',
  },
  exits: 'Exit code: 0 done, also when findings are left; 2 wrong use or writing failed.',
  unknownFix: (given, offered) =>
    offered.length === 0
      ? `There is no fix for any finding, and so no "${given}".`
      : `No finding has the fix "${given}" here. There are: ${offered.join(', ')}.`,
  nothing: 'Nothing was changed: there is no fix for these findings that can be carried out by itself.',
  done: (number, files) => `${times(number, 'fix', 'fixes')} carried out in ${times(files, 'file', 'files')}:`,
  wouldDo: (number, files) =>
    `${times(number, 'fix', 'fixes')} for ${times(files, 'file', 'files')}. Nothing was written:`,
  isNew: 'new',
  toFillIn: 'You still have to fill this in yourself:',
  left: (number) =>
    `${number === 1 ? '1 finding is' : `${String(number)} findings are`} left. ` +
    '"handreiking scan" shows what is still to be done.',
  noneLeft: 'No findings are left. That is not a verdict: please check for yourself that all is right.',
  inGroups:
    'Tip: there was no ai-verantwoording.yml yet. "handreiking init" makes one in which the use cases are grouped ' +
    'by service.',
};

function times(number: number, one: string, more: string): string {
  return `${String(number)} ${number === 1 ? one : more}`;
}

export const fixTexts: Readonly<Record<Language, FixTexts>> = { nl, en };
