import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function clause(node: Node, prefix: string): ImportUnit {
  const path = (prefix + (child(node, 'qualified_name', 'name')?.text ?? '')).replaceAll('\\', '.').replace(/^\./, '');
  const cut = path.lastIndexOf('.');
  const name = path.slice(cut + 1);
  const alias = node.childForFieldName('alias')?.text;
  return {
    module: cut === -1 ? path : path.slice(0, cut),
    names: [alias === undefined || alias === name ? name : `${name}=${alias}`],
  };
}

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'namespace_use_declaration') return [];
  const group = child(node, 'namespace_use_group');
  if (!group)
    return namedChildren(node)
      .filter((one) => one.type === 'namespace_use_clause')
      .map((one) => clause(one, ''));
  const module = (child(node, 'namespace_name')?.text ?? '').replaceAll('\\', '.');
  return [{ module, names: namedChildren(group).flatMap((one) => clause(one, '').names) }];
}

export const php: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-php.wasm',
  path: 'sample.php',
  comments: ['comment'],
  strings: ['string', 'encapsed_string', 'heredoc', 'nowdoc'],
  holes: [
    'variable_name',
    'subscript_expression',
    'member_access_expression',
    'member_call_expression',
    'dynamic_variable_name',
  ],
  blind: ['text', 'php_tag', 'php_end_tag', 'text_interpolation', 'heredoc_end'],
  names: ['name', 'variable_name', 'relative_scope', 'qualified_name', 'namespace_name'],
  members: {
    member_access_expression: ['object', 'name'],
    nullsafe_member_access_expression: ['object', 'name'],
    scoped_property_access_expression: ['scope', 'name'],
    class_constant_access_expression: [0, -1],
  },
  indexes: { subscript_expression: [0, 1] },
  wrappers: { parenthesized_expression: 0 },
  calls: {
    function_call_expression: 'function',
    member_call_expression: ['object', 'name'],
    nullsafe_member_call_expression: ['object', 'name'],
    scoped_call_expression: ['scope', 'name'],
    object_creation_expression: 0,
    attribute: 0,
  },
  isCall: (node) =>
    child(node, 'arguments') !== null &&
    node.childForFieldName('function')?.type !== 'parenthesized_expression' &&
    (node.childForFieldName('name')?.type ?? 'name') === 'name',
  pairs: { array_element_initializer: [0, 1], argument: [(node) => node.childForFieldName('name') ?? node, -1] },
  argumentLists: [],
  bindings: {
    assignment_expression: ['left', 'right'],
    const_element: [0, 1],
    property_element: ['name', 'default_value'],
    simple_parameter: ['name', 'default_value'],
    property_promotion_parameter: ['name', 'default_value'],
  },
  functions: [
    'anonymous_function',
    'arrow_function',
    'anonymous_function_creation_expression',
    'compound_statement',
    'declaration_list',
  ],
  imports,
};
