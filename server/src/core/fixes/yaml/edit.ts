import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { lineStartsOf, rangeOf } from '../../place.js';
import type { Range } from '../../place.js';

/**
 * Small changes to a YAML text that leave every other byte as it is: comments, order, quotes and blank lines are the
 * writer's own. A change that would not fit in the style of the file gives undefined.
 */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export type YamlPath = readonly (string | number)[];

/** Adds an item to a list; the list is made when it is not there. `lines` is the item without dash or indentation. */
export function appendItem(text: string, path: YamlPath, lines: readonly string[]): TextChange | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const node: unknown = document.getIn(path, true);
  if (isSeq(node) && node.items.length > 0)
    return node.flow === true ? intoFlow(text, node, lines) : intoBlock(text, node, lines);
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = String(path.at(-1));
  if (isSeq(node) && node.flow === true && node.range && lines.length === 1) {
    return checked(text, { start: node.range[0], end: node.range[1], newText: `[${lines[0]}]` });
  }
  if (isMap(parent) && parent.has(key)) return underEmptyKey(text, parent, key, asItem(lines, ''));
  const isFlow = isMap(parent) && parent.flow === true && lines.length === 1;
  return setEntry(text, path.slice(0, -1), key, isFlow ? `[${lines[0]}]` : asItem(lines, ''));
}

/** Adds `key:` with lines below it, or `key: value` for one that is given inline, at the end of a map. */
export function setEntry(
  text: string,
  path: YamlPath,
  key: string,
  value: readonly string[] | string,
): TextChange | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const lines = typeof value === 'string' ? [`${key}: ${value}`] : [`${key}:`, ...value.map((line) => `  ${line}`)];
  if (path.length === 0 && (map === null || map === undefined)) return checked(text, atEnd(text, lines));
  if (!isMap(map) || !map.range) return undefined;
  if (map.flow === true) {
    if (typeof value !== 'string') return undefined;
    const close = map.range[1] - 1;
    const before = map.items.length === 0 ? ' ' : ', ';
    const at = close - (/\s*$/.exec(text.slice(map.range[0], close))?.[0].length ?? 0);
    return checked(text, { start: at, end: close, newText: `${before}${lines[0]} ` });
  }
  const first = map.items[0]?.key;
  if (!isScalar(first) || !first.range) return undefined;
  return checked(text, afterNode(text, map, lines, columnOf(text, first.range[0])));
}

/**
 * Gives a value to keys below one another; those that are not there are made, and a value that is there is replaced.
 * `value` stands on one line.
 */
export function putValue(text: string, path: YamlPath, value: string): TextChange | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  if (isScalar(document.getIn(path, true))) return replaceScalar(text, path, value);
  let depth = path.length - 1;
  while (depth > 0 && !isMap(document.getIn(path.slice(0, depth), true))) depth--;
  const [key, ...inner] = path.slice(depth).map(String);
  if (key === undefined) return undefined;
  const parent: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
  if (inner.length === 0) return setEntry(text, path.slice(0, depth), key, value);
  if (isMap(parent) && parent.flow === true) {
    const nested = inner.reduceRight((below, name) => `{ ${name}: ${below} }`, value);
    return setEntry(text, path.slice(0, depth), key, nested);
  }
  const last = inner.length - 1;
  const lines = inner.map((name, index) => `${'  '.repeat(index)}${name}:${index === last ? ` ${value}` : ''}`);
  return setEntry(text, path.slice(0, depth), key, lines);
}

/** Puts another value in the place of a scalar. */
export function replaceScalar(text: string, path: YamlPath, value: string): TextChange | undefined {
  const node: unknown = parseDocument(text, { logLevel: 'silent' }).getIn(path, true);
  if (!isScalar(node) || !node.range) return undefined;
  return checked(text, { start: node.range[0], end: node.range[1], newText: value });
}

/** Gives a key another name, with its value left as it is. */
export function renameKey(text: string, path: YamlPath, name: string): TextChange | undefined {
  const parent: unknown = parseDocument(text, { logLevel: 'silent' }).getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (!isScalar(pair?.key) || !pair.key.range) return undefined;
  return checked(text, { start: pair.key.range[0], end: pair.key.range[1], newText: name });
}

/** Where the change lands, for an editor. */
export function rangeOfChange(text: string, change: TextChange): Range {
  return rangeOf(lineStartsOf(text), change);
}

function intoBlock(text: string, list: YAMLSeq, lines: readonly string[]): TextChange | undefined {
  const start = startOf(list.items[0]);
  if (start === undefined) return undefined;
  const dash = text.lastIndexOf('-', start - 1);
  if (dash === -1) return undefined;
  return checked(text, afterNode(text, list, asItem(lines, ''), columnOf(text, dash)));
}

function intoFlow(text: string, list: YAMLSeq, lines: readonly string[]): TextChange | undefined {
  if (lines.length !== 1 || !list.range) return undefined;
  const close = list.range[1] - 1;
  const inside = text.slice(list.range[0], close);
  const at = list.range[0] + inside.trimEnd().length;
  const comma = inside.trimEnd().endsWith(',') ? ' ' : ', ';
  return checked(text, { start: at, end: at, newText: `${comma}${lines[0]}` });
}

/** `key:` with nothing behind it. */
function underEmptyKey(text: string, map: YAMLMap, key: string, lines: readonly string[]): TextChange | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  const node = isScalar(pair?.key) ? pair.key : undefined;
  if (!node?.range) return undefined;
  const value = pair?.value;
  if (isSeq(value) && value.range) {
    // `key: []`
    const newText = indented(lines, columnOf(text, node.range[0]) + 2, eolOf(text));
    const start = value.range[0] - (/[ \t]*$/.exec(text.slice(node.range[1], value.range[0]))?.[0].length ?? 0);
    return checked(text, { start, end: value.range[1], newText: `${eolOf(text)}${newText}` });
  }
  if (value && !(isScalar(value) && value.value === null)) return undefined;
  const end = lineEnd(text, node.range[1]);
  const newText = `${eolOf(text)}${indented(lines, columnOf(text, node.range[0]) + 2, eolOf(text))}`;
  return checked(text, { start: end, end, newText });
}

/** Below the last line of a node, with comments on that line left where they are. */
function afterNode(text: string, node: Node, lines: readonly string[], column: number): TextChange {
  const until = text.slice(0, node.range?.[1] ?? text.length).trimEnd().length;
  const end = lineEnd(text, until);
  return { start: end, end, newText: `${eolOf(text)}${indented(lines, column, eolOf(text))}` };
}

function atEnd(text: string, lines: readonly string[]): TextChange {
  const eol = eolOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return { start: text.length, end: text.length, newText: `${gap}${lines.join(eol)}${eol}` };
}

function asItem(lines: readonly string[], indent: string): string[] {
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
}

function indented(lines: readonly string[], column: number, eol: string): string {
  return lines.map((line) => ' '.repeat(column) + line).join(eol);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Never a change after which the file no longer parses. */
function checked(text: string, change: TextChange): TextChange | undefined {
  const changed = text.slice(0, change.start) + change.newText + text.slice(change.end);
  return parseDocument(changed, { logLevel: 'silent' }).errors.length === 0 ? change : undefined;
}
