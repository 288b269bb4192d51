import type { Reference, UseCase } from '../accountability/accountability.js';
import type { Evidence } from '../accountability/evidence/evidence.js';
import type { Check, Outcome, UseCasePlace } from './place.js';
import { analysisNames } from './verwijzing-onvindbaar.js';

/** An analysis past its date, or older than what it is said to cover. */
export const risicoanalyseVerlopen: Check = {
  id: 'risicoanalyse-verlopen',
  over: 'useCase',
  *test(place) {
    const { useCase } = place;
    if (useCase === undefined || useCase.data.fase === 'beëindigd') return;
    for (const reference of useCase.references) {
      const read = place.evidence(reference);
      const outcome = read?.found === true ? outcomeOf(reference, read, useCase, place) : undefined;
      if (outcome !== undefined) yield outcome;
    }
  },
};

function outcomeOf(
  reference: Reference,
  read: Evidence & { found: true },
  useCase: UseCase,
  { settings, governing }: UseCasePlace,
): Outcome | undefined {
  const values = { soort: analysisNames[reference.kind], toepassing: useCase.id, verwijzing: reference.written };
  const until = reference.data['geldig-tot'];
  if (until !== undefined && until < settings.today)
    return { variant: 'verlopen', values: { ...values, datum: until, endpoint: '' }, at: reference.range };
  const { date } = read;
  if (date === undefined) return undefined;
  const changed = useCase.data.gewijzigd;
  if (changed !== undefined && date < changed)
    return { variant: 'gewijzigd', values: { ...values, datum: changed, endpoint: '' }, at: reference.range };
  const younger = (useCase.data.endpoints ?? [])
    .map((id) => governing?.endpoints.find((endpoint) => endpoint.id === id))
    .find((endpoint) => endpoint?.data.sinds !== undefined && date < endpoint.data.sinds);
  if (younger === undefined) return undefined;
  const shown = { ...values, datum: younger.data.sinds ?? '', endpoint: younger.id };
  return { variant: 'ouder-dan-endpoint', values: shown, at: reference.range };
}
