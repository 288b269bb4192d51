import type { Evidence } from '../accountability/evidence/evidence.js';
import type { UseCaseData } from '../accountability/schema.js';
import type { Check } from './place.js';
import { analysisNames } from './verwijzing-onvindbaar.js';

/** An analysis that is a concept, is not signed, or is younger than the use that it was to come before. */
export const risicoanalyseConcept: Check = {
  id: 'risicoanalyse-concept',
  over: 'useCase',
  *test({ useCase, evidence }) {
    for (const reference of useCase?.references ?? []) {
      const read = evidence(reference);
      const variant = read?.found === true ? variantOf(read, useCase?.data) : undefined;
      if (useCase === undefined || variant === undefined) continue;
      const values = {
        soort: analysisNames[reference.kind],
        toepassing: useCase.id,
        verwijzing: reference.written,
        datum: (read?.found === true ? read.date : undefined) ?? '',
        sinds: useCase.data['in-gebruik-sinds'] ?? '',
      };
      yield { variant, values, at: reference.range };
    }
  },
};

function variantOf(read: Evidence & { found: true }, data: UseCaseData | undefined): string | undefined {
  if (read.status === 'concept') return 'concept';
  const since = data?.['in-gebruik-sinds'];
  if (since !== undefined && read.date !== undefined && read.date > since) return 'na-ingebruikname';
  return read.isSigned === false ? 'niet-ondertekend' : undefined;
}
