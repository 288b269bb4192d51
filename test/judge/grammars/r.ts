import type { Grammar } from '../grammar.js';

const assigns = new Set(['<-', '<<-', '=']);

export const r: Grammar = {
  wasm: '@davisvaughan/tree-sitter-r/tree-sitter-r.wasm',
  path: 'sample.r',
  comments: ['comment'],
  strings: ['string'],
  holes: [],
  blind: [],
  names: ['identifier'],
  members: { extract_operator: ['lhs', 'rhs'], namespace_operator: ['lhs', 'rhs'] },
  indexes: { subset: ['function', () => null], subset2: ['function', () => null] },
  wrappers: { parenthesized_expression: 0 },
  calls: { call: 'function' },
  pairs: { argument: [(node) => node.childForFieldName('name') ?? node, 'value'] },
  argumentLists: [],
  bindings: {
    binary_operator: [
      (node) => (assigns.has(node.childForFieldName('operator')?.text ?? '') ? node.childForFieldName('lhs') : null),
      'rhs',
    ],
    parameter: ['name', 'default'],
  },
  functions: ['function_definition'],
  imports: () => [],
};
