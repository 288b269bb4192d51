import type { FactsBuilder } from './factsBuilder.js';

const assignment = /^[ \t]*(?:(?:export|set)[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/;

/** `KEY=value`, with `export`, quotes, values over several lines, and comments behind the value. */
export function readDotenv(text: string, out: FactsBuilder): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 ? text.length : next;
    const line = text.slice(at, lineEnd);
    const found = assignment.exec(line);
    let after = lineEnd;
    if (found) {
      const name = found[1] as string;
      const nameStart = at + found[0].indexOf(name, found[0].search(/(?:export|set)[ \t]/) === -1 ? 0 : 4);
      const valueAt = at + found[0].length;
      const value = valueOf(text, valueAt, lineEnd);
      out.setting(
        [name],
        value.text,
        { start: nameStart, end: nameStart + name.length },
        { start: value.start, end: value.end },
      );
      after = Math.max(lineEnd, value.end);
      if (after > lineEnd) after = text.indexOf('\n', after);
      if (after === -1) break;
    }
    at = after + 1;
  }
}

interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function valueOf(text: string, at: number, lineEnd: number): Value {
  const quote = text[at];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = closingQuote(text, at, lineEnd);
    if (end !== -1) {
      const raw = text.slice(at + 1, end);
      const value = quote === '"' && raw.includes('\\') ? raw.replace(/\\(["\\$nrt])/g, unescape) : raw;
      return { text: value, start: at + 1, end };
    }
  }
  const rest = text.slice(at, lineEnd);
  const comment = rest.search(/(?:^|[ \t])#/);
  const value = (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  return { text: value, start: at, end: at + value.length };
}

/** A value may go on over lines; where the quote does not close before the next assignment, it never does. */
function closingQuote(text: string, at: number, lineEnd: number): number {
  const quote = text[at] as string;
  let end = at + 1;
  let limit = lineEnd;
  for (;;) {
    for (; end < limit; end++) {
      if (text[end] === '\\' && quote === '"') end++;
      else if (text[end] === quote) return end;
    }
    if (limit >= text.length) return -1;
    const next = text.indexOf('\n', limit + 1);
    const line = text.slice(limit + 1, next === -1 ? text.length : next);
    if (assignment.test(line)) return -1;
    limit = next === -1 ? text.length : next;
  }
}

function unescape(_: string, char: string): string {
  return char === 'n' ? '\n' : char === 'r' ? '\r' : char === 't' ? '\t' : char;
}
