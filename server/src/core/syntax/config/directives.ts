import { insideOf } from '../../place.js';
import type { LanguageId } from '../fact.js';
import type { FactsBuilder } from './factsBuilder.js';

const marker = 'ai-verantwoording';

const lineMarks: Partial<Record<LanguageId, RegExp>> = {
  json: /\/\//g,
  hcl: /#|\/\//g,
  bicep: /\/\//g,
  gradle: /\/\//g,
  gomod: /\/\//g,
  swift: /\/\//g,
  scala: /\/\//g,
  ini: /[#;]/g,
  properties: /[#!]/g,
  xml: /(?!)/g,
};
const blockMarks: Partial<Record<LanguageId, readonly [string, string]>> = {
  json: ['/*', '*/'],
  hcl: ['/*', '*/'],
  bicep: ['/*', '*/'],
  gradle: ['/*', '*/'],
  swift: ['/*', '*/'],
  scala: ['/*', '*/'],
  xml: ['<!--', '-->'],
};

/**
 * Comments that speak to this product. A comment mark inside a value is none: the settings that were read tell where
 * values stand.
 */
export function addDirectives(text: string, language: LanguageId, out: FactsBuilder): void {
  let at = text.indexOf(marker);
  if (at === -1) return;
  const inValue = insideOf(out.settings.map((setting) => setting.valueSpan));
  for (let end = 0; at !== -1;) {
    end = addBlock(text, end, at, language, out) ?? addLine(text, at, language, inValue, out);
    at = text.indexOf(marker, end);
  }
}

/** The block comment around this place, looked for from the end of the one before it. */
function addBlock(text: string, from: number, at: number, language: LanguageId, out: FactsBuilder): number | undefined {
  const marks = blockMarks[language];
  if (!marks) return undefined;
  const [open, close] = marks;
  const before = text.slice(from, at).lastIndexOf(open);
  if (before === -1) return undefined;
  const start = from + before;
  const found = text.indexOf(close, start + open.length);
  if (found !== -1 && found < at) return undefined;
  const end = found === -1 ? text.length : found + close.length;
  const inner = text.slice(start + open.length, found === -1 ? text.length : found);
  out.directives.push({ text: inner.replace(/^[*\s]+|[*\s]+$/g, ''), span: { start, end } });
  return end;
}

function addLine(
  text: string,
  at: number,
  language: LanguageId,
  inValue: (offset: number) => boolean,
  out: FactsBuilder,
): number {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const next = text.indexOf('\n', at);
  const lineEnd = next === -1 ? text.length : next;
  for (const found of text.slice(lineStart, at).matchAll(lineMarks[language] ?? /#/g)) {
    const start = lineStart + found.index;
    const before = text[start - 1];
    if (inValue(start) || (found.index > 0 && !/[\s,;{}[\]()"']/.test(before ?? ' '))) continue;
    const comment = text.slice(start, lineEnd).trimEnd();
    out.directives.push({ text: comment.replace(/^[#/;!\s]+/, ''), span: { start, end: start + comment.length } });
    break;
  }
  return lineEnd;
}
