import { missingText } from './missingText.js';
import { isInUse } from './phase.js';
import type { Check } from './place.js';

/** No training or instruction for the people who work with it is recorded. */
export const gebruikersinstructieOntbreekt: Check = {
  id: 'gebruikersinstructie-ontbreekt',
  over: 'record',
  *test({ file, profile }) {
    for (const useCase of file.useCases) {
      const outcome = isInUse(useCase, profile) ? missingText(useCase, 'gebruikersinstructie') : undefined;
      if (outcome !== undefined) yield outcome;
    }
  },
};
