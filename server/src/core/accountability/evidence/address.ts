import type { EvidenceReader } from './evidence.js';

/** Any other web address. It is not visited, so only its form can be wrong. */
export const address: EvidenceReader = {
  read({ written, path }) {
    if (path !== undefined || !/^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
    return /^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:[/:?#]\S*)?$/i.test(written)
      ? { found: true }
      : { found: false, why: 'adres' };
  },
};
