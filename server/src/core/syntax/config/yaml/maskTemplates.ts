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
  // The end that was last found for each kind: looked up once, so that openings without an end cost no second search.
  const ends = new Map<string, number>();
  for (let found = openings.exec(text); found; found = openings.exec(text)) {
    const mark = found[0];
    const start = found.index;
    if ((mark === '{#' || mark === '%{') && !startsLine(text, start)) continue;
    let end = ends.get(mark) ?? 0;
    if (end !== -1 && end < start + 2) ends.set(mark, (end = text.indexOf(closings[mark] as string, start + 2)));
    if (end === -1 || end - start > MAX_ACTION) continue;
    parts.push(text.slice(kept, start));
    kept = end + (closings[mark] as string).length;
    parts.push(text.slice(start, kept).replace(/[^\r\n]/g, MASK));
    openings.lastIndex = kept;
  }
  parts.push(text.slice(kept));
  return parts.join('').replace(/^[ \t\u0001]*$/gm, (line) => line.replaceAll(MASK, ' '));
}

/** `{#` opens a comment of Jinja, `%{` a directive of Terraform, only where nothing else can stand. */
function startsLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
