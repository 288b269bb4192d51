import type { Endpoint } from '../endpoint/endpoint.js';
import type { Check } from './place.js';
import { generatesNothing, providerName } from './rules.js';

/** A client is built, and nothing in the project settles where it goes. */
export const endpointOnbekend: Check = {
  id: 'endpoint-onbekend',
  over: 'endpoint',
  test({ endpoint, usage, recorded }) {
    if (endpoint.class !== 'unknown' || usage.kind !== 'client' || recorded !== undefined) return undefined;
    // What only gives a model tools (MCP), or watches it, is no endpoint of generative AI.
    if (generatesNothing(usage.provider)) return undefined;
    // A call on an object from elsewhere leads to the place where that is built, which has its own finding.
    if (usage.act === 'call' && endpoint.variable === undefined) return undefined;
    const provider = providerName(usage.provider);
    if (endpoint.variable !== undefined)
      return { variant: variantOf(endpoint), values: { provider, variabele: endpoint.variable } };
    if (endpoint.value !== '') return { variant: 'expressie', values: { provider, expressie: endpoint.value } };
    return { variant: 'default', values: { provider } };
  },
};

/** What decides: whoever calls this code, what a function works out, or a variable without a value in the project. */
function variantOf({ variable, isParameter }: Endpoint): string {
  if (isParameter) return 'parameter';
  return variable?.endsWith('()') === true ? 'functie' : 'variabele';
}
