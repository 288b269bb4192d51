import type { Node } from '@vscode/tree-sitter-wasm';
import {
  isPair,
  isPlainString,
  lastName,
  pathOf,
  pick,
  unquote,
  unwrap,
  type Grammar,
  type ImportUnit,
} from './grammar.js';
import { namedChildren } from './tree.js';
import type { Expected, TextClass, Unit } from './units.js';

/** What a grammar's tree says, in the units of the comparison. */
export function expectedOf(grammar: Grammar, root: Node, text: string): Expected {
  return new Walk(grammar, text).run(root);
}

export function importKey({ module, names, alias }: ImportUnit): string {
  return `${module}|${[...names].sort().join(',')}|${alias ?? ''}`;
}

class Walk {
  private readonly units: Unit[] = [];
  private readonly classes: TextClass[];
  private readonly blind = new Set<number>();

  constructor(
    private readonly grammar: Grammar,
    private readonly text: string,
  ) {
    this.classes = new Array<TextClass>(text.length).fill('code');
  }

  run(root: Node): Expected {
    this.visit(root, undefined);
    for (let at = 0; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      const joinsLines = code === 92 && /^\\\r?\n/.test(this.text.slice(at, at + 3));
      if (code <= 32 || code === 0xfeff || code === 0xa0 || joinsLines) this.classes[at] = 'unasked';
    }
    return { units: this.units, classes: this.classes, isBlind: (at) => this.blind.has(at) };
  }

  private paint(node: Node, as: TextClass): void {
    this.classes.fill(as, node.startIndex, node.endIndex);
  }

  private isInString(node: Node): boolean {
    for (let at = node.parent, steps = 0; at && steps < 3; at = at.parent, steps++)
      if (this.grammar.strings.includes(at.type)) return true;
    return false;
  }

  /** A hole's own marks are neither code nor string: some grammars count them in, some do not. */
  private paintHole(node: Node): void {
    let [start, end] = [node.startIndex, node.endIndex];
    // Backquotes of a shell are not looked into.
    if (this.text[start] === '`') return;
    while (node.startIndex - start < 2 && '${#(\\'.includes(this.text.charAt(start - 1) || ' ')) start--;
    if ('})'.includes(this.text.charAt(end) || ' ')) end++;
    this.classes.fill('unasked', start, end);
    for (const one of namedChildren(node)) if (one.type !== 'interpolation_brace') this.paint(one, 'code');
  }

  /** `call` is the place of the last name of the call whose arguments are being visited. */
  private visit(node: Node, call: number | undefined): void {
    const { grammar } = this;
    if (grammar.blind.includes(node.type)) {
      this.paint(node, 'unasked');
      for (let at = node.startIndex; at < node.endIndex; at++) this.blind.add(at);
      return;
    }
    if (grammar.comments.includes(node.type)) {
      this.paint(node, 'comment');
      return;
    }
    if (grammar.holes.includes(node.type) && this.isInString(node)) this.paintHole(node);
    if (grammar.markup?.includes(node.type)) this.paint(node, 'unasked');
    else if (node.parent && grammar.markup?.includes(node.parent.type) && node.type.startsWith('jsx'))
      this.paint(node, 'code');
    for (const unit of grammar.imports(node)) this.add('import', -1, importKey(unit));
    let inner = grammar.functions.includes(node.type) ? undefined : call;
    if (grammar.strings.includes(node.type)) this.string(node, call);
    this.binding(node);
    const called = grammar.calls[node.type];
    const callee = called === undefined ? null : isPair(called) ? pick(node, called[1]) : pick(node, called);
    if (called !== undefined && (grammar.isCall?.(node) ?? true)) {
      const name = lastName(grammar, callee);
      if (name) {
        this.add('call', name.startIndex, pathOf(grammar, node));
        inner = name.startIndex;
      }
    }
    // What is called stands outside the call's arguments.
    const object = called !== undefined && isPair(called) ? pick(node, called[0]) : null;
    for (const one of namedChildren(node)) {
      const isCallee = (callee && one.equals(callee)) || (object && one.equals(object));
      this.visit(one, isCallee ? call : inner);
    }
  }

  private add(kind: Unit['kind'], at: number, key: string): void {
    this.units.push({ kind, at, key });
  }

  private string(node: Node, call: number | undefined): void {
    const { grammar } = this;
    // Parts of a string of several parts.
    if (node.parent && grammar.strings.includes(node.parent.type)) return;
    this.paint(node, 'string');
    if (!isPlainString(grammar, node)) return;
    const holder = this.holder(node);
    if (!holder) return;
    const pair = grammar.pairs[holder.type] ?? grammar.bindings[holder.type];
    if (pair) {
      const [key, value] = [pick(holder, pair[0]), unwrap(grammar, pick(holder, pair[1]))];
      if (!key || key.type.endsWith('_pattern') || !value?.equals(node) || /^\d|\\|#\{/.test(unquote(key.text))) return;
      // An argument that is its own key has no name.
      this.add('named', node.startIndex, key.equals(holder) ? '' : pathOf(grammar, key) || unquote(key.text));
    } else if (grammar.argumentLists.includes(holder.type)) {
      this.add('named', node.startIndex, '');
    } else return;
    if (call !== undefined) this.add('argument', node.startIndex, String(call));
  }

  /** The nearest node around that is no mere wrapper. */
  private holder(node: Node): Node | null {
    let at = node.parent;
    while (at && this.grammar.wrappers[at.type] !== undefined) at = at.parent;
    return at;
  }

  private binding(node: Node): void {
    const { grammar } = this;
    const picks = grammar.bindings[node.type];
    if (!picks) return;
    const target = unwrap(grammar, pick(node, picks[0]));
    const value = unwrap(grammar, pick(node, picks[1]));
    const name = target && pathOf(grammar, target);
    if (!name || !value || grammar.calls[target.type] !== undefined) return;
    const key = this.valueKey(value);
    if (key !== undefined) this.add('binding', target.startIndex, `${name}=${key}`);
  }

  private valueKey(value: Node): string | undefined {
    const { grammar } = this;
    if (isPlainString(grammar, value)) return `string ${String(value.startIndex)}`;
    const called = grammar.calls[value.type];
    if (called === undefined || !(grammar.isCall?.(value) ?? true) || this.startsAtString(value)) return undefined;
    const name = lastName(grammar, isPair(called) ? pick(value, called[1]) : pick(value, called));
    return name ? `call ${String(name.startIndex)}` : undefined;
  }

  /** `"text".strip()`: the product keeps the text. */
  private startsAtString(node: Node): boolean {
    let at: Node | null = node;
    while (at && !this.grammar.strings.includes(at.type)) at = at.namedChild(0);
    return at !== null && at.startIndex === node.startIndex;
  }
}
