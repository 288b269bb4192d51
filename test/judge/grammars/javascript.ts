import type { Node } from '@vscode/tree-sitter-wasm';
import { unquote, type Grammar, type ImportUnit } from '../grammar.js';
import { namedChildren } from '../tree.js';

function specifier(node: Node): string {
  const name = node.childForFieldName('name')?.text ?? '';
  const alias = node.childForFieldName('alias')?.text;
  return alias === undefined || alias === name ? name : `${name}=${alias}`;
}

function imports(node: Node): ImportUnit[] {
  if (node.type === 'call_expression') return required(node);
  if (node.type !== 'import_statement' && node.type !== 'export_statement') return [];
  const source = node.childForFieldName('source');
  if (!source) return [];
  const names: string[] = [];
  let alias: string | undefined;
  for (const part of [...namedChildren(node), ...namedChildren(node).flatMap(namedChildren)]) {
    if (part.type === 'named_imports' || part.type === 'export_clause')
      names.push(...namedChildren(part).map(specifier));
    if (part.type === 'namespace_import' || part.type === 'namespace_export') alias = part.namedChild(0)?.text;
    if (part.type === 'identifier' && part.parent?.type === 'import_clause') names.push(`default=${part.text}`);
  }
  return [{ module: unquote(source.text), names, ...(alias !== undefined && { alias }) }];
}

/** `require('m')` and `import('m')` count as imports where their value is taken as it is. */
function required(node: Node): ImportUnit[] {
  const source = node.childForFieldName('arguments')?.namedChild(0);
  if (!/^(?:require|import)$/.test(node.childForFieldName('function')?.text ?? '') || source?.type !== 'string')
    return [];
  let holder = node.parent;
  while (holder && /^(?:await|parenthesized)_expression$/.test(holder.type)) holder = holder.parent;
  if (!holder || /^(?:member_expression|call_expression|subscript_expression)$/.test(holder.type)) return [];
  const target = holder.type === 'variable_declarator' ? holder.childForFieldName('name') : null;
  if (target?.type === 'identifier') return [{ module: unquote(source.text), names: [`default=${target.text}`] }];
  const names = target
    ? namedChildren(target).map((one) =>
        one.type === 'pair_pattern'
          ? `${one.childForFieldName('key')?.text ?? ''}=${one.childForFieldName('value')?.text ?? ''}`
          : one.text,
      )
    : [];
  return [{ module: unquote(source.text), names }];
}

export const javascript: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm',
  path: 'sample.js',
  comments: ['comment', 'html_comment', 'hash_bang_line'],
  strings: ['string', 'template_string', 'template_literal_type'],
  holes: ['template_substitution', 'template_type'],
  markup: ['jsx_element', 'jsx_self_closing_element', 'jsx_opening_element'],
  blind: ['jsx_text', 'jsx_closing_element', 'html_character_reference'],
  names: [
    'import',
    'identifier',
    'property_identifier',
    'private_property_identifier',
    'type_identifier',
    'this',
    'super',
    'shorthand_property_identifier',
  ],
  members: { member_expression: ['object', 'property'], nested_identifier: ['object', 'property'] },
  indexes: { subscript_expression: ['object', 'index'] },
  wrappers: {
    await_expression: 0,
    parenthesized_expression: 0,
    non_null_expression: 0,
    as_expression: 0,
    satisfies_expression: 0,
    instantiation_expression: 0,
    computed_property_name: 0,
  },
  calls: { call_expression: 'function', new_expression: 'constructor' },
  isCall: (node) => {
    const callee = node.childForFieldName('function');
    // A bracketed function has no name; a template with a tag is a template.
    return callee?.type !== 'parenthesized_expression' && node.childForFieldName('arguments')?.type === 'arguments';
  },
  pairs: { pair: ['key', 'value'], jsx_attribute: [0, 1] },
  argumentLists: ['arguments'],
  bindings: {
    variable_declarator: ['name', 'value'],
    assignment_expression: ['left', 'right'],
    augmented_assignment_expression: ['left', 'right'],
    public_field_definition: ['name', 'value'],
    field_definition: ['property', 'value'],
    required_parameter: ['pattern', 'value'],
    assignment_pattern: ['left', 'right'],
    enum_assignment: ['name', 'value'],
  },
  functions: [
    'arrow_function',
    'function_expression',
    'method_definition',
    'class_body',
    'statement_block',
    'jsx_element',
    'jsx_self_closing_element',
    'generator_function',
  ],
  imports,
};

export const typescript: Grammar = {
  ...javascript,
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
  path: 'sample.ts',
};

export const tsx: Grammar = {
  ...javascript,
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm',
  path: 'sample.tsx',
};
