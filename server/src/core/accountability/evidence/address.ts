import { lists } from '../../catalog/lists.js';
import type { EvidenceReader } from './evidence.js';

/** Any other web address. It is not visited, so only its form can be wrong, or what it is known to be. */
export const address: EvidenceReader = {
  read({ written, path }) {
    if (path !== undefined || !/^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
    if (!/^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:[/:?#]\S*)?$/i.test(written)) return { found: false, why: 'adres' };
    return isGeneralPage(written) || holdsNoDocument(written) ? { found: false, why: 'telt-niet' } : { found: true };
  },
};

/** Names that stand for any host (RFC 2606, RFC 6761), the machine itself, and words for what is to come. */
const anyHost =
  /(?:^|\.)(?:example(?:\.(?:com|net|org|nl|eu))?|voorbeeld\.nl|test|invalid|localhost|(?:todo|tbd|x{2,}|foo|bar|dummy|placeholder|invullen)\.[a-z]+)$|^(?:127\.|0\.0\.0\.0$|\[::1?\]$)/i;

/** An address that is still to be filled in, or of a site as a whole: no document stands there. */
export function holdsNoDocument(written: string): boolean {
  const [, host = '', rest = ''] =
    /^https?:\/\/(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]*)(?::\d+)?(\S*)$/i.exec(written) ?? [];
  return anyHost.test(host) || /^\/?$/.test(rest) || /[<>{}]/.test(written);
}

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
