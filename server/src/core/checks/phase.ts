import type { UseCase } from '../accountability/accountability.js';
import type { Profile } from '../settings.js';

/**
 * An exploration outside production without personal data: the position of 2025 leaves room for it. The one of 2023
 * holds for experiments too.
 */
export function explores(useCase: UseCase | undefined, profile: Profile): boolean {
  return profile === 'overheidsbreed-2025' && useCase?.data.fase === 'verkenning' && useCase.data.gegevens === 'geen';
}

/** Whether the duties of use hold: not for an exploration, and not for what has ended. */
export function isInUse(useCase: UseCase, profile: Profile): boolean {
  return useCase.data.fase !== 'beëindigd' && !explores(useCase, profile);
}
