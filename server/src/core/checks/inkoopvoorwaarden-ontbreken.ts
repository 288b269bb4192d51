import type { RecordedEndpoint } from '../accountability/accountability.js';
import { isAnswered, isFilled } from './recordedText.js';
import type { Check, Outcome } from './place.js';
import { explores } from './phase.js';

const agreements = ['datadeling', 'bewaartermijn', 'hertraining'] as const;

/** A contract is recorded, but not under which conditions, or not what was agreed on the data. */
export const inkoopvoorwaardenOntbreken: Check = {
  id: 'inkoopvoorwaarden-ontbreken',
  over: 'endpoint',
  test({ recorded, useCase, profile }) {
    if (recorded === undefined || explores(useCase, profile)) return undefined;
    return missingConditions(recorded);
  },
  *inRecord({ file }) {
    for (const endpoint of file.endpoints) {
      const outcome = missingConditions(endpoint);
      if (outcome !== undefined) yield { ...outcome, range: endpoint.range };
    }
  },
};

function missingConditions({ id, data }: RecordedEndpoint): Outcome | undefined {
  if (data.grondslag !== 'contract') return undefined;
  const lacking = agreements.filter((name) => !isAnswered(data.contract?.afspraken?.[name]));
  const values = { id, afspraken: lacking.join(', ') };
  const conditions = (data.contract?.voorwaarden ?? []).some(isFilled);
  if (conditions && lacking.length === 0) return undefined;
  const open = [...(conditions ? [] : ['voorwaarden']), ...lacking];
  const isNoted =
    lacking.every((name) => data.contract?.afspraken?.[name] !== undefined) &&
    (conditions || (data.contract?.voorwaarden ?? []).length > 0);
  if (isNoted) return { variant: 'nog-invullen', values: { id, afspraken: open.join(', ') } };
  if (conditions) return { variant: 'afspraken', values };
  return { variant: lacking.length === 0 ? 'voorwaarden' : 'beide', values };
}
