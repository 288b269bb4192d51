import type { Node } from '@vscode/tree-sitter-wasm';
import { child, unquote, type Grammar, type ImportUnit } from '../grammar.js';

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'import_specification') return [];
  const module = unquote(child(node, 'configurable_uri', 'uri')?.text ?? '');
  const alias = child(node, 'identifier')?.text;
  return [alias === undefined ? { module, names: ['*'] } : { module, names: [], alias }];
}

export const dart: Grammar = {
  wasm: 'tree-sitter-wasms/out/tree-sitter-dart.wasm',
  path: 'sample.dart',
  comments: ['comment', 'documentation_comment'],
  strings: ['string_literal'],
  holes: ['template_substitution'],
  blind: [],
  names: ['identifier', 'this'],
  members: {},
  indexes: {},
  wrappers: {},
  calls: {},
  pairs: { named_argument: [(node) => child(node, 'label')?.namedChild(0) ?? null, -1], pair: ['key', 'value'] },
  argumentLists: ['argument'],
  bindings: {
    initialized_variable_definition: [
      'name',
      (node) => (node.childrenForFieldName('value').length === 1 ? node.childForFieldName('value') : null),
    ],
    initialized_identifier: [0, (node) => (node.namedChildCount === 2 ? node.namedChild(1) : null)],
  },
  functions: [],
  imports,
  // The grammar lays a chain of calls out flat: it tells no calls.
  kinds: ['import', 'named', 'binding'],
};
