import type { Language } from '../../core/settings.js';

/** What `handreiking baseline` says, and what others say of a baseline. */
export interface BaselineTexts {
  readonly about: string;
  readonly options: { readonly prune: string; readonly ignore: string };
  /** Stands in the file itself. */
  readonly inFile: string;
  written(path: string, entries: number): string;
  changed(added: number, removed: number): string;
  readonly meaning: string;
  readonly nothingToPrune: string;
  broken(path: string): string;
}

const nl: BaselineTexts = {
  about: 'Leg de bevindingen van nu vast in een baseline, zodat alleen nieuwe meetellen.',
  options: {
    prune: 'haal alleen weg wat niet meer voorkomt, en voeg niets toe',
    ignore: 'toon ook wat in de baseline staat',
  },
  inFile:
    'Bevindingen die er al waren. "handreiking scan" en de editor tonen ze niet. Los ze op en draai dan ' +
    '"handreiking baseline --prune".',
  written: (path, entries) => `${path}: ${String(entries)} ${entries === 1 ? 'bevinding' : 'bevindingen'}.`,
  changed: (added, removed) => `${String(added)} erbij, ${String(removed)} eraf.`,
  meaning:
    'Deze bevindingen blijven bestaan: zij zijn alleen niet meer te zien. ' +
    'Fouten in ai-verantwoording.yml en in negeer-regels komen niet in een baseline.',
  nothingToPrune: 'Er is geen baseline om op te ruimen.',
  broken: (path) => `"${path}" is geen baseline die te lezen is. Maak haar opnieuw met "handreiking baseline".`,
};

const en: BaselineTexts = {
  about: 'Record the findings of today in a baseline, so that only new ones count.',
  options: {
    prune: 'only remove what is there no more, and add nothing',
    ignore: 'also show what the baseline leaves out',
  },
  inFile:
    'Findings that were there already. "handreiking scan" and the editor do not show them. Solve them, then run ' +
    '"handreiking baseline --prune".',
  written: (path, entries) => `${path}: ${String(entries)} ${entries === 1 ? 'finding' : 'findings'}.`,
  changed: (added, removed) => `${String(added)} added, ${String(removed)} removed.`,
  meaning:
    'These findings are still there: they are only not shown any more. ' +
    'Mistakes in ai-verantwoording.yml and in suppressions never go into a baseline.',
  nothingToPrune: 'There is no baseline to prune.',
  broken: (path) => `"${path}" is no baseline that can be read. Make it anew with "handreiking baseline".`,
};

export const baselineTexts: Readonly<Record<Language, BaselineTexts>> = { nl, en };
