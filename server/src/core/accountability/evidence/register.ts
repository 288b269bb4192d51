import type { EvidenceReader } from './evidence.js';

const entry =
  /^https:\/\/algoritmes\.overheid\.nl\/[a-z]{2}\/algoritme\/(?:[^/#?]+\/)?\d{8}(?:\/[^#?]*)?(?:#[A-Za-z]+)?$/;

/** Whether an address points to one algorithm of the Algoritmeregister. */
export function isRegisterEntry(written: string): boolean {
  return entry.test(written);
}

/** An entry of the Algoritmeregister, by the form of its address; nothing is fetched. */
export const register: EvidenceReader = {
  read({ written }) {
    if (!/^https?:\/\/algoritmes\.overheid\.nl(?:[/?#]|$)/i.test(written)) return undefined;
    return isRegisterEntry(written) ? { found: true } : { found: false, why: 'register' };
  },
};
