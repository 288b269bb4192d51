import type { Evidence } from '../accountability/evidence/evidence.js';
import { isToDo } from '../accountability/toDo.js';
import type { Outcome, UseCasePlace } from './place.js';
import { isInUse } from './phase.js';

/**
 * Fires where the outcome of a risk analysis was not put to somebody. Without an analysis there is nothing to advise on:
 * that finding comes first.
 */
export function* missingAdvice(
  { useCase, evidence, profile, settings }: UseCasePlace,
  key: 'fg' | 'cio',
  inDocument: (evidence: Evidence & { found: true }) => string | undefined = () => undefined,
): Generator<Outcome> {
  if (useCase === undefined || !isInUse(useCase, profile)) return;
  const read = useCase.references.map(evidence).filter((one): one is Evidence & { found: true } => one?.found === true);
  if (read.length === 0) return;
  const date = useCase.data.advies?.[key];
  const values = { toepassing: useCase.id, datum: date ?? '' };
  if (date !== undefined && isToDo(date)) {
    yield { variant: 'nog-invullen', values, at: useCase.at('advies', key) };
  } else if (date !== undefined && date > settings.today) {
    yield { variant: 'toekomst', values, at: useCase.at('advies', key) };
  } else if (date === undefined && !read.some((one) => inDocument(one) !== undefined)) {
    yield { variant: 'default', values };
  }
}
