import type { EvidenceReader } from './evidence.js';
import { isNoReference, isTemplateName } from './target.js';

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

/**
 * A text without a sentence in it, one that says of itself that it is an example, and one that has to be written yet are
 * no document. One that says that it is a concept is that, however much of it is still open.
 */
function textEvidence(text: string): ReturnType<EvidenceReader['read']> {
  if (text.trim() === '') return { found: false, why: 'leeg' };
  const status = statusIn(text);
  if (isExample(text) || (status !== 'concept' && isUnwritten(text))) return { found: false, why: 'telt-niet' };
  const date = /^[^\n]{0,40}\b(?:datum|date)\b[^\n\d]{0,10}(\d{4}-\d{2}-\d{2})/im.exec(text.slice(0, head))?.[1];
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text.slice(0, head))?.[1] ?? '';
  const covers = /^toepassing:[ \t]*(\S.*?)[ \t]*$/m.exec(front)?.[1];
  return {
    found: true,
    ...(status === undefined ? {} : { status }),
    ...(date === undefined ? {} : { date }),
    ...(covers === undefined ? {} : { covers }),
  };
}

/** Where a document says what it is. */
const head = 4000;

function statusIn(text: string): 'concept' | 'definitief' | undefined {
  const said = /^[^\n\w]*status[^\n\w]{1,10}(concept|draft|definitief|vastgesteld|final)[^\n\w]*$/im.exec(
    text.slice(0, head),
  )?.[1];
  if (said === undefined) return conceptTitle.test(text.slice(0, 1000)) ? 'concept' : undefined;
  return /^(?:concept|draft)$/i.test(said) ? 'concept' : 'definitief';
}

/** `# Concept-DPIA`, `# DPIA (concept)`, `Versie 0.3 (draft)`. */
const conceptTitle = /^(?:#+[ \t]*(?:concept|draft)\b[ \t-]*\S|[^\n]{1,80}\((?:concept|draft)\)[ \t]*$)/im;

const exampleWords =
  /lorem ipsum|\b(?:dit|dit document) is een (?:sjabloon|template|voorbeeld|invulformulier)|\bthis (?:document )?is an? (?:template|example|sample)|\b(?:dit zijn|bevat) (?:voorbeeld|demo|test)-?(?:data|gegevens)\b|\bfictieve? (?:casus|gegevens|voorbeeld|organisatie)|^#+[ \t]*(?:(?:template|sjabloon|voorbeeld|example)\b|[^\n]*\((?:template|sjabloon|voorbeeld|example)\)[ \t]*$)/im;

function isExample(text: string): boolean {
  return exampleWords.test(text.slice(0, head));
}

const placeholder =
  /\b(?:to-?do|tbd|invullen|vul (?:hier |dit )?in|nog in te vullen|nog te (?:schrijven|doen|maken|bepalen)|moet(?:en)? nog|volgt|n\.?t\.?b\.?)\b|\[[^\]\n]{2,60}\](?!\()|<[^>\n]{2,60}>|_{4,}|\.{4,}|…{2,}|^\s*[-*] \[ \]|\|\s*\|\s*$/i;

/** Half of what stands under the headings or more still has to be filled in. */
function isUnwritten(text: string): boolean {
  const lines = text
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:#.*|[-=*_|:.…\s]*|<!--.*-->)\s*$/.test(line));
  const open = lines.filter(
    (line) => (placeholder.test(line) || isNoReference(line)) && !/https?:\/\//.test(line),
  ).length;
  return lines.length === 0 || open * 2 >= lines.length;
}
