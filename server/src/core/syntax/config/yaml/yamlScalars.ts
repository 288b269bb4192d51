import { type ScalarNode, scalar } from '../tree.js';
import type { YamlSource } from './yamlSource.js';

/** A scalar and the offset behind it, quotes included. */
export interface ReadScalar {
  readonly node: ScalarNode;
  readonly end: number;
}

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
};

/**
 * A quoted scalar from its opening quote. One that is not closed before the text falls back to the indentation of its
 * parent is taken to end with its line, so that a forgotten quote costs one value and not the rest of the file.
 */
export function readQuoted(source: YamlSource, start: number, parentIndent: number): ReadScalar {
  const { text } = source;
  const quote = text[start] as string;
  let at = start + 1;
  let escaped = false;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') {
      escaped = true;
      at++;
      if (text[at] !== '\n') continue;
    } else if (char === quote) {
      if (quote === '"' || text[at + 1] !== "'") break;
      escaped = true;
      at++;
      continue;
    }
    if (text[at] === '\n' && !continues(source, at + 1, parentIndent)) {
      const end = source.lineEnd(start);
      return { node: scalar(source.original.slice(start + 1, end), start + 1, end), end };
    }
  }
  const raw = source.original.slice(start + 1, at);
  const value = !escaped ? raw : quote === '"' ? unescape(raw) : raw.replaceAll("''", "'");
  return { node: scalar(value, start + 1, Math.min(at, text.length)), end: Math.min(at + 1, text.length) };
}

/** The first line with something on it is indented deeper than the parent. */
function continues(source: YamlSource, lineStart: number, parentIndent: number): boolean {
  let at = lineStart;
  for (;;) {
    at = source.skipSpaces(at);
    const char = source.text[at];
    if (char === undefined) return false;
    if (char !== '\n' && char !== '\r') return source.column(at) > parentIndent && !source.isDocumentMark(at);
    at++;
  }
}

function unescape(raw: string): string {
  return raw.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|[^])/g, (_, found: string) => {
    if (found.includes('\n')) return '';
    if (found.length > 1) {
      const code = parseInt(found.slice(1), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return escapes[found] ?? found;
  });
}

/** `|` or `>`: the lines that are indented deeper than the parent. The cursor is left behind them. */
export function readBlockScalar(source: YamlSource, start: number, parentIndent: number): ScalarNode {
  const { text } = source;
  const header = /^[|>][-+]?([1-9])?[-+]?/.exec(text.slice(start, start + 4));
  let indent = header?.[1] ? Math.max(parentIndent, 0) + Number(header[1]) : -1;
  let first = -1;
  let end = -1;
  source.leaveLine(start);
  while (source.pos < text.length) {
    const at = source.skipSpaces(source.pos);
    const isEmpty = text[at] === '\n' || text[at] === '\r' || text[at] === undefined;
    if (!isEmpty) {
      const column = at - source.pos;
      if (indent === -1 ? column <= parentIndent : column < indent) break;
      if (parentIndent < 0 && source.isDocumentMark(at)) break;
      if (indent === -1) indent = column;
      if (first === -1) first = at;
      end = source.lineEnd(at);
    }
    source.leaveLine(at);
  }
  if (first === -1) {
    const empty = source.lineEnd(start);
    return scalar('', empty, empty);
  }
  while (source.isBlank(end - 1)) end--;
  return scalar(source.original.slice(first, end), first, end);
}

export function isBlockScalar(source: YamlSource, at: number): boolean {
  const { text } = source;
  if (text[at] !== '|' && text[at] !== '>') return false;
  let after = at + 1;
  while (/[-+\d]/.test(text[after] ?? '')) after++;
  return source.isLineRest(source.skipSpaces(after)) && source.isBlank(after);
}

/** End of a plain scalar on its line: before ` #`, before `: `, and in flow collections before their marks. */
export function plainEnd(source: YamlSource, start: number, flow: boolean): number {
  const { text } = source;
  let end = start;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n' || char === '\r') break;
    if (char === ' ' || char === '\t') continue;
    if (char === '#' && at > start && source.isBlank(at - 1)) break;
    if (char === ':' && (source.isBlank(at + 1) || (flow && ',[]{}'.includes(text[at + 1] ?? ' ')))) break;
    if (flow && (char === ',' || char === '[' || char === ']' || char === '{' || char === '}')) break;
    end = at + 1;
  }
  return end;
}
