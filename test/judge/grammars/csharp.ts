import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'using_directive') return [];
  const alias = node.childForFieldName('name')?.text;
  const module = namedChildren(node).at(-1)?.text ?? '';
  if (alias === undefined) return [{ module, names: ['*'] }];
  const last = module.slice(module.lastIndexOf('.') + 1);
  return [{ module, names: [last === alias ? last : `${last}=${alias}`], alias }];
}

/** The value of `name = value` has no field of its own. */
const initializer = (node: Node): Node | null =>
  node.namedChildCount > 1 ? (namedChildren(node).at(-1) ?? null) : null;

/** `{ Name = value }` of an object, `[Attribute(Name = value)]`: an entry, no assignment. */
const isEntry = (node: Node): boolean =>
  /^(?:initializer_expression|attribute_argument)$/.test(node.parent?.type ?? '');

/** `Key = value`, `["key"] = value`. */
function entryKey(node: Node): Node | null {
  const left = node.childForFieldName('left');
  return left?.type === 'element_binding_expression' ? (left.namedChild(0)?.namedChild(0) ?? null) : left;
}

export const csharp: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm',
  path: 'Sample.cs',
  comments: ['comment', 'preproc_region', 'preproc_endregion', 'preproc_pragma', 'preproc_nullable'],
  strings: ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'],
  holes: ['interpolation'],
  blind: ['preproc_if', 'preproc_else', 'preproc_elif', 'preproc_define'],
  names: ['identifier', 'this', 'base', 'predefined_type'],
  members: {
    member_access_expression: [(node) => node.childForFieldName('expression') ?? node.child(0), 'name'],
    qualified_name: ['qualifier', 'name'],
    alias_qualified_name: [() => null, 'name'],
    conditional_access_expression: ['condition', (node) => namedChildren(node).at(-1) ?? null],
    member_binding_expression: [() => null, 'name'],
  },
  indexes: {
    element_access_expression: [
      'expression',
      (node) => child(node, 'bracketed_argument_list')?.namedChild(0)?.namedChild(0) ?? null,
    ],
  },
  wrappers: {
    typeof_expression: 0,
    await_expression: 0,
    parenthesized_expression: 0,
    postfix_unary_expression: 0,
    generic_name: 0,
    cast_expression: 'value',
    as_expression: 'left',
  },
  calls: {
    invocation_expression: 'function',
    object_creation_expression: 'type',
    attribute: 'name',
    primary_constructor_base_type: 0,
    base_list: 0,
    constructor_initializer: (node) => node.child(1),
  },
  isCall: (node) =>
    (node.type !== 'attribute' || child(node, 'attribute_argument_list') !== null) &&
    (node.type !== 'base_list' || child(node, 'argument_list') !== null),
  pairs: {
    argument: [(node) => node.childForFieldName('name') ?? (node.parent?.type === 'argument_list' ? node : null), -1],
    attribute_argument: [(node) => (node.namedChildCount > 1 ? node.namedChild(0) : node), -1],
    assignment_expression: [entryKey, 'right'],
  },
  argumentLists: [],
  bindings: {
    variable_declarator: ['name', initializer],
    property_declaration: ['name', 'value'],
    assignment_expression: [(node) => (isEntry(node) ? null : node.childForFieldName('left')), 'right'],
    parameter: ['name', (node) => (node.children.some((one) => one?.text === '=') ? initializer(node) : null)],
  },
  functions: ['lambda_expression', 'implicit_object_creation_expression', 'anonymous_method_expression', 'block'],
  imports,
};
