import type { Check } from './place.js';

/** A use case that no code uses any more. Only where it claims paths: one without them can be of a product without code. */
export const toepassingZonderGebruik: Check = {
  id: 'toepassing-zonder-gebruik',
  over: 'record',
  *test({ file, usagesOf, surroundings }) {
    if (surroundings === undefined) return;
    for (const useCase of file.useCases) {
      if (useCase.data.paden === undefined || useCase.data.fase === 'beëindigd') continue;
      if (usagesOf(useCase).length > 0) continue;
      yield { variant: 'default', values: { toepassing: useCase.id }, range: useCase.range, useCase };
    }
  },
};
