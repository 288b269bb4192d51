import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function selected(node: Node): string {
  const name = node.childForFieldName('name')?.text ?? node.text;
  const alias = node.childForFieldName('alias')?.text ?? name;
  return alias === name ? name : `${name}=${alias}`;
}

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'import_declaration') return [];
  const path = node.childForFieldName('path')?.text ?? '';
  const selectors = child(node, 'import_selectors');
  if (selectors) return [{ module: path, names: namedChildren(selectors).map(selected) }];
  if (child(node, 'wildcard')) return [{ module: path, names: ['*'] }];
  const cut = path.lastIndexOf('.');
  return [{ module: cut === -1 ? path : path.slice(0, cut), names: [path.slice(cut + 1)] }];
}

export const scala: Grammar = {
  wasm: 'tree-sitter-wasms/out/tree-sitter-scala.wasm',
  path: 'sample.scala',
  comments: ['comment', 'block_comment'],
  strings: ['string_transform_expression', 'string'],
  holes: ['interpolation'],
  blind: [],
  names: ['identifier', 'type_identifier', 'this'],
  members: { field_expression: ['value', 'field'], stable_identifier: [0, -1] },
  indexes: {},
  wrappers: { generic_function: 'function', generic_type: 0, parenthesized_expression: 0, instance_expression: 0 },
  calls: { call_expression: 'function' },
  isCall: (node) => node.childForFieldName('arguments')?.type === 'arguments',
  pairs: {
    assignment_expression: [
      (node) => (node.parent?.type === 'arguments' ? node.childForFieldName('left') : null),
      'right',
    ],
  },
  argumentLists: ['arguments'],
  bindings: {
    val_definition: ['pattern', 'value'],
    var_definition: ['pattern', 'value'],
    class_parameter: ['name', 'default_value'],
    parameter: ['name', 'default_value'],
  },
  functions: ['lambda_expression', 'block', 'template_body'],
  imports,
};
