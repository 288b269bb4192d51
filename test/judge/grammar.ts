import type { Node } from '@vscode/tree-sitter-wasm';
import { namedChildren } from './tree.js';
import type { UnitKind } from './units.js';

/** A child by its field, or by its number among the named children (from the end when negative). */
export type Pick = string | number | ((node: Node) => Node | null);

export interface ImportUnit {
  readonly module: string;
  /** `name` or `name=alias`. */
  readonly names: readonly string[];
  readonly alias?: string;
}

/** What the judge has to know of a tree-sitter grammar: which of its nodes are the facts that the product reads. */
export interface Grammar {
  readonly wasm: string;
  /** Name under which the text is read, for its extension. */
  readonly path: string;
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** Code inside strings. */
  readonly holes: readonly string[];
  /** Variables in strings that the product leaves in the text. */
  readonly textHoles?: readonly string[];
  /** Elements of markup: their own words are neither code nor string, what stands in them may be. */
  readonly markup?: readonly string[];
  /** Not compared: text that is neither code nor string, and what the grammar itself does not look into. */
  readonly blind: readonly string[];
  /** Leaves that are names. */
  readonly names: readonly string[];
  /** `object.property`; the object may be missing. */
  readonly members: Readonly<Record<string, readonly [Pick, Pick]>>;
  /** `object[index]` */
  readonly indexes: Readonly<Record<string, readonly [Pick, Pick]>>;
  /** Nodes that stand for one of their children: brackets, `await`, casts, type arguments. */
  readonly wrappers: Readonly<Record<string, Pick>>;
  /** Calls: what is called, or the object and the name. */
  readonly calls: Readonly<Record<string, Pick | readonly [Pick, Pick]>>;
  /** Of the calls, those that the product reads as such. */
  readonly isCall?: (node: Node) => boolean;
  /** `key: value` and `name = value` as entry or argument. */
  readonly pairs: Readonly<Record<string, readonly [Pick, Pick]>>;
  /** Nodes whose direct strings are arguments without a name. */
  readonly argumentLists: readonly string[];
  /** `name = value` as a statement, a field or a parameter. */
  readonly bindings: Readonly<Record<string, readonly [Pick, Pick]>>;
  /** What stands inside one of these is no longer an argument of the call around it. */
  readonly functions: readonly string[];
  readonly imports: (node: Node) => readonly ImportUnit[];
  /** The facts that the grammar tells; all of them when it does not say. */
  readonly kinds?: readonly UnitKind[];
  /** What the product makes of the text of a name. */
  readonly nameText?: (node: Node) => string;
}

export function pick(node: Node, how: Pick): Node | null {
  if (typeof how === 'string') return node.childForFieldName(how);
  if (typeof how === 'function') return how(node);
  return namedChildren(node).at(how) ?? null;
}

/** The first child of one of these types. */
export function child(node: Node, ...types: string[]): Node | null {
  return namedChildren(node).find((one) => types.includes(one.type)) ?? null;
}

export function unquote(text: string): string {
  return /^(["'`])[\s\S]*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** The value behind brackets, `await` and the like. */
export function unwrap(grammar: Grammar, node: Node | null): Node | null {
  let at = node;
  while (at) {
    const how = grammar.wrappers[at.type];
    if (how === undefined) return at;
    at = pick(at, how);
  }
  return null;
}

/** The dotted name of an expression; parts that are no name are left out. */
export function pathOf(grammar: Grammar, node: Node | null): string {
  const at = unwrap(grammar, node);
  if (!at) return '';
  if (grammar.names.includes(at.type)) return cleanName(grammar.nameText?.(at) ?? at.text);
  const called = grammar.calls[at.type];
  if (called !== undefined) {
    return isPair(called)
      ? dotted(grammar, pick(at, called[0]), pick(at, called[1]))
      : pathOf(grammar, pick(at, called));
  }
  const member = grammar.members[at.type];
  if (member) return dotted(grammar, pick(at, member[0]), pick(at, member[1]));
  const index = grammar.indexes[at.type];
  if (index) {
    const key = unwrap(grammar, pick(at, index[1]));
    const object = pathOf(grammar, pick(at, index[0]));
    return key && (key.type === 'simple_symbol' || isPlainString(grammar, key))
      ? `${object}.${unquote(key.text).replace(/^:/, '')}`
      : `${object}[]`;
  }
  return '';
}

export function isPair<T>(value: T | readonly [T, T]): value is readonly [T, T] {
  return Array.isArray(value);
}

function dotted(grammar: Grammar, object: Node | null, property: Node | null): string {
  const before = object ? pathOf(grammar, object) : '';
  const last = property ? pathOf(grammar, property) : '';
  return before === '' || last === '' ? before + last : `${before}.${last}`;
}

/** As the product writes names: without sigils, with dots. */
function cleanName(text: string): string {
  return text
    .replace(/^[$@]+(?=[A-Za-z_])/, '')
    .replace(/^\\/, '')
    .replace(/\\|::/g, '.')
    .replace(/^`(.*)`$/, '$1');
}

/** The last name of what is called. */
export function lastName(grammar: Grammar, node: Node | null): Node | null {
  const at = unwrap(grammar, node);
  if (!at) return null;
  if (grammar.names.includes(at.type)) return at;
  const called = grammar.calls[at.type];
  if (called !== undefined) return lastName(grammar, pick(at, isPair(called) ? called[1] : called));
  const member = grammar.members[at.type];
  if (member) return lastName(grammar, pick(at, member[1]));
  const index = grammar.indexes[at.type];
  return index ? lastName(grammar, pick(at, index[0])) : null;
}

export function isPlainString(grammar: Grammar, node: Node): boolean {
  // The text of a heredoc stands elsewhere.
  return grammar.strings.includes(node.type) && node.type !== 'heredoc_beginning' && !hasHole(grammar, node);
}

function hasHole(grammar: Grammar, node: Node): boolean {
  const holes = [...grammar.holes, ...(grammar.textHoles ?? [])];
  return namedChildren(node).some((one) => holes.includes(one.type) || hasHole(grammar, one));
}
