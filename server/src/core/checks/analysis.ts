import type { AnalysisKind } from '../accountability/schema.js';
import type { Outcome, UseCasePlace } from './place.js';
import { uncovered } from './uncovered.js';

/** Fires where none of these kinds of risk analysis is named, or only by a template or a note. */
export function* missingAnalysis(place: UseCasePlace, kinds: readonly AnalysisKind[]): Generator<Outcome> {
  const { useCase } = place;
  if (useCase === undefined) {
    yield uncovered(place);
    return;
  }
  const named = useCase.references.filter((reference) => kinds.includes(reference.kind));
  const empty = named.filter((reference) => {
    const evidence = place.evidence(reference);
    return evidence?.found === false && evidence.why === 'telt-niet';
  });
  if (named.length > empty.length) return;
  const first = empty[0];
  const values = { toepassing: useCase.id };
  yield first === undefined
    ? { variant: 'default', values }
    : { variant: 'telt-niet', values: { ...values, verwijzing: first.written }, at: first.range };
}
