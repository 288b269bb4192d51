import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';

function imports(node: Node): ImportUnit[] {
  return node.type === 'import_declaration' ? [{ module: child(node, 'identifier')?.text ?? '', names: ['*'] }] : [];
}

export const swift: Grammar = {
  wasm: 'tree-sitter-wasms/out/tree-sitter-swift.wasm',
  path: 'sample.swift',
  comments: ['comment', 'multiline_comment'],
  strings: ['line_string_literal', 'multi_line_string_literal', 'raw_string_literal'],
  holes: ['interpolated_expression'],
  blind: [],
  names: ['simple_identifier', 'type_identifier', 'self_expression'],
  members: {
    navigation_expression: ['target', (node) => node.childForFieldName('suffix')?.childForFieldName('suffix') ?? null],
    user_type: [() => null, -1],
    // `.init(host: adres)`
    prefix_expression: [() => null, 'target'],
  },
  indexes: {},
  wrappers: {
    try_expression: 'expr',
    await_expression: 'expr',
    directly_assignable_expression: 0,
    pattern: 'bound_identifier',
    optional_chaining_marker: 0,
  },
  calls: { call_expression: 0 },
  isCall: (node) => child(child(node, 'call_suffix') ?? node, 'value_arguments')?.text.startsWith('(') === true,
  pairs: { value_argument: [(node) => node.childForFieldName('name')?.namedChild(0) ?? node, 'value'] },
  argumentLists: [],
  bindings: { property_declaration: ['name', 'value'], assignment: ['target', 'result'] },
  functions: ['lambda_literal', 'function_body', 'class_body'],
  imports,
};
