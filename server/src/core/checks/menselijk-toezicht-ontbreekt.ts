import { missingText } from './missingText.js';
import { isInUse } from './phase.js';
import type { Check } from './place.js';
import { isFilled } from './recordedText.js';

/**
 * A use case that counts in decisions on people, and names nobody who looks at the outcome. Where personal data is used
 * and it is not recorded whether there are such decisions, only that is asked.
 */
export const menselijkToezichtOntbreekt: Check = {
  id: 'menselijk-toezicht-ontbreekt',
  over: 'useCase',
  *test({ useCase, profile }) {
    if (useCase === undefined || !isInUse(useCase, profile)) return;
    const decides = useCase.data['besluiten-over-mensen'];
    if (decides === 'ondersteunt' || decides === 'automatisch') {
      const outcome = missingText(useCase, 'menselijk-toezicht');
      if (outcome !== undefined) yield outcome;
      return;
    }
    const personal = useCase.data.gegevens === 'persoonsgegevens' || useCase.data.gegevens === 'bijzondere';
    if (decides === undefined && personal && !isFilled(useCase.data['menselijk-toezicht']))
      yield { variant: 'onbekend', values: { toepassing: useCase.id } };
  },
};
