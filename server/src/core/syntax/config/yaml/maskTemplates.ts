import { marksOf } from '../../nextMark.js';

/** What stands farther in starts no line that a person wrote. */
const MAX_INDENT = 200;
/** An opening mark whose end is farther away than this is taken for text. */
const MAX_ACTION = 4000;

const closings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>', '%{': '}' };

/** Stands for a character of an action: no white space and nothing that YAML gives a meaning. */
const MASK = '\u0001';

/**
 * Helm, Jinja, ERB and Terraform templates are no YAML until they are filled in. This puts something in the place of each action
 * that YAML can read and that has the same length, so that every offset still holds: a line of only actions becomes
 * blank, an action within a line becomes one word. The reader takes structure from the result and values from the text.
 */
export function maskTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('<%') && !text.includes('%{')) return text;
  const parts: string[] = [];
  let kept = 0;
  const openings = /\{\{|\{%|\{#|<%|%\{/g;
  const mark = marksOf(text);
  for (let found = openings.exec(text); found; found = openings.exec(text)) {
    const opening = found[0];
    const closing = closings[opening] as string;
    const start = found.index;
    if ((opening === '{#' || opening === '%{') && !startsLine(text, start)) continue;
    const end = mark(closing).from(start + 2);
    if (end - start > MAX_ACTION) continue;
    parts.push(text.slice(kept, start));
    kept = end + closing.length;
    parts.push(text.slice(start, kept).replace(/[^\r\n]/g, MASK));
    openings.lastIndex = kept;
  }
  parts.push(text.slice(kept));
  return parts.join('').replace(/^[ \t\u0001]*$/gm, (line) => line.replaceAll(MASK, ' '));
}

/** `{#` opens a comment of Jinja, `%{` a directive of Terraform, only where nothing else can stand. */
function startsLine(text: string, at: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - MAX_INDENT), at));
}
