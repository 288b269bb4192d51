import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, type ListNode, MAX_DEPTH, type MapNode, type ScalarNode, scalar } from '../tree.js';
import { plainEnd, readQuoted } from './yamlScalars.js';
import type { YamlSource } from './yamlSource.js';

interface Open {
  readonly node: MapNode | ListNode;
  key: ScalarNode | undefined;
  colon: boolean;
}

/** `{ a: 1, b: [x, y] }`, over one or more lines. A loop with its own stack, so that nesting cannot exhaust the call stack. */
export function readFlow(
  source: YamlSource,
  start: number,
  parentIndent: number,
  out: FactsBuilder,
): { readonly node: ConfigNode; readonly end: number } {
  const { text } = source;
  const stack: Open[] = [];
  let root: ConfigNode | undefined;
  let skipped = 0;
  let at = start;

  const place = (node: ConfigNode): void => {
    const open = stack[stack.length - 1];
    if (!open) root ??= node;
    else if (open.node.kind === 'list') {
      // `[a: 1]` is a list of one-entry maps; the entry is what matters.
      if (open.key)
        open.node.items.push({ kind: 'map', entries: [{ key: open.key.value, keySpan: open.key.span, value: node }] });
      else open.node.items.push(node);
    } else if (open.key) open.node.entries.push({ key: open.key.value, keySpan: open.key.span, value: node });
    if (open) {
      open.key = undefined;
      open.colon = false;
    }
  };
  const endEntry = (open: Open | undefined): void => {
    if (open?.key) place(scalar('', open.key.span.end, open.key.span.end));
  };
  const placeScalar = (node: ScalarNode, end: number): void => {
    const open = stack[stack.length - 1];
    const colonAt = source.skipSpaces(end);
    if (open && !open.colon && text[colonAt] === ':') {
      open.key = node;
      open.colon = true;
      at = colonAt + 1;
    } else if (open?.node.kind === 'map' && !open.colon) {
      open.key = node;
      at = end;
    } else {
      place(node);
      at = end;
    }
  };

  while (at < text.length) {
    const char = text[at] as string;
    const open = stack[stack.length - 1];
    if (char === ' ' || char === '\t' || char === '\r') at++;
    else if (char === '\n') {
      const next = nextInFlow(source, at + 1);
      const closes = text[next] === ']' || text[next] === '}';
      if (next === text.length || (source.column(next) <= parentIndent && !closes) || source.isDocumentMark(next))
        break;
      at = next;
    } else if (char === '#' && source.isBlank(at - 1)) at = source.lineEnd(at);
    else if (char === '{' || char === '[') {
      if (stack.length >= MAX_DEPTH) {
        out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
        skipped++;
      } else {
        const node: MapNode | ListNode = char === '{' ? { kind: 'map', entries: [] } : { kind: 'list', items: [] };
        place(node);
        stack.push({ node, key: undefined, colon: false });
      }
      at++;
    } else if (char === '}' || char === ']') {
      at++;
      if (skipped > 0) skipped--;
      else {
        endEntry(open);
        stack.pop();
        if (stack.length === 0) return { node: root as ConfigNode, end: at };
      }
    } else if (char === ',') {
      if (skipped === 0) endEntry(open);
      at++;
    } else if (char === ':' && open?.key && !open.colon) {
      open.colon = true;
      at++;
    } else if (char === '"' || char === "'") {
      const read = readQuoted(source, at, parentIndent);
      if (skipped > 0) at = read.end;
      else placeScalar(read.node, read.end);
    } else {
      const end = Math.max(plainEnd(source, at, true), at + 1);
      if (skipped > 0) at = end;
      else placeScalar(scalar(source.original.slice(at, end), at, end), end);
    }
  }
  if (!source.isTemplate) out.notRead('not valid YAML: a bracket is not closed');
  endEntry(stack[stack.length - 1]);
  return { node: root as ConfigNode, end: Math.max(start, Math.min(at, text.length) - 1) };
}

/** The first character of content from a line start, past blank lines and comments. */
function nextInFlow(source: YamlSource, lineStart: number): number {
  let at = lineStart;
  for (;;) {
    at = source.skipSpaces(at);
    if (source.text[at] === '#') at = source.lineEnd(at);
    if (source.text[at] !== '\n' && source.text[at] !== '\r') return Math.min(at, source.text.length);
    at++;
  }
}
