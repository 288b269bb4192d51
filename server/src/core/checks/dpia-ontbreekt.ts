import { missingAnalysis } from './analysis.js';
import type { Check } from './place.js';

/** The use case names no DPIA and no pre-scan. */
export const dpiaOntbreekt: Check = {
  id: 'dpia-ontbreekt',
  over: 'useCase',
  test: (place) => missingAnalysis(place, ['dpia', 'prescan']),
};
