import { lists } from '../catalog/lists.js';
import type { Check, EndpointPlace } from './place.js';
import { displayEndpoint } from './display.js';
import { providerById, providerName } from './rules.js';
import { isFilled } from './recordedText.js';

/**
 * The endpoint stands outside the EEA, or a company from outside runs it. Asked once the endpoint is recorded:
 * before that the contract is the question.
 */
export const doorgifteBuitenEer: Check = {
  id: 'doorgifte-buiten-eer',
  over: 'endpoint',
  test(place) {
    const { endpoint, recorded, usage } = place;
    if (!reachesOut.has(endpoint.class) || recorded === undefined) return undefined;
    if (isFilled(recorded.data.doorgifte)) return undefined;
    const country = countryOf(endpoint.region ?? recorded.data.regio);
    const provider = endpoint.provider ?? usage.provider;
    const operator = providerById(provider)?.operator;
    const values = {
      id: recorded.id,
      endpoint: displayEndpoint(endpoint.value),
      regio: endpoint.region ?? recorded.data.regio ?? '',
      leverancier: operator?.name ?? providerName(provider),
      land: country ?? operator?.country ?? '',
    };
    const isNoted = recorded.data.doorgifte !== undefined;
    if (country !== undefined && !isInside(country)) return { variant: isNoted ? 'nog-invullen' : 'regio', values };
    if (operator === undefined || isInside(operator.country) || !isOperators(place)) return undefined;
    const shown = { ...values, land: operator.country };
    if (country === undefined) return { variant: isNoted ? 'nog-invullen' : 'leverancier', values: shown };
    return { variant: isNoted ? 'nog-invullen-regio-eer' : 'leverancier-regio-eer', values: shown };
  },
};

const reachesOut = new Set<string>(['public', 'consumer', 'tenant']);

/** An unknown host with an SDK of somebody is not run by the maker of that SDK. */
function isOperators({ endpoint }: EndpointPlace): boolean {
  return endpoint.provider !== undefined || endpoint.class === 'public' || endpoint.source === 'default';
}

function isInside(country: string): boolean {
  return country === 'EU' || lists.eea.includes(country);
}

/** Where a cloud region lies; an area or the code of a country is taken as written. */
function countryOf(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  const name = region.trim().toLowerCase().replace(/\s+/g, '');
  const exact = lists.regions[name];
  if (exact !== undefined) return exact;
  const wild = Object.entries(lists.regions).find(([one]) => one.endsWith('*') && name.startsWith(one.slice(0, -1)));
  return wild?.[1] ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : undefined);
}
