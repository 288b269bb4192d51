import type { Node } from '@vscode/tree-sitter-wasm';
import { pathOf, unquote, type Grammar, type ImportUnit } from '../grammar.js';

function imports(node: Node): ImportUnit[] {
  if (node.type !== 'import_spec') return [];
  const module = unquote(node.childForFieldName('path')?.text ?? '');
  return [{ module, names: [], alias: node.childForFieldName('name')?.text ?? packageName(module) }];
}

/** The name by which Go code knows a package, as far as its path tells. */
function packageName(module: string): string {
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
  return (parts.at(-1) ?? module)
    .replace(/\.v\d+$/, '')
    .replace(/^go-/, '')
    .replace(/(?:-sdk)?[-.]go$/, '')
    .replaceAll('-', '');
}

const one = (field: string) => (node: Node) => {
  const list = node.childForFieldName(field);
  if (list?.type !== 'expression_list') return list;
  return list.namedChild(0);
};

function elementType(type: Node | null): Node | null {
  if (type?.type === 'map_type') return elementType(type.childForFieldName('value'));
  if (type && /^(?:slice|array|implicit_length_array)_type$/.test(type.type))
    return elementType(type.childForFieldName('element'));
  return type?.type === 'pointer_type' ? type.namedChild(0) : type;
}

export const go: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
  path: 'sample.go',
  comments: ['comment'],
  strings: ['interpreted_string_literal', 'raw_string_literal'],
  holes: [],
  blind: [],
  names: ['identifier', 'field_identifier', 'type_identifier', 'package_identifier'],
  members: { selector_expression: ['operand', 'field'], qualified_type: ['package', 'name'] },
  indexes: { index_expression: ['operand', 'index'] },
  wrappers: { parenthesized_expression: 0, unary_expression: 0, literal_element: 0, generic_type: 0 },
  // `[]T{…}` and `map[K]T{…}` build values of T.
  calls: {
    call_expression: 'function',
    composite_literal: (node) => elementType(node.childForFieldName('type')),
    type_conversion_expression: (node) => elementType(node.childForFieldName('type')),
  },
  isCall: (node) => {
    const callee = node.childForFieldName('function');
    if (node.type === 'type_conversion_expression') return true;
    if (callee) return callee.type !== 'parenthesized_expression';
    return /(?:^|\.)[A-Z]\w*$/.test(pathOf(go, node));
  },
  pairs: { keyed_element: ['key', 'value'] },
  argumentLists: ['argument_list'],
  bindings: {
    short_var_declaration: [one('left'), one('right')],
    assignment_statement: [one('left'), one('right')],
    var_spec: ['name', one('value')],
    const_spec: ['name', one('value')],
  },
  functions: ['func_literal', 'block'],
  imports,
};
