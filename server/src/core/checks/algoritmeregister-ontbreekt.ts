import type { UseCase } from '../accountability/accountability.js';
import { isRegisterEntry } from '../accountability/evidence/register.js';
import { missingText } from './missingText.js';
import type { Check } from './place.js';

/** A use case in production without an entry in the Algoritmeregister. */
export const algoritmeregisterOntbreekt: Check = {
  id: 'algoritmeregister-ontbreekt',
  over: 'useCase',
  *test({ useCase }) {
    if (useCase?.data.fase !== 'productie' || isRegistered(useCase)) return;
    const outcome = missingText(useCase, 'algoritmeregister');
    const written = useCase.data.algoritmeregister ?? '';
    const values = { toepassing: useCase.id, verwijzing: written };
    yield outcome ?? { variant: 'ongeldig', values, at: useCase.at('algoritmeregister') };
  },
};

/** By its own entry, or by one that stands with a risk analysis. */
function isRegistered({ data, references }: UseCase): boolean {
  return [data.algoritmeregister, ...references.map((reference) => reference.written)].some(
    (written) => written !== undefined && (isRegisterEntry(written.trim()) || /^\d{8}$/.test(written.trim())),
  );
}
