import type { Check } from './place.js';
import { uncovered } from './uncovered.js';

/** No use case covers the place. Shows only where no finding about the risk analysis says so already: see `run.ts`. */
export const toepassingNietGeregistreerd: Check = {
  id: 'toepassing-niet-geregistreerd',
  over: 'useCase',
  *test(place) {
    if (place.useCase === undefined) yield uncovered(place);
  },
};
