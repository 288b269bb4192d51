import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YamlPath } from './edit.js';

/** The path of the innermost map around an offset; the root where there is none. */
export function pathAt(text: string, offset: number): YamlPath {
  let node: unknown = parseDocument(text, { logLevel: 'silent' }).contents;
  let path: (string | number)[] = [];
  let found: YamlPath = [];
  while (isMap(node) || isSeq(node)) {
    if (isMap(node)) found = path;
    const inner = childrenOf(node).find(([, child, start]) => start <= offset && offset <= endOf(child, start));
    if (inner === undefined) break;
    path = [...path, inner[0]];
    node = inner[1];
  }
  return found;
}

type Child = readonly [key: string | number, node: unknown, start: number];

function childrenOf(node: unknown): Child[] {
  if (isSeq(node)) return node.items.map((item, index): Child => [index, item, rangeOf(item)?.[0] ?? Infinity]);
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }): Child[] =>
    isScalar(key) && key.range ? [[String(key.value), value, key.range[0]]] : [],
  );
}

function endOf(node: unknown, start: number): number {
  return rangeOf(node)?.[1] ?? start;
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return (node as { range?: [number, number, number] } | null | undefined)?.range ?? undefined;
}
