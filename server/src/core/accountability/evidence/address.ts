import { lists } from '../../catalog/lists.js';
import type { EvidenceReader } from './evidence.js';

/** Any other web address. It is not visited, so only its form can be wrong, or what it is known to be. */
export const address: EvidenceReader = {
  read({ written, path }) {
    if (path !== undefined || !/^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
    if (!/^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:[/:?#]\S*)?$/i.test(written)) return { found: false, why: 'adres' };
    return isGeneralPage(written) ? { found: false, why: 'telt-niet' } : { found: true };
  },
};

/** The page of a form, a manual or an explanation: it is about every DPIA, not about this one. */
export function isGeneralPage(written: string): boolean {
  const bare = (url: string): string =>
    url
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/+$/, '');
  const page = bare(written);
  return lists.generalPages.some(
    (one) => page === bare(one) || (/^[/?#]/.test(page.slice(bare(one).length)) && page.startsWith(bare(one))),
  );
}
