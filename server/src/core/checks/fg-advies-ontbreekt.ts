import { missingAdvice } from './advice.js';
import type { Check } from './place.js';

/** The outcome of the risk analysis was not put to the FG. A DPIA on the government's form can hold the date itself. */
export const fgAdviesOntbreekt: Check = {
  id: 'fg-advies-ontbreekt',
  over: 'useCase',
  test: (place) => missingAdvice(place, 'fg', (evidence) => evidence.adviceOfDpo),
};
