import type { Node } from '@vscode/tree-sitter-wasm';
import type { Grammar } from '../grammar.js';

/** `X.new`, `X.configure do` and the first call of `X.chat.ask`: a method of a constant without brackets. */
function isBareCall(node: Node): boolean {
  const receiver = node.childForFieldName('receiver');
  const method = node.childForFieldName('method')?.text ?? '';
  if (receiver?.type !== 'constant' && receiver?.type !== 'scope_resolution') return false;
  if (!/^[a-z]\w*$/.test(method)) return false;
  const { parent } = node;
  const goesOn = parent?.type === 'call' && parent.childForFieldName('receiver')?.id === node.id;
  return method === 'new' || node.childForFieldName('block') !== null || goesOn;
}

export const ruby: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-ruby.wasm',
  path: 'sample.rb',
  comments: ['comment'],
  strings: ['string', 'heredoc_body', 'heredoc_beginning', 'subshell', 'chained_string'],
  holes: ['interpolation'],
  blind: ['heredoc_end', 'string_array', 'symbol_array', 'regex', 'delimited_symbol', 'character', 'uninterpreted'],
  names: [
    'identifier',
    'constant',
    'instance_variable',
    'class_variable',
    'global_variable',
    'self',
    'super',
    'hash_key_symbol',
    'simple_symbol',
  ],
  members: { scope_resolution: ['scope', 'name'] },
  indexes: { element_reference: ['object', 1] },
  wrappers: { parenthesized_statements: 0 },
  calls: { call: ['receiver', 'method'] },
  isCall: (node) =>
    (node.childForFieldName('arguments') !== null || isBareCall(node)) &&
    node.childForFieldName('method')?.text !== 'raise',
  pairs: { pair: ['key', 'value'], keyword_parameter: ['name', 'value'] },
  argumentLists: ['argument_list'],
  bindings: {
    assignment: ['left', 'right'],
    operator_assignment: ['left', 'right'],
    optional_parameter: ['name', 'value'],
  },
  functions: ['block', 'do_block', 'lambda'],
  imports: () => [],
};
