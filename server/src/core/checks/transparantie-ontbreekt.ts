import { missingText } from './missingText.js';
import { isInUse } from './phase.js';
import type { Check } from './place.js';

/** How people know that they deal with AI is not recorded. Said where the use case stands: code cannot show it. */
export const transparantieOntbreekt: Check = {
  id: 'transparantie-ontbreekt',
  over: 'record',
  *test({ file, profile }) {
    for (const useCase of file.useCases) {
      const outcome = isInUse(useCase, profile) ? missingText(useCase, 'transparantie') : undefined;
      if (outcome !== undefined) yield outcome;
    }
  },
};
