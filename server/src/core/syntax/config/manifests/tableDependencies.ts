import type { Span } from '../../../place.js';
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
    // A package of the project's own, whatever others there are of its name.
    if (isOwn(entry)) continue;
    const version = entry.value.kind === 'scalar' ? entry.value.value : scalarAt(entry.value, 'version')?.value;
    out.dependency(ecosystem, nameOf(entry), version, entrySpan(entry, text), entry.keySpan);
  }
}

/** `{ path = "../llm" }`, and nowhere else to take it from. */
function isOwn({ value }: MapEntry): boolean {
  return (
    value.kind === 'map' &&
    value.entries.some(({ key }) => key === 'path') &&
    value.entries.every(({ key }) => !isSource.test(key))
  );
}

const isSource = /^(?:version|git|url|package|hosted|registry)$/;

/** Key and value with their quotes and closing brackets. */
export function entrySpan(entry: MapEntry, text: string): Span {
  const { start, end } = entry.keySpan;
  const from = isQuote(text[start - 1]) ? start - 1 : start;
  let to = Math.max(spanOf(entry.value)?.end ?? end, end);
  if (isQuote(text[to])) to++;
  for (let open = depthAtEnd(entry.value); open > 0; open--) {
    const close = /^[\s,]*[\]}]/.exec(text.slice(to, to + 200));
    if (!close) break;
    to += close[0].length;
  }
  return { start: from, end: to };
}

/** How many collections end where the node ends. */
function depthAtEnd(node: ConfigNode): number {
  if (node.kind === 'scalar') return 0;
  const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  return 1 + (last ? depthAtEnd(last) : 0);
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
