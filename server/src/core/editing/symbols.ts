import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Range, Span } from '../place.js';
import { YamlText } from './yamlText.js';

/** An entry of the outline of an accountability file. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'list' | 'endpoint' | 'useCase' | 'item' | 'value';
  readonly range: Range;
  /** The word that stands for it. */
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** How the items of each list are named in the outline: by which key, with which others beside it. */
const lists: Readonly<Record<string, { kind: OutlineEntry['kind']; name: string; detail: readonly string[] }>> = {
  endpoints: { kind: 'endpoint', name: 'id', detail: ['url', 'variabele'] },
  toepassingen: { kind: 'useCase', name: 'id', detail: ['doel'] },
  assistenten: { kind: 'item', name: 'naam', detail: ['grondslag'] },
  uitzonderingen: { kind: 'item', name: 'controle', detail: ['toepassing'] },
};

export function outlineOf(text: string): OutlineEntry[] {
  const yaml = new YamlText(text);
  const top: unknown = yaml.document.contents;
  if (!isMap(top)) return [];
  return top.items.flatMap((pair) => topEntry(yaml, pair));
}

function topEntry(yaml: YamlText, { key, value }: Pair): OutlineEntry[] {
  if (!isScalar(key) || !key.range) return [];
  const selection = spanOf(key);
  const name = String(key.value);
  if (name === '' || selection === undefined) return [];
  const node = isNode(value) ? value : undefined;
  const whole = { start: selection.start, end: Math.max(selection.end, endOf(node, yaml.text)) };
  const list = lists[name];
  const children = list && isSeq(node) ? node.items.flatMap((item) => itemEntry(yaml, item, list)) : [];
  return [
    {
      name,
      detail: isScalar(node) ? String(node.value ?? '') : '',
      kind: isScalar(node) ? 'value' : 'list',
      range: yaml.rangeOf(whole),
      selection: yaml.rangeOf(selection),
      children,
    },
  ];
}

function itemEntry(yaml: YamlText, item: unknown, list: (typeof lists)[string]): OutlineEntry[] {
  if (!isMap(item) || !item.range) return [];
  const named: unknown = item.get(list.name, true);
  const selection = isScalar(named) ? yaml.spanOf(named) : undefined;
  if (!isScalar(named) || selection === undefined || String(named.value ?? '') === '') return [];
  const details = list.detail.map((key) => item.get(key)).filter((one) => typeof one === 'string');
  return [
    {
      name: String(named.value),
      detail: details[0] ?? '',
      kind: list.kind,
      range: yaml.rangeOf({ start: item.range[0], end: Math.max(selection.end, endOf(item, yaml.text)) }),
      selection: yaml.rangeOf(selection),
      children: [],
    },
  ];
}

function spanOf(node: Node): Span | undefined {
  return node.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/** The end of a part without the blank lines behind it. */
function endOf(node: Node | undefined, text: string): number {
  return node?.range ? text.slice(0, node.range[1]).trimEnd().length : 0;
}
