/**
 * Copies of a text in which everything but code is blank, with the same length and line ends, so that every offset in
 * the copy is the offset in the file.
 */

import { marksOf } from '../nextMark.js';

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Keeps what `<script type="importmap">` of a page holds: which packages its modules come from. */
export function keepImportMap(text: string): string | undefined {
  const [, before = '', map] =
    /^([^]*?<script\b[^>]{0,200}\btype=["']importmap["'][^>]{0,200}>)([^]*?)<\/script/i.exec(text) ?? [];
  return map === undefined ? undefined : blank(before) + map;
}

/** Keeps the bodies of `<script>` of a page or a component (Vue, Svelte, Astro's front matter too). */
export function keepScripts(text: string): string {
  let out = '';
  let from = 0;
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  if (frontMatter) {
    out = '   ' + text.slice(3, frontMatter[0].length - 3) + '   ';
    from = frontMatter[0].length;
  }
  const tag = /<script\b/gi;
  const end = /<\/script/gi;
  tag.lastIndex = from;
  while (tag.exec(text)) {
    const start = text.indexOf('>', tag.lastIndex) + 1;
    end.lastIndex = start;
    const last = start === 0 ? null : end.exec(text);
    // What is never closed is no script, nor is what comes behind it.
    if (!last) break;
    out += blank(text.slice(from, start)) + text.slice(start, last.index);
    from = tag.lastIndex = last.index;
  }
  return out + blank(text.slice(from));
}

/** What PHP fills in is no part of the page: `<?= $adres ?>`. */
export function withoutPhp(text: string): string {
  return text.replace(/<\?(?:php|=)[^]*?(?:\?>|$)/gi, blank);
}

/** Keeps the code cells of Quarto or R Markdown that are in one of these languages. */
export function keepCells(text: string, isKept: (language: string) => boolean): string {
  let out = '';
  let from = 0;
  const mark = marksOf(text);
  const opening = /^[ \t]*(`{3,})\{(\w+)[^\n]*\}[ \t]*\r?\n/gm;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [, ticks = '', language = ''] = match;
    const start = opening.lastIndex;
    const end = mark(new RegExp(`^[ \\t]*${ticks}[ \\t]*$`, 'gm')).from(start);
    // A cell that is never closed is no cell.
    if (end === Infinity) continue;
    if (isKept(language.toLowerCase())) {
      out += blank(text.slice(from, start)) + text.slice(start, end);
      from = end;
    }
    opening.lastIndex = end;
  }
  return out + blank(text.slice(from));
}

const braceOrText = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[{}]/g;

/** Keeps the C# of a page of Razor: its comments, and its directives and blocks of code, with a `;` in place of their sign. */
export function keepRazor(text: string): string {
  let out = '';
  let from = 0;
  const opening =
    /^[ \t]*@(?:(\*)|(using[ \t][^\r\n]*)|(?:inject|inherits|implements)([ \t][^\r\n]*)|(?:code|functions)?\s*(\{))/gm;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [all, comment, taken, given, brace = ''] = match;
    const sign = match.index + all.indexOf('@');
    const behind = opening.lastIndex;
    const end = comment ? behindText(text, '*@', behind) : brace ? closingBrace(text, behind) : behind;
    const start = comment ? sign : behind - (taken ?? given ?? brace).length;
    out += `${blank(text.slice(from, sign))}${comment ? '' : `;${blank(text.slice(sign + 1, start))}`}`;
    out += text.slice(start, end);
    from = opening.lastIndex = end;
  }
  return out + blank(text.slice(from));
}

function behindText(text: string, close: string, start: number): number {
  const at = text.indexOf(close, start);
  return at === -1 ? text.length : at + close.length;
}

/** Behind the brace that closes what was opened before `start`; the end of the text when none does. */
function closingBrace(text: string, start: number): number {
  braceOrText.lastIndex = start;
  for (let depth = 1, match = braceOrText.exec(text); match; match = braceOrText.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return braceOrText.lastIndex;
  }
  return text.length;
}
