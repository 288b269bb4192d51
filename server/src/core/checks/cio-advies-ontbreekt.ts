import { missingAdvice } from './advice.js';
import type { Check } from './place.js';

/** The outcome of the risk analysis was not put to the (departmental) CIO. No form has a field for that. */
export const cioAdviesOntbreekt: Check = {
  id: 'cio-advies-ontbreekt',
  over: 'useCase',
  test: (place) => missingAdvice(place, 'cio'),
};
