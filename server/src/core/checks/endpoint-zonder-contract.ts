import { displayEndpoint } from './display.js';
import { explores } from './phase.js';
import type { Check, EndpointPlace } from './place.js';
import { providerName } from './rules.js';

/**
 * An endpoint of someone else for which no contract or own management is recorded. The position of 2025 leaves room to
 * explore without personal data.
 */
export const endpointZonderContract: Check = {
  id: 'endpoint-zonder-contract',
  over: 'endpoint',
  test(place) {
    const { recorded } = place;
    const endpoint = displayEndpoint(place.endpoint.value) || (place.endpoint.variable ?? '');
    if (recorded !== undefined) {
      const until = recorded.data.grondslag === 'contract' ? recorded.data.contract?.['geldig-tot'] : undefined;
      if (until === undefined || until >= place.settings.today) return undefined;
      return { variant: 'verlopen', values: { endpoint, id: recorded.id, datum: until } };
    }
    const variant = variantOf(place);
    if (variant === undefined || explores(place.useCase, place.profile)) return undefined;
    // "De openbare API van Google Gemini", not "van Google Gemini API".
    const provider = providerName(place.endpoint.provider ?? place.usage.provider).replace(/ API$/, '');
    return { variant, values: { provider, endpoint } };
  },
};

/** Nothing says whose the host is: it only speaks the interface that many services share. */
function isUnnamed(provider: string | undefined): boolean {
  return provider === undefined || provider === 'openai-compatible';
}

/** The name of a variable, parameter or setting: it is no place, it only says what the place is. */
const isVariable = /^[A-Za-z_$][\w$]*(?:[.:]\w+)*$(?<!\.(?:com|net|org|eu|nl|ai|io))/;

function variantOf({ endpoint }: EndpointPlace): string | undefined {
  switch (endpoint.class) {
    case 'public':
      return 'public';
    case 'tenant':
      // A host of the catalogue shows whose environment it is, and so does the client when it takes its address from a
      // variable. Any other host only shows itself.
      if (endpoint.value === providerName(endpoint.provider ?? '')) return 'tenant-onbekend';
      // A setting that is left empty: its variable says more.
      if (endpoint.value === '') return endpoint.variable === undefined ? 'tenant-onbekend' : 'tenant-variabele';
      if (endpoint.source === 'unknown') return isVariable.test(endpoint.value) ? 'tenant-variabele' : 'tenant';
      return isUnnamed(endpoint.provider) ? 'host' : 'tenant';
    default:
      return undefined;
  }
}
