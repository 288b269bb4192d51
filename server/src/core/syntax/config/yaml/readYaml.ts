import type { FactsBuilder } from '../factsBuilder.js';
import {
  type ConfigNode,
  type ListNode,
  MAX_DEPTH,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  scalar,
} from '../tree.js';
import { readFlow } from './yamlFlow.js';
import { isBlockScalar, plainEnd, readBlockScalar, readQuoted } from './yamlScalars.js';
import { YamlSource } from './yamlSource.js';

/**
 * YAML as configuration uses it, in one pass over the text. The library `yaml` needs 20 to 50 ms for 2,000 lines, more
 * than an editor can spend on a keystroke, and gives up where a Helm template makes the text no valid YAML; it is the
 * judge of this reader in the tests. An alias gives the leaves of what it stands for and nothing deeper, so a text cannot
 * grow much while it is read.
 */
export function readYaml(text: string, out: FactsBuilder): ConfigNode[] {
  const source = new YamlSource(text);
  const reader = new YamlReader(source, out);
  const documents: ConfigNode[] = [];
  while (source.pos < source.text.length) {
    const document = reader.document();
    if (document) documents.push(document);
  }
  return documents;
}

/** So many leaves of aliases are taken over in one file; who writes more does it to grow the text. */
const MAX_REPEATED = 2000;

interface Key {
  readonly node: ScalarNode;
  /** Behind the colon. */
  readonly after: number;
}

class YamlReader {
  private readonly anchors = new Map<string, ConfigNode>();
  private repeated = 0;
  private depth = 0;

  constructor(
    private readonly source: YamlSource,
    private readonly out: FactsBuilder,
  ) {}

  private mistake(what: string): void {
    if (!this.source.isTemplate) this.out.notRead(what);
  }

  document(): ConfigNode | undefined {
    const { source } = this;
    let at = source.nextContent();
    while (at !== -1 && source.text[at] === '%' && source.column(at) === 0) {
      source.leaveLine(at);
      at = source.nextContent();
    }
    if (at === -1) {
      // A document mark, or the end. Content may stand on the line of `---`.
      const mark = this.markFrom(source.pos);
      if (mark === -1) {
        source.pos = source.text.length;
        return undefined;
      }
      const rest = source.skipSpaces(mark + 3);
      if (source.text[mark] === '-' && !source.isLineRest(rest)) return this.node(rest, source.column(rest), -1);
      source.leaveLine(mark);
      return undefined;
    }
    const node = this.node(at, source.column(at), -1);
    // Whatever is left of this document could not be read: go on line by line, so that later parts still count.
    for (let next = source.nextContent(); next !== -1; next = source.nextContent()) {
      this.mistake('not valid YAML');
      const more = this.node(next, source.column(next), -1);
      if (more?.kind === 'map' && node?.kind === 'map') node.entries.push(...more.entries);
    }
    return node;
  }

  private markFrom(from: number): number {
    let at = from;
    while (at < this.source.text.length && !this.source.isDocumentMark(at)) {
      const next = this.source.text.indexOf('\n', at);
      if (next === -1) return -1;
      at = next + 1;
    }
    return at < this.source.text.length ? at : -1;
  }

  /** The node that starts at `at`; the cursor is left on the first line behind it. */
  private node(at: number, indent: number, parentIndent: number): ConfigNode | undefined {
    if (this.depth >= MAX_DEPTH) {
      this.out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
      this.source.leaveLine(at);
      return undefined;
    }
    this.depth++;
    try {
      const { text } = this.source;
      if (text[at] === '-' && this.source.isBlank(at + 1)) return this.list(at, indent);
      if (this.keyAt(at, indent)) return this.map(at, indent);
      return this.value(at, parentIndent);
    } finally {
      this.depth--;
    }
  }

  private list(first: number, indent: number): ListNode {
    const { source } = this;
    const list: ListNode = { kind: 'list', items: [] };
    for (let at = first; at !== -1; at = this.sibling(indent)) {
      if (source.text[at] !== '-' || !source.isBlank(at + 1)) break;
      const item = this.content(source.skipSpaces(at + 1), at + 1, indent, false);
      if (item) list.items.push(item);
    }
    return list;
  }

  private map(first: number, indent: number): MapNode {
    const { source } = this;
    const map: MapNode = { kind: 'map', entries: [] };
    for (let at = first; at !== -1; at = this.sibling(indent)) {
      const key = this.keyAt(at, indent);
      if (key) {
        const value = this.content(source.skipSpaces(key.after), key.after, indent, true);
        if (value?.kind === 'map' && key.node.value === '<<') map.entries.push(...value.entries);
        else if (value) map.entries.push({ key: key.node.value, keySpan: key.node.span, value });
        this.strays(indent, map.entries);
      } else if (source.text[at] === '-' && source.isBlank(at + 1)) {
        break;
      } else {
        this.mistake('not valid YAML: a line without a key');
        source.leaveLine(at);
      }
    }
    return map;
  }

  /** Lines that stand deeper than the value before them allows: keep what they say. */
  private strays(indent: number, entries: MapEntry[]): void {
    const { source } = this;
    for (let at = source.nextContent(); at !== -1 && source.column(at) > indent; at = source.nextContent()) {
      this.mistake('not valid YAML: indentation');
      const node = this.node(at, source.column(at), indent);
      const last = entries.at(-1);
      // `labels: {{ include … }}` with more labels below: the action and the lines are one map.
      if (last && node && last.value.kind === 'scalar' && /^\{\{[^]*\}\}$/.test(last.value.value)) {
        entries[entries.length - 1] = { ...last, value: node };
      } else if (node?.kind === 'map') entries.push(...node.entries);
    }
  }

  /** The next line of the same collection. */
  private sibling(indent: number): number {
    const at = this.source.nextContent();
    return at !== -1 && this.source.column(at) === indent ? at : -1;
  }

  /** What follows `key:` or `-`: on the same line, or as a block on the next ones. */
  private content(start: number, emptyAt: number, indent: number, inMap: boolean): ConfigNode | undefined {
    const { source } = this;
    let at = start;
    let anchor: string | undefined;
    for (let property = this.propertyAt(at); property; property = this.propertyAt(at)) {
      if (property[0] === '&') anchor = property.slice(1);
      at = source.skipSpaces(at + property.length);
    }
    const keep = (node: ConfigNode | undefined): ConfigNode | undefined => {
      if (anchor !== undefined && node) this.anchors.set(anchor, node);
      return node;
    };
    if (!source.isLineRest(at)) {
      // `- key: value` opens a map in the line; `key: key: value` does not.
      return keep(inMap ? this.value(at, indent) : this.node(at, source.column(at), indent));
    }
    source.leaveLine(at);
    const next = source.nextContent();
    if (next !== -1) {
      const column = source.column(next);
      const isList = source.text[next] === '-' && source.isBlank(next + 1);
      if (column > indent || (column === indent && inMap && isList)) return keep(this.node(next, column, indent));
    }
    return scalar('', emptyAt, emptyAt);
  }

  /** `&anchor`, `!tag` or `!<tag>`. */
  private propertyAt(at: number): string | undefined {
    const char = this.source.text[at];
    if (char !== '&' && char !== '!') return undefined;
    return /^[^\s,[\]{}]+/.exec(this.source.text.slice(at, at + 200))?.[0];
  }

  private keyAt(at: number, indent: number): Key | undefined {
    const { source } = this;
    const { text } = source;
    const char = text[at];
    if (char === '"' || char === "'") {
      const { node, end } = readQuoted(source, at, Number.MAX_SAFE_INTEGER);
      const colon = source.skipSpaces(end);
      return text[colon] === ':' && source.isBlank(colon + 1) ? { node, after: colon + 1 } : undefined;
    }
    // The explicit form `? key` with `: value` on a later line is left to the level of its lines.
    const start = char === '?' && source.isBlank(at + 1) ? source.skipSpaces(at + 1) : at;
    if (char === '[' || char === '{' || char === '#' || isBlockScalar(source, at)) return undefined;
    const end = plainEnd(source, start, false);
    const colon = source.skipSpaces(end);
    if (text[colon] === ':' && source.isBlank(colon + 1)) {
      const value = source.original.slice(start, end);
      return { node: scalar(value, start, end), after: colon + 1 };
    }
    if (start === at) return undefined;
    return this.explicitKey(start, end, indent);
  }

  private explicitKey(start: number, end: number, indent: number): Key | undefined {
    const { source } = this;
    source.leaveLine(end);
    const next = source.nextContent();
    const hasValue = next !== -1 && source.column(next) === indent && source.text[next] === ':';
    return hasValue ? { node: scalar(source.original.slice(start, end), start, end), after: next + 1 } : undefined;
  }

  /** A scalar, an alias or a flow collection. */
  private value(start: number, parentIndent: number): ConfigNode | undefined {
    const { source } = this;
    const { text } = source;
    const char = text[start];
    if (isBlockScalar(source, start)) return readBlockScalar(source, start, parentIndent);
    if (char === '"' || char === "'") {
      const { node, end } = readQuoted(source, start, parentIndent);
      source.leaveLine(end);
      return node;
    }
    if (char === '[' || char === '{') {
      const { node, end } = readFlow(source, start, parentIndent, this.out);
      source.leaveLine(end);
      return node;
    }
    if (char === '*') return this.alias(start);
    return this.plain(start, parentIndent);
  }

  private alias(start: number): ConfigNode | undefined {
    const end = plainEnd(this.source, start, false);
    this.source.leaveLine(end);
    const target = this.anchors.get(this.source.text.slice(start + 1, end));
    if (target?.kind === 'scalar') return scalar(target.value, start, end, target.expression);
    return target && this.leaves(target);
  }

  /** The leaves of what an anchor stands before, where they were written, for as long as there are not too many. */
  private leaves(target: MapNode | ListNode): ConfigNode {
    const count = target.kind === 'map' ? target.entries.length : target.items.length;
    this.repeated += count;
    const isFew = this.repeated <= MAX_REPEATED;
    if (target.kind === 'list')
      return { kind: 'list', items: isFew ? target.items.filter(({ kind }) => kind === 'scalar') : [] };
    return { kind: 'map', entries: isFew ? target.entries.filter(({ value }) => value.kind === 'scalar') : [] };
  }

  /** A plain scalar with the lines that continue it. */
  private plain(start: number, parentIndent: number): ScalarNode {
    const { source } = this;
    let end = plainEnd(source, start, false);
    // `a: b: c` is no valid YAML, but the value is plain to see.
    if (source.text[source.skipSpaces(end)] === ':') {
      this.mistake('not valid YAML: a colon in a value');
      end = source.lineEnd(start);
      while (end > start && source.isBlank(end - 1)) end--;
    }
    source.leaveLine(end);
    while (source.isLineRest(source.skipSpaces(end)) && source.text[source.skipSpaces(end)] !== '#') {
      const next = source.nextContent();
      if (next === -1 || source.column(next) <= parentIndent) break;
      // A comment between ends the scalar, and so does what looks like an entry or an item.
      if (source.text.slice(end, next).includes('#') || this.startsNode(next)) break;
      end = plainEnd(source, next, false);
      source.leaveLine(end);
    }
    return scalar(source.original.slice(start, end), start, end);
  }

  private startsNode(at: number): boolean {
    const { source } = this;
    const colon = source.skipSpaces(plainEnd(source, at, false));
    return source.text[colon] === ':' && source.isBlank(colon + 1);
  }
}
