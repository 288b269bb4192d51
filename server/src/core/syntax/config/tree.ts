import type { Span } from '../../place.js';

/**
 * One small tree for JSON, YAML, TOML, HCL and Bicep, so that what is the same in all of them (lists of environment
 * variables, images, commands, permissions) is read once.
 */
export type ConfigNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /**
   * The value without quotes and with escapes undone. A value over several lines keeps its line breaks and indentation,
   * so that an offset in the value is an offset in the text.
   */
  readonly value: string;
  /** Without quotes. */
  readonly span: Span;
  /** Not a literal but an expression of the format's own language: `var.url`, an alias. */
  readonly expression?: boolean;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  /** Without quotes. */
  readonly keySpan: Span;
  readonly value: ConfigNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: ConfigNode[];
}

/** Deeper than this nothing is read: no real configuration is, and every walk over the tree may recurse safely. */
export const MAX_DEPTH = 100;

export function scalar(value: string, start: number, end: number, expression = false): ScalarNode {
  return expression
    ? { kind: 'scalar', value, span: { start, end }, expression }
    : { kind: 'scalar', value, span: { start, end } };
}

/** Of maps so large that looking through all entries at each of them would take too long. */
const indexes = new WeakMap<MapNode, { readonly size: number; readonly byKey: ReadonlyMap<string, MapEntry> }>();
const LARGE = 50;

export function entryOf(node: ConfigNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  const { entries } = node;
  if (entries.length < LARGE) return entries.find((entry) => entry.key === key);
  let index = indexes.get(node);
  if (index?.size !== entries.length) {
    // The first of equal keys counts, as above.
    index = { size: entries.length, byKey: new Map(entries.map((entry) => [entry.key, entry] as const).reverse()) };
    indexes.set(node, index);
  }
  return index.byKey.get(key);
}

export function nodeAt(node: ConfigNode | undefined, ...path: string[]): ConfigNode | undefined {
  let at = node;
  for (const key of path) at = entryOf(at, key)?.value;
  return at;
}

export function scalarAt(node: ConfigNode | undefined, ...path: string[]): ScalarNode | undefined {
  const found = nodeAt(node, ...path);
  return found?.kind === 'scalar' ? found : undefined;
}

export function entriesAt(node: ConfigNode | undefined, ...path: string[]): readonly MapEntry[] {
  const found = nodeAt(node, ...path);
  return found?.kind === 'map' ? found.entries : [];
}

export function itemsAt(node: ConfigNode | undefined, ...path: string[]): readonly ConfigNode[] {
  const found = nodeAt(node, ...path);
  return found?.kind === 'list' ? found.items : [];
}

/** From the first to the last character that belongs to the node; brackets are left out. */
export function spanOf(node: ConfigNode): Span | undefined {
  if (node.kind === 'scalar') return node.span;
  const parts =
    node.kind === 'list'
      ? node.items.map(spanOf)
      : node.entries.map((entry) => ({ start: entry.keySpan.start, end: (spanOf(entry.value) ?? entry.keySpan).end }));
  const known = parts.filter((part) => part !== undefined);
  const first = known[0];
  const last = known[known.length - 1];
  return first && last && { start: first.start, end: last.end };
}

/** The same tree without what stands at a path: it was read as something else than settings. */
export function withoutPath(node: ConfigNode, path: readonly string[]): ConfigNode {
  const [first, ...rest] = path;
  if (node.kind !== 'map') return node;
  const entries = node.entries.flatMap((entry) => {
    if (entry.key !== first) return [entry];
    return rest.length === 0 ? [] : [{ ...entry, value: withoutPath(entry.value, rest) }];
  });
  return { kind: 'map', entries };
}
