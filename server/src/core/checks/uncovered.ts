import type { Outcome, UseCasePlace } from './place.js';
import { providerName } from './rules.js';

/** What a finding says where no use case covers the place: that there is no accountability file, or that it misses this. */
export function uncovered({ usage, governing }: UseCasePlace): Outcome {
  const provider = usage === undefined ? '' : providerName(usage.provider);
  return governing === undefined
    ? { variant: 'geen-bestand', values: { provider } }
    : { variant: 'geen-toepassing', values: { provider, bestand: governing.file.path } };
}
