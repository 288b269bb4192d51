import type { EvidenceReader } from './evidence.js';
import { isTemplateName } from './target.js';

/** Any document in the project: that it exists is all that can be told of a PDF. */
export const document: EvidenceReader = {
  read({ path, document: loaded }) {
    if (path === undefined || loaded === undefined) return undefined;
    if (loaded.state === 'missing') return { found: false, why: 'bestand' };
    if (isTemplateName(path)) return { found: false, why: 'telt-niet' };
    if (loaded.state === 'text') return textEvidence(loaded.text);
    return { found: true };
  },
};

/** A text without a sentence in it, or one that says of itself that it has to be written yet, is no document. */
function textEvidence(text: string): ReturnType<EvidenceReader['read']> {
  const prose = text.replace(/^\s*(?:#.*|[-=*_]{3,})$/gm, '').trim();
  if (text.trim() === '') return { found: false, why: 'leeg' };
  const unwritten =
    prose === '' || /^\W*(?:to-?do|tbd|volgt|nog (?:in te vullen|te schrijven|te doen))\b.{0,80}$/is.test(prose);
  return unwritten ? { found: false, why: 'telt-niet' } : { found: true };
}
