import { analysisKinds } from '../accountability/schema.js';
import type { AnalysisKind } from '../accountability/schema.js';
import type { Check } from './place.js';

/** How people call the kinds; the same in both languages. */
export const analysisNames: Readonly<Record<AnalysisKind, string>> = {
  prescan: 'pre-scan DPIA',
  dpia: 'DPIA',
  iama: 'IAMA',
  aiia: 'AIIA',
  fria: 'FRIA',
  anders: 'impact assessment',
};

/** The kind that a finding names. */
export function kindNamed(name: string | undefined): AnalysisKind | undefined {
  return analysisKinds.find((kind) => analysisNames[kind] === name);
}

/** A document that a use case names is not there, or is not what the reference says. */
export const verwijzingOnvindbaar: Check = {
  id: 'verwijzing-onvindbaar',
  over: 'useCase',
  *test({ useCase, evidence }) {
    for (const reference of useCase?.references ?? []) {
      const read = evidence(reference);
      // A template or note counts as a missing analysis: that finding says it.
      if (read === undefined || read.found || read.why === 'telt-niet') continue;
      const gevonden = read.actual === undefined ? '' : analysisNames[read.actual];
      const values = { soort: analysisNames[reference.kind], verwijzing: reference.written, gevonden };
      yield { variant: read.why, values, at: reference.range };
    }
  },
};
