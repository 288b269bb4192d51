import { isMap, isPair, isScalar, visit, type YAMLMap } from 'yaml';
import type { Span } from '../place.js';
import type { KeyPath } from './schemaNode.js';
import { YamlText } from './yamlText.js';

/** What can be written at the cursor, and which word of the text it would replace. */
export interface Cursor {
  /** Where a key can come: the path of its map. Where only a value can come: the path of that value. */
  readonly path: KeyPath;
  readonly isKey: boolean;
  /** Keys of the same map, or values of the same list, that are there already. */
  readonly beside: readonly string[];
  readonly word: Span;
  /** A colon follows already. */
  readonly hasColon: boolean;
  /** Inside `{ }` or `[ ]`. */
  readonly inFlow: boolean;
  /** Between quotation marks. */
  readonly inQuotes: boolean;
  /** The cursor touches the colon or dash before it. */
  readonly needsSpace: boolean;
  /** Column of the word. */
  readonly column: number;
}

/** A word that no file holds: put at the cursor, it shows where the parser takes the cursor to be. */
const probe = 'zzHandreikingzz';

/** Undefined where nothing of the file's own can be written: in a comment, or in a text that no parser can follow. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const isDash = /^\s*-$/.test(before);
  const typed = isDash ? '' : (/[^\s,[\]{}'"#:]*$/.exec(before)?.[0] ?? '');
  const word = { start: offset - typed.length, end: offset + (/^[^\s,[\]{}'"#:]*/.exec(rest)?.[0].length ?? 0) };
  const needsSpace = isDash || text[word.start - 1] === ':';
  const hasColon = /^[ \t]*:/.test(text.slice(word.end));
  // At the start of a line a key is meant; with a colon it is one even where the map has yet to get its first.
  const startsLine = isDash || /^\s*(?:- +)*$/.test(text.slice(lineStart, word.start));
  const colon = startsLine && !hasColon ? ':' : '';
  const probed = `${text.slice(0, word.start)}${needsSpace ? ' ' : ''}${probe}${colon}${text.slice(word.end)}`;
  const inQuotes = /['"]/.test(text[word.start - 1] ?? '');
  const found = findProbe(new YamlText(probed));
  return found && { ...found, word, hasColon, inQuotes, needsSpace, column: word.start - lineStart };
}

function findProbe(yaml: YamlText): Pick<Cursor, 'path' | 'isKey' | 'beside' | 'inFlow'> | undefined {
  const part = yaml.parts().find(({ node }) => String(node.value).includes(probe));
  if (!part) return undefined;
  const { path } = part;
  if (!part.isKey) {
    const parent = path.slice(0, -1);
    return { path, isKey: false, beside: valuesAt(yaml, parent), inFlow: isFlow(yaml, parent) };
  }
  const parent = path.slice(0, -1);
  const map = mapWith(yaml, part.node);
  const keys = (map?.items ?? []).flatMap(({ key }) => (isScalar(key) && key !== part.node ? [String(key.value)] : []));
  return { path: parent, isKey: true, beside: keys, inFlow: map?.flow === true };
}

function mapWith(yaml: YamlText, key: unknown): YAMLMap | undefined {
  let found: YAMLMap | undefined;
  visit(yaml.document, {
    Map: (_role, map) => {
      if (map.items.some((pair) => isPair(pair) && pair.key === key)) found = map;
    },
  });
  return found;
}

function valuesAt(yaml: YamlText, path: KeyPath): string[] {
  const node: unknown = yaml.document.getIn(path, true);
  if (typeof node !== 'object' || node === null || !('items' in node) || isMap(node)) return [];
  const items = node.items as readonly unknown[];
  return items.flatMap((item) => (isScalar(item) && !String(item.value).includes(probe) ? [String(item.value)] : []));
}

function isFlow(yaml: YamlText, path: KeyPath): boolean {
  const node: unknown = yaml.document.getIn(path, true);
  return typeof node === 'object' && node !== null && 'flow' in node && node.flow === true;
}
