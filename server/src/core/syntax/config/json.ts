import { createScanner, type SyntaxKind } from 'jsonc-parser';
import type { FactsBuilder } from './factsBuilder.js';
import { type ConfigNode, type ListNode, MAX_DEPTH, type MapNode, scalar } from './tree.js';

// The library's own enumeration is ambient and const, which a bundler that looks at one file cannot read.
const kind = {
  openBrace: 1 as SyntaxKind,
  closeBrace: 2 as SyntaxKind,
  openBracket: 3 as SyntaxKind,
  closeBracket: 4 as SyntaxKind,
  comma: 5 as SyntaxKind,
  colon: 6 as SyntaxKind,
  nullWord: 7 as SyntaxKind,
  string: 10 as SyntaxKind,
  end: 17 as SyntaxKind,
} as const;

interface Open {
  readonly node: MapNode | ListNode;
  key?: { readonly text: string; readonly start: number; readonly end: number };
  /** A colon was seen after the key. */
  colon: boolean;
}

/**
 * JSON, with comments and trailing commas, from the library's tokens. A loop with its own stack: no depth of nesting
 * can exhaust the call stack, and text that is no valid JSON keeps what stands before and after the mistake.
 */
export function parseJson(text: string, out: FactsBuilder): ConfigNode | undefined {
  const scanner = createScanner(text, true);
  const stack: Open[] = [];
  let root: ConfigNode | undefined;
  let skipped = 0;

  const place = (node: ConfigNode): void => {
    const open = stack[stack.length - 1];
    if (!open) root ??= node;
    else if (open.node.kind === 'list') open.node.items.push(node);
    else if (open.key) {
      open.node.entries.push({
        key: open.key.text,
        keySpan: { start: open.key.start, end: open.key.end },
        value: node,
      });
      delete open.key;
      open.colon = false;
    }
  };
  const endEntry = (open: Open | undefined): void => {
    if (!open?.key) return;
    const { end } = open.key;
    if (open.colon) place(scalar('', end, end));
    delete open.key;
    open.colon = false;
  };

  for (let token = scanner.scan(); token !== kind.end; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const open = stack[stack.length - 1];
    if (scanner.getTokenError() !== 0) out.notRead('not valid JSON: a string, number or comment is not closed');
    switch (token) {
      case kind.openBrace:
      case kind.openBracket: {
        if (stack.length >= MAX_DEPTH) {
          out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
          skipped++;
          break;
        }
        const node: MapNode | ListNode =
          token === kind.openBrace ? { kind: 'map', entries: [] } : { kind: 'list', items: [] };
        place(node);
        stack.push({ node, colon: false });
        break;
      }
      case kind.closeBrace:
      case kind.closeBracket: {
        if (skipped > 0) {
          skipped--;
          break;
        }
        endEntry(open);
        const wanted = token === kind.closeBrace ? 'map' : 'list';
        // A bracket that was never closed: close everything up to the one that this bracket belongs to.
        if (stack.some((one) => one.node.kind === wanted)) {
          while (stack.pop()?.node.kind !== wanted) out.notRead('not valid JSON: a bracket is not closed');
        }
        break;
      }
      case kind.comma:
        if (skipped === 0) endEntry(open);
        break;
      case kind.colon:
        if (open) open.colon = true;
        break;
      default: {
        if (skipped > 0) break;
        const isString = token === kind.string;
        const closed = scanner.getTokenError() === 0;
        const value = token === kind.nullWord ? '' : isString ? scanner.getTokenValue() : text.slice(start, end);
        const from = isString ? start + 1 : start;
        const to = isString && closed ? end - 1 : end;
        if (open?.node.kind === 'map' && !(open.key && open.colon)) {
          // JSON5 and what people write by hand leave the quotes out.
          if (isString || /^[\w$]+$/.test(value)) open.key = { text: value, start: from, end: to };
          else out.notRead('not valid JSON: a key without quotes');
        } else place(scalar(value, from, to));
      }
    }
  }
  if (stack.length > 0) out.notRead('not valid JSON: a bracket is not closed');
  while (stack.length > 0) {
    endEntry(stack[stack.length - 1]);
    stack.pop();
  }
  return root;
}
