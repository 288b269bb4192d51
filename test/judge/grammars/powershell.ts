import type { Node } from '@vscode/tree-sitter-wasm';
import type { Grammar } from '../grammar.js';

/** The grammar wraps every value in a node for each level of operators. */
const levels = [
  'pipeline',
  'pipeline_chain',
  'logical_expression',
  'bitwise_expression',
  'comparison_expression',
  'additive_expression',
  'multiplicative_expression',
  'format_expression',
  'range_expression',
  'array_literal_expression',
  'unary_expression',
  'left_assignment_expression',
  'argument_expression',
  'logical_argument_expression',
  'bitwise_argument_expression',
  'comparison_argument_expression',
  'additive_argument_expression',
  'multiplicative_argument_expression',
  'format_argument_expression',
  'range_argument_expression',
  'argument_expression_list',
  'key_expression',
];
const only = (node: Node): Node | null => (node.namedChildCount === 1 ? node.namedChild(0) : null);

export const powershell: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm',
  path: 'sample.ps1',
  comments: ['comment'],
  strings: ['string_literal'],
  holes: ['sub_expression', 'variable'],
  blind: [],
  names: ['variable', 'simple_name', 'member_name'],
  members: { member_access: [0, -1] },
  indexes: {},
  wrappers: Object.fromEntries(levels.map((level) => [level, only])),
  calls: { invokation_expression: [0, 1] },
  pairs: { hash_entry: [0, 1] },
  argumentLists: ['argument_list'],
  bindings: { assignment_expression: [0, 'value'] },
  functions: ['script_block_expression', 'statement_block'],
  imports: () => [],
  kinds: ['named', 'binding'],
};
