import { displayEndpoint } from './display.js';
import { explores } from './phase.js';
import type { Check } from './place.js';
import { providerName } from './rules.js';

/** The endpoint is a service under consumer terms. The position of 2025 leaves room to explore without personal data. */
export const consumentendienst: Check = {
  id: 'consumentendienst',
  over: 'endpoint',
  test({ endpoint, usage, useCase, profile }) {
    if (endpoint.class !== 'consumer') return undefined;
    if (explores(useCase, profile)) return undefined;
    const provider = providerName(endpoint.provider ?? usage.provider);
    return { variant: 'default', values: { provider, endpoint: displayEndpoint(endpoint.value) } };
  },
};
