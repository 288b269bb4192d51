import type { Node } from '@vscode/tree-sitter-wasm';
import { isPair, isPlainString, lastName, pathOf, pick, unquote, unwrap, type Grammar, type ImportUnit } from './grammar.js';
import { namedChildren } from './tree.js';
import type { Expected, Range, Unit } from './units.js';

/** What a grammar's tree says, in the units of the comparison. */
export function expectedOf(grammar: Grammar, root: Node): Expected {
  return new Walk(grammar).run(root);
}

export function importKey({ module, names, alias }: ImportUnit): string {
  return `${module}|${[...names].sort().join(',')}|${alias ?? ''}`;
}

class Walk {
  private readonly units: Unit[] = [];
  private readonly comments: Range[] = [];
  private readonly strings: Range[] = [];
  private readonly holes: Range[] = [];
  private readonly blind: Range[] = [];

  constructor(private readonly grammar: Grammar) {}

  run(root: Node): Expected {
    this.visit(root, undefined);
    const { comments, strings, holes, blind } = this;
    return { units: this.units, ranges: { comments, strings, holes, blind } };
  }

  /** `call` is the place of the last name of the call whose arguments are being visited. */
  private visit(node: Node, call: number | undefined): void {
    const { grammar } = this;
    const range = { start: node.startIndex, end: node.endIndex };
    if (grammar.blind.includes(node.type)) {
      this.blind.push(range);
      return;
    }
    if (grammar.comments.includes(node.type)) {
      this.comments.push(range);
      return;
    }
    if (grammar.leaveOut?.(node)) return;
    if (grammar.holes.includes(node.type)) this.holes.push(range);
    for (const unit of grammar.imports(node)) this.add('import', node.startIndex, importKey(unit));
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
    const last = this.strings.at(-1);
    if (last && node.endIndex <= last.end && !this.holes.some((hole) => hole.start >= last.start && hole.end >= node.endIndex)) return;
    this.strings.push({ start: node.startIndex, end: node.endIndex });
    if (!isPlainString(grammar, node)) return;
    const holder = this.holder(node);
    if (!holder) return;
    const pair = grammar.pairs[holder.type] ?? grammar.bindings[holder.type];
    if (pair) {
      const [key, value] = [pick(holder, pair[0]), unwrap(grammar, pick(holder, pair[1]))];
      if (!key || !value?.equals(node)) return;
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
    const target = pick(node, picks[0]);
    const value = unwrap(grammar, pick(node, picks[1]));
    const name = target && pathOf(grammar, target);
    if (!name || !value) return;
    const key = this.valueKey(value);
    if (key !== undefined) this.add('binding', target.startIndex, `${name}=${key}`);
  }

  private valueKey(value: Node): string | undefined {
    const { grammar } = this;
    if (isPlainString(grammar, value)) return `string ${String(value.startIndex)}`;
    const called = grammar.calls[value.type];
    if (called === undefined || !(grammar.isCall?.(value) ?? true)) return undefined;
    const name = lastName(grammar, isPair(called) ? pick(value, called[1]) : pick(value, called));
    return name ? `call ${String(name.startIndex)}` : undefined;
  }
}
