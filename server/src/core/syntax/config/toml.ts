import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../../place.js';
import type { FactsBuilder } from './factsBuilder.js';
import { type ConfigNode, MAX_DEPTH, type MapNode, type ScalarNode, scalar } from './tree.js';

/** The library reads about a kilobyte in 0.3 ms; no manifest comes near this size. */
export const MAX_TOML_LENGTH = 256 * 1024;

/** After a line that is no TOML the text is read again without it, until so many characters were gone through. */
const MAX_CHARACTERS_READ = 512 * 1024;

/** And at most so often. */
const MAX_BROKEN_LINES = 20;

/** A bracket nesting beyond this would exhaust the library's call stack. */
const tooDeep = new RegExp(`(?:[[{]\\s*){${MAX_DEPTH},}`);

/** TOML with ranges. A line that is no TOML is blanked and the rest read, with every offset kept. */
export function parseToml(text: string, out: FactsBuilder): MapNode | undefined {
  if (text.length > MAX_TOML_LENGTH) {
    out.notRead(`TOML longer than ${MAX_TOML_LENGTH} characters`);
    return undefined;
  }
  if (tooDeep.test(text)) {
    out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
    return undefined;
  }
  let readable = text;
  const tries = Math.min(MAX_BROKEN_LINES, MAX_CHARACTERS_READ / text.length);
  for (let turn = 0; turn <= tries; turn++) {
    try {
      return new TomlTree(readable).of(parseTOML(readable));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      out.notRead(`not valid TOML: ${error.message}`);
      const index = (error as SyntaxError & { readonly index?: number }).index ?? 0;
      const blanked = withoutLine(readable, index);
      if (blanked === readable) return undefined;
      readable = blanked;
    }
  }
  return undefined;
}

/** Blanks the line at fault: the one at the offset, or the last one with content before it. */
function withoutLine(text: string, offset: number): string {
  let end = Math.min(offset, text.length);
  let start = text.lastIndexOf('\n', end - 1) + 1;
  const rest = text.indexOf('\n', end);
  if (text.slice(start, rest === -1 ? text.length : rest).trim() === '' || offset === start) {
    // The parser noticed at the start of the next line that this one lacks its value.
    end = text.slice(0, start).trimEnd().length;
    start = text.lastIndexOf('\n', end - 1) + 1;
  } else end = rest === -1 ? text.length : rest;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

class TomlTree {
  /** What stands under a key, so that many tables cost no search through all of them. */
  private readonly children = new Map<MapNode, Map<string, ConfigNode>>();

  constructor(private readonly text: string) {}

  of(program: AST.TOMLProgram): MapNode {
    const root: MapNode = { kind: 'map', entries: [] };
    for (const part of program.body[0].body) {
      if (part.type === 'TOMLKeyValue') this.addKeyValue(root, part);
      else {
        const table = this.tableFor(root, part);
        for (const entry of part.body) this.addKeyValue(table, entry);
      }
    }
    return root;
  }

  /** The map that a `[table]` or `[[table]]` header opens. */
  private tableFor(root: MapNode, table: AST.TOMLTable): MapNode {
    const { keys } = table.key;
    return keys.reduce(
      (at, key, index) => this.child(at, key, table.kind === 'array' && index === keys.length - 1),
      root,
    );
  }

  private child(parent: MapNode, key: AST.TOMLBare | AST.TOMLQuoted, newItem: boolean): MapNode {
    const existing = this.children.get(parent)?.get(keyOf(key).text);
    if (existing?.kind === 'map') return existing;
    const last = existing?.kind === 'list' ? existing.items[existing.items.length - 1] : undefined;
    if (!newItem && last?.kind === 'map') return last;
    const map: MapNode = { kind: 'map', entries: [] };
    if (existing?.kind === 'list') existing.items.push(map);
    else this.add(parent, key, newItem ? { kind: 'list', items: [map] } : map);
    return map;
  }

  private add(parent: MapNode, key: AST.TOMLBare | AST.TOMLQuoted, value: ConfigNode): void {
    const { text, span } = keyOf(key);
    parent.entries.push({ key: text, keySpan: span, value });
    const known = this.children.get(parent) ?? new Map<string, ConfigNode>();
    known.set(text, value);
    this.children.set(parent, known);
  }

  private addKeyValue(table: MapNode, part: AST.TOMLKeyValue): void {
    const { keys } = part.key;
    const last = keys[keys.length - 1];
    if (!last) return;
    const at = keys.slice(0, -1).reduce((parent, key) => this.child(parent, key, false), table);
    this.add(at, last, this.valueOf(part.value));
  }

  private valueOf(node: AST.TOMLContentNode): ConfigNode {
    if (node.type === 'TOMLArray')
      return { kind: 'list', items: node.elements.map((element) => this.valueOf(element)) };
    if (node.type === 'TOMLValue') return scalarOf(node, this.text);
    const map: MapNode = { kind: 'map', entries: [] };
    for (const entry of node.body) this.addKeyValue(map, entry);
    return map;
  }
}

function keyOf(key: AST.TOMLBare | AST.TOMLQuoted): { readonly text: string; readonly span: Span } {
  const [start, end] = key.range;
  return key.type === 'TOMLBare'
    ? { text: key.name, span: { start, end } }
    : { text: key.value, span: { start: start + 1, end: end - 1 } };
}

function scalarOf(node: AST.TOMLValue, text: string): ScalarNode {
  const [start, end] = node.range;
  if (node.kind !== 'string') return scalar(text.slice(start, end), start, end);
  const quotes = node.multiline ? 3 : 1;
  let from = start + quotes;
  // The line break right after the opening quotes is no part of the value.
  if (node.multiline) from += /^\r?\n/.exec(text.slice(from, from + 2))?.[0].length ?? 0;
  return scalar(node.value, from, Math.max(from, end - quotes));
}
