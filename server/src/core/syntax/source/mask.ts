/**
 * Copies of a text in which everything but code is blank, with the same length and line ends, so that every offset in
 * the copy is the offset in the file.
 */

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
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
  const cell = /^[ \t]*(`{3,})\{(\w+)[^\n]*\}[ \t]*\r?\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    if (!isKept((match[2] as string).toLowerCase())) continue;
    const bodyStart = match.index + match[0].indexOf('\n') + 1;
    const bodyEnd = bodyStart + (match[3] as string).length;
    out += blank(text.slice(from, bodyStart)) + text.slice(bodyStart, bodyEnd);
    from = bodyEnd;
  }
  return out + blank(text.slice(from));
}

const directiveOrBlock =
  /^[ \t]*@(?:\*[^]*?\*@|(?:using|inject|inherits|implements)[ \t][^\r\n]*|(?:code|functions)?\s*\{)/gm;
const braceOrText = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|\/\/[^\n]*|\/\*[^]*?\*\/|[{}]/g;

/** Keeps the C# of a page of Razor: its comments, and its directives and blocks of code, with a `;` in place of their sign. */
export function keepRazor(text: string): string {
  let out = '';
  let from = 0;
  directiveOrBlock.lastIndex = 0;
  for (let match = directiveOrBlock.exec(text); match; match = directiveOrBlock.exec(text)) {
    const [part] = match;
    const sign = match.index + part.indexOf('@');
    if (part.endsWith('*@')) {
      out += blank(text.slice(from, sign)) + text.slice(sign, directiveOrBlock.lastIndex);
      from = directiveOrBlock.lastIndex;
      continue;
    }
    const isBlock = part.endsWith('{');
    const end = isBlock ? closingBrace(text, directiveOrBlock.lastIndex) : directiveOrBlock.lastIndex;
    const kept = isBlock ? blank(part.slice(part.indexOf('@') + 1, -1)) : part.slice(part.indexOf('@') + 1);
    const code = kept.replace(/^(?:inject|inherits|implements)/, blank);
    out += `${blank(text.slice(from, sign))};${code}${isBlock ? `{${text.slice(directiveOrBlock.lastIndex, end)}` : ''}`;
    from = directiveOrBlock.lastIndex = end;
  }
  return out + blank(text.slice(from));
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
