import type { Governing } from '../accountability/accountability.js';
import { recordedEndpointFor } from '../accountability/matchEndpoint.js';
import { modelNamed, opennessOf } from '../catalog/models.js';
import type { Usage } from '../usage/usage.js';
import { isInUse } from './phase.js';
import type { Check, Outcome } from './place.js';
import { isFilled } from './recordedText.js';
import { providerById, providerName } from './rules.js';

/** A closed model is used, and the two factors of the "tenzij" are not both argued. */
export const openSourceTenzij: Check = {
  id: 'open-source-tenzij',
  over: 'useCase',
  *test(place) {
    const { useCase, profile, governing } = place;
    if (useCase === undefined || !isInUse(useCase, profile)) return;
    const used = closedIn(place.usages);
    if (used === undefined) return;
    const tenzij = useCase.data['open-source']?.tenzij;
    const open = (['veiligheid', 'toepassingscontext'] as const).filter((factor) => !isFilled(tenzij?.[factor]));
    if (open.length === 0) return;
    const alternative = alternativesIn(governing, place.usages);
    const values = { toepassing: useCase.id, model: used.name, factor: open.join(', '), alternatief: alternative };
    if (tenzij !== undefined)
      yield { variant: 'half', values, at: useCase.at('open-source', 'tenzij', open[0] ?? 'veiligheid') };
    else yield { variant: variantOf(used, alternative), values };
  },
};

interface NotOpen {
  readonly kind: 'gesloten' | 'beperkt' | 'dienst';
  readonly name: string;
}

function variantOf({ kind }: NotOpen, alternative: string): Outcome['variant'] {
  return kind !== 'beperkt' && alternative !== '' ? `${kind}-alternatief` : kind;
}

/** A model that the catalogue knows decides; without one, a service that only has closed models. */
function closedIn(usages: readonly Usage[]): NotOpen | undefined {
  const named = usages.flatMap(({ model }) => (model === undefined ? [] : [{ model, known: modelNamed(model) }]));
  const judged = named.flatMap(({ model, known }) =>
    known === undefined ? [] : [{ model, openness: opennessOf(known) }],
  );
  const closed = judged.find(({ openness }) => openness === 'closed');
  if (closed !== undefined) return { kind: 'gesloten', name: closed.model };
  const restricted = judged.find(({ openness }) => openness === 'restricted');
  if (restricted !== undefined) return { kind: 'beperkt', name: restricted.model };
  if (named.length > 0) return undefined;
  const service = usages.find((usage) => servesClosed(usage));
  return service && { kind: 'dienst', name: providerName(service.endpoint?.provider ?? service.provider) };
}

function servesClosed({ kind, endpoint, provider }: Usage): boolean {
  if (kind !== 'client' || endpoint === undefined) return false;
  const reached = endpoint.provider ?? (endpoint.class === 'public' ? provider : undefined);
  return reached !== undefined && providerById(reached)?.openness === 'closed';
}

/** What the organisation already has: a government service, an endpoint of its own, or one with open models. */
function alternativesIn(governing: Governing | undefined, usages: readonly Usage[]): string {
  const records = governing?.endpoints ?? [];
  const inUse = new Set(usages.map(({ endpoint }) => endpoint && recordedEndpointFor(endpoint, records)?.id));
  const fitting = records.filter(({ id, data }) => {
    if (inUse.has(id)) return false;
    const open = (data.modellen ?? []).some((name) => isOpen(name));
    return data.modellen === undefined ? data.grondslag !== 'contract' : open;
  });
  return fitting
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ');
}

function isOpen(name: string): boolean {
  const model = modelNamed(name);
  const openness = model && opennessOf(model);
  return openness === 'open' || openness === 'open-weights';
}
