import type { Ecosystem } from '../../fact.js';
import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, entryOf, type MapEntry, scalarAt, spanOf } from '../tree.js';

/** `name = "version"` and `name = { version = "…" }`: the tables of npm, Cargo, Poetry, Composer, pub and Pipenv. */
export function addTable(
  node: ConfigNode | undefined,
  ecosystem: Ecosystem,
  out: FactsBuilder,
  text: string,
  nameOf: (entry: MapEntry) => string = (entry) => entry.key,
): void {
  if (node?.kind !== 'map') return;
  for (const entry of node.entries) {
    const version = entry.value.kind === 'scalar' ? entry.value.value : scalarAt(entry.value, 'version')?.value;
    out.dependency(ecosystem, nameOf(entry), version, entrySpan(entry, text), entry.keySpan);
  }
}

/** Key and value with their quotes. */
export function entrySpan(entry: MapEntry, text: string): { start: number; end: number } {
  const { start, end } = entry.keySpan;
  const value = spanOf(entry.value);
  const from = isQuote(text[start - 1]) ? start - 1 : start;
  const to = Math.max(value?.end ?? end, end);
  return { start: from, end: isQuote(text[to]) ? to + 1 : to };
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

/** Takes keys that were read as dependencies out of the tree, so that they are not settings too. */
export function withoutKeys(node: ConfigNode, keys: readonly string[]): ConfigNode {
  if (node.kind !== 'map') return node;
  return { kind: 'map', entries: node.entries.filter((entry) => !keys.includes(entry.key)) };
}

/** The package behind an alias: `npm:openai@4` in npm, `package = "…"` in Cargo. */
export function aliased(entry: MapEntry): string {
  const value =
    entry.value.kind === 'scalar'
      ? entry.value.value
      : entryOf(entry.value, 'package') && scalarAt(entry.value, 'package')?.value;
  const npm = entry.value.kind === 'scalar' ? /^npm:((?:@[^/]+\/)?[^@]+)/.exec(value ?? '')?.[1] : value;
  return npm ?? entry.key;
}
