import type { EvidenceReader } from './evidence.js';

const entry =
  /^https:\/\/algoritmes\.overheid\.nl\/[a-z]{2}\/algoritme\/(?:[^/#?]+\/)?\d{8}(?:\/[^#?]*)?(?:#[A-Za-z]+)?$/;

/** An entry of the Algoritmeregister, by the form of its address; nothing is fetched. */
export const register: EvidenceReader = {
  read({ written }) {
    if (!/^https?:\/\/algoritmes\.overheid\.nl(?:[/?#]|$)/i.test(written)) return undefined;
    return entry.test(written) ? { found: true } : { found: false, why: 'register' };
  },
};
