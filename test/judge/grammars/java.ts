import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'import_declaration') return [];
  const path = node.namedChild(0)?.text ?? '';
  if (child(node, 'asterisk')) return [{ module: path, names: ['*'] }];
  const cut = path.lastIndexOf('.');
  return [{ module: cut === -1 ? path : path.slice(0, cut), names: [path.slice(cut + 1)] }];
}

export const java: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm',
  path: 'Sample.java',
  comments: ['line_comment', 'block_comment'],
  strings: ['string_literal'],
  holes: ['string_interpolation'],
  blind: [],
  names: ['identifier', 'type_identifier', 'class_literal', 'this', 'super'],
  members: {
    field_access: ['object', 'field'],
    scoped_identifier: ['scope', 'name'],
    scoped_type_identifier: [0, -1],
  },
  indexes: { array_access: ['array', 'index'] },
  wrappers: { parenthesized_expression: 0, generic_type: 0, cast_expression: 'value' },
  calls: {
    method_invocation: ['object', 'name'],
    object_creation_expression: 'type',
    annotation: 'name',
    explicit_constructor_invocation: 'constructor',
    enum_constant: 'name',
  },
  isCall: (node) => node.type !== 'enum_constant' || node.childForFieldName('arguments') !== null,
  pairs: { element_value_pair: ['key', 'value'] },
  argumentLists: ['argument_list', 'annotation_argument_list'],
  bindings: { variable_declarator: ['name', 'value'], assignment_expression: ['left', 'right'] },
  functions: ['lambda_expression', 'class_body'],
  imports,
};
