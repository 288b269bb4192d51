import { missingAnalysis } from './analysis.js';
import type { Check } from './place.js';

/** The use case names no IAMA and no other impact assessment for algorithms. */
export const iamaOntbreekt: Check = {
  id: 'iama-ontbreekt',
  over: 'useCase',
  test: (place) => missingAnalysis(place, ['iama', 'aiia', 'fria', 'anders']),
};
