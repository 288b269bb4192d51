import type { FactsBuilder } from './factsBuilder.js';

/** Keys split at dots and brackets: `a.b[0].c` is `a`, `b`, `0`, `c`. */
export function propertyPath(key: string): string[] {
  return key.split(/[.[\]]+/).filter((part) => part !== '');
}

/** Java's `.properties`: `key=value`, `key: value` or `key value`, comments with `#` or `!`, values over several lines. */
export function readProperties(text: string, out: FactsBuilder): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    while (at < text.length && ' \t\f\r\n'.includes(text[at] as string)) at++;
    if (at >= text.length) return;
    const isComment = text[at] === '#' || text[at] === '!';
    const end = isComment ? naturalEnd(text, at) : logicalEnd(text, at);
    if (!isComment) addProperty(text, at, end, out);
    at = end + 1;
  }
}

function naturalEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

/** A backslash before the line break (an odd number of them) carries the line on. */
function logicalEnd(text: string, from: number): number {
  let end = naturalEnd(text, from);
  while (end < text.length) {
    let back = text[end - 1] === '\r' ? end - 2 : end - 1;
    let slashes = 0;
    while (back >= from && text[back] === '\\') {
      slashes++;
      back--;
    }
    if (slashes % 2 === 0) break;
    end = naturalEnd(text, end + 1);
  }
  return end;
}

function addProperty(text: string, from: number, to: number, out: FactsBuilder): void {
  let keyEnd = from;
  while (keyEnd < to && !'=: \t\f\r\n'.includes(text[keyEnd] as string)) keyEnd += text[keyEnd] === '\\' ? 2 : 1;
  keyEnd = Math.min(keyEnd, to);
  let start = keyEnd;
  while (start < to && ' \t\f'.includes(text[start] as string)) start++;
  if (text[start] === '=' || text[start] === ':') start++;
  while (start < to && ' \t\f'.includes(text[start] as string)) start++;
  start = Math.min(start, to);
  let end = to;
  while (end > start && ' \t\r\n'.includes(text[end - 1] as string)) end--;
  out.setting(
    propertyPath(unescape(text.slice(from, keyEnd))),
    unescape(text.slice(start, end)),
    { start: from, end: keyEnd },
    { start: start, end: end },
  );
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(u[\da-fA-F]{4}|\r?\n[ \t\f]*|[^])/g, (_, found: string) => {
    if (found.includes('\n')) return '';
    if (found.length > 1) return String.fromCharCode(parseInt(found.slice(1), 16));
    return found === 'n' ? '\n' : found === 't' ? '\t' : found === 'r' ? '\r' : found === 'f' ? '\f' : found;
  });
}
