import type { UseCase } from '../accountability/accountability.js';
import type { UseCaseData } from '../accountability/schema.js';
import type { Outcome } from './place.js';
import { isFilled } from './recordedText.js';

type TextKey = 'menselijk-toezicht' | 'transparantie' | 'gebruikersinstructie' | 'algoritmeregister';

/**
 * Fires where a text of a use case is not recorded, at the use case, or holds a note that it has yet to be, at that note.
 */
export function missingText(useCase: UseCase, key: TextKey & keyof UseCaseData): Outcome | undefined {
  const written = useCase.data[key];
  if (isFilled(written)) return undefined;
  const values = { toepassing: useCase.id };
  return written === undefined
    ? { variant: 'default', values, range: useCase.range, useCase }
    : { variant: 'nog-invullen', values, at: useCase.at(key), range: useCase.at(key), useCase };
}
