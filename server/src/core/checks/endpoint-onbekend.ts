import type { Check } from './place.js';
import { providerName } from './rules.js';

/** A client is built, and nothing in the project settles where it goes. */
export const endpointOnbekend: Check = {
  id: 'endpoint-onbekend',
  over: 'endpoint',
  test({ endpoint, usage, recorded }) {
    if (endpoint.class !== 'unknown' || usage.kind !== 'client' || recorded !== undefined) return undefined;
    // A call on an object from elsewhere leads to the place where that is built, which has its own finding.
    if (usage.act === 'call' && endpoint.variable === undefined) return undefined;
    const provider = providerName(usage.provider);
    if (endpoint.variable !== undefined)
      return {
        variant: endpoint.isParameter ? 'parameter' : 'variabele',
        values: { provider, variabele: endpoint.variable },
      };
    if (endpoint.value !== '') return { variant: 'expressie', values: { provider, expressie: endpoint.value } };
    return { variant: 'default', values: { provider } };
  },
};
