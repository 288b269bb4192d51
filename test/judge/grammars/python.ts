import type { Node } from '@vscode/tree-sitter-wasm';
import { child, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function aliased(node: Node): string {
  const name = node.childForFieldName('name');
  const alias = node.childForFieldName('alias');
  return name && alias && name.text !== alias.text ? `${name.text}=${alias.text}` : (name ?? node).text;
}

function imports(node: Node): ImportUnit[] {
  if (node.type === 'import_statement') {
    return namedChildren(node).map((one) => {
      const [module = '', alias = module] = aliased(one).split('=');
      return { module, names: [], alias };
    });
  }
  if (node.type === 'future_import_statement')
    return [{ module: '__future__', names: namedChildren(node).map(aliased) }];
  if (node.type !== 'import_from_statement') return [];
  const module = node.childForFieldName('module_name');
  const names = node
    .childrenForFieldName('name')
    .filter((one): one is Node => one !== null)
    .map(aliased);
  return [{ module: module?.text ?? '', names: child(node, 'wildcard_import') ? ['*'] : names }];
}

export const python: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
  path: 'sample.py',
  comments: ['comment'],
  strings: ['concatenated_string', 'string'],
  holes: ['interpolation'],
  blind: [],
  names: ['identifier'],
  members: { attribute: ['object', 'attribute'] },
  indexes: { subscript: ['value', 'subscript'] },
  wrappers: { await: 0, parenthesized_expression: 0 },
  calls: { call: 'function' },
  pairs: { keyword_argument: ['name', 'value'], pair: ['key', 'value'] },
  argumentLists: ['argument_list'],
  bindings: {
    assignment: ['left', 'right'],
    named_expression: ['name', 'value'],
    default_parameter: ['name', 'value'],
    typed_default_parameter: ['name', 'value'],
    as_pattern: [(node) => child(node, 'as_pattern_target')?.namedChild(0) ?? null, 0],
  },
  functions: ['lambda', 'function_definition'],
  imports,
};
