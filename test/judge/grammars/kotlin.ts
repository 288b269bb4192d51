import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'import_header') return [];
  const path = node.namedChild(0)?.text ?? '';
  if (child(node, 'wildcard_import')) return [{ module: path, names: ['*'] }];
  const cut = path.lastIndexOf('.');
  const name = path.slice(cut + 1);
  const alias = child(node, 'import_alias')?.namedChild(0)?.text ?? name;
  return [{ module: cut === -1 ? path : path.slice(0, cut), names: [alias === name ? name : `${name}=${alias}`] }];
}

const hasEquals = (node: Node): boolean => node.children.some((one) => one?.text === '=');
const lastIfEquals = (node: Node): Node | null => (hasEquals(node) ? (namedChildren(node).at(-1) ?? null) : null);

/** A block alone is what a class is given, or one of the calls by which SDKs are asked; elsewhere it is code. */
const takesBlock =
  /^(?:[a-z]\w*\.)*[A-Z]\w*(?:\.(?:fromEnvironment|invoke))?$|\.(?:create|chat|stream|invoke[A-Z]\w*|converse(?:Stream)?)$/;

function isGiven(node: Node): boolean {
  const suffix = child(node, 'call_suffix') ?? node;
  if (node.type === 'constructor_invocation' || child(suffix, 'value_arguments') !== null) return true;
  return child(suffix, 'annotated_lambda') !== null && takesBlock.test(node.namedChild(0)?.text ?? '');
}

export const kotlin: Grammar = {
  wasm: 'tree-sitter-wasms/out/tree-sitter-kotlin.wasm',
  path: 'sample.kt',
  comments: ['line_comment', 'multiline_comment'],
  strings: ['string_literal'],
  holes: ['interpolated_expression', 'interpolated_identifier'],
  blind: ['shebang_line'],
  names: ['simple_identifier', 'type_identifier', 'this_expression', 'super_expression'],
  members: {
    navigation_expression: [0, (node) => node.lastNamedChild?.lastNamedChild ?? null],
    directly_assignable_expression: [(node) => (node.namedChildCount > 1 ? node.namedChild(0) : null), -1],
    navigation_suffix: [() => null, -1],
    user_type: [() => null, (node) => namedChildren(node).findLast((one) => one.type === 'type_identifier') ?? null],
  },
  indexes: { indexing_expression: [0, (node) => node.namedChild(1)?.namedChild(0) ?? null] },
  wrappers: { parenthesized_expression: 0, postfix_expression: 0, as_expression: 0, variable_declaration: 0 },
  calls: { call_expression: 0, constructor_invocation: 0, enum_entry: 0 },
  isCall: (node) =>
    isGiven(node) &&
    node.namedChild(0)?.type !== 'parenthesized_expression' &&
    node.namedChild(0)?.type !== 'lambda_literal',
  pairs: { value_argument: [(node) => (hasEquals(node) ? node.namedChild(0) : node), -1] },
  argumentLists: [],
  bindings: {
    property_declaration: [(node) => child(node, 'variable_declaration'), lastIfEquals],
    assignment: [
      (node) => (node.namedChild(0)?.lastNamedChild?.type === 'indexing_suffix' ? null : node.namedChild(0)),
      -1,
    ],
    class_parameter: [(node) => child(node, 'simple_identifier'), lastIfEquals],
  },
  functions: ['lambda_literal', 'anonymous_function', 'class_body', 'function_body', 'object_literal'],
  imports,
};
