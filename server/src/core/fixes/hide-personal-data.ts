import { textOf } from '../checks/message.js';
import { lastName } from '../names.js';
import { lineStartsOf, offsetAt, rangeOf } from '../place.js';
import type { Span } from '../place.js';
import type { FileFacts, LanguageId } from '../syntax/fact.js';
import type { FixMaker } from './fixMaker.js';

/** Leaves a value out of a prompt: a word for it comes in its place, so that the sentence stays whole. */
export const hidePersonalData: FixMaker = {
  id: 'hide-personal-data',
  offer(finding, context) {
    const name = lastName(finding.values['naam'] ?? '').replace(/^\W*(?:get(?=[A-Z_])_?)?/, '');
    if (finding.check !== 'persoonsgegevens-in-prompt' || name === '') return [];
    const word = finding.variant === 'bsn' ? '[bsn]' : `[${name.toLowerCase()}]`;
    const edits = () => {
      const text = context.text(finding.path);
      const facts = context.project.facts(finding.path);
      if (text === undefined || facts === undefined) return undefined;
      const lineStarts = lineStartsOf(text);
      const span = {
        start: offsetAt(lineStarts, finding.range.start),
        end: offsetAt(lineStarts, finding.range.end),
      };
      const change = changeFor(text, span, word, facts);
      return change && [{ path: finding.path, range: rangeOf(lineStarts, change), newText: change.newText }];
    };
    if (edits() === undefined) return [];
    const title = textOf('fix-verberg', context.project.settings.language, { naam: name, woord: word });
    return [{ id: this.id, title, preferred: false, edits }];
  },
};

type Change = Span & { readonly newText: string };

function changeFor(text: string, span: Span, word: string, facts: FileFacts): Change | undefined {
  // The source of a notebook stands inside JSON.
  if (facts.language === 'notebook') return undefined;
  const around = facts.strings.find((one) => one.span.start < span.start && one.span.end > span.end);
  if (around !== undefined) return around.holes === true ? holeAround(text, span, around.span, word) : undefined;
  const quote = quoteOf(facts.language);
  const newText = `${quote}${word}${quote}`;
  const join = entryOf[facts.language];
  const isEntry = join !== undefined && standsAlone(text, span) && openBefore(text, span.start) === '{';
  return { ...span, newText: isEntry ? `${text.slice(span.start, span.end)}${join}${newText}` : newText };
}

/** `{bsn}`, `${bsn}`, `#{bsn}`, `\(bsn)`, `$bsn`: the hole with its marks. Nothing when more stands in it. */
function holeAround(text: string, span: Span, around: Span, newText: string): Change | undefined {
  const open = /(?:[$#]?\{\s*\$?|\\\(\s*|\$)$/.exec(text.slice(around.start, span.start))?.[0] ?? '';
  const isSigil = open === '$' || (open === '' && text[span.start] === '$');
  const rest = text.slice(span.end, around.end);
  const close = isSigil
    ? ''
    : (open.startsWith('\\') ? /^\s*\)/ : /^\s*(?:![rsa])?(?:[:,][^{}"']*)?\}/).exec(rest)?.[0];
  if (close === undefined || (open === '' && !isSigil)) return undefined;
  return { start: span.start - open.length, end: span.end + close.length, newText };
}

/** Where a name in braces is an entry by itself: `{ bsn }`. */
const entryOf: Partial<Record<LanguageId, string>> = {
  javascript: ': ',
  typescript: ': ',
  rust: ': ',
  csharp: ' = ',
};

function standsAlone(text: string, { start, end }: Span): boolean {
  return /[{,]\s*$/.test(text.slice(Math.max(0, start - 200), start)) && /^\s*[,}]/.test(text.slice(end, end + 200));
}

/** The bracket that is open at a place. */
function openBefore(text: string, start: number): string | undefined {
  for (let at = start - 1, depth = 0; at >= 0; at--) {
    const char = text[at] as string;
    if (')]}'.includes(char)) depth++;
    else if ('([{'.includes(char) && depth-- === 0) return char;
  }
  return undefined;
}

function quoteOf(language: LanguageId): string {
  return /^(?:python|javascript|typescript|php|ruby|r)$/.test(language) ? "'" : '"';
}
