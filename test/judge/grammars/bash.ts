import type { Grammar } from '../grammar.js';

export const bash: Grammar = {
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm',
  path: 'sample.sh',
  comments: ['comment'],
  strings: ['string', 'raw_string', 'heredoc_body'],
  holes: ['command_substitution'],
  // Variables in strings are found by another reader.
  textHoles: ['simple_expansion', 'expansion', 'arithmetic_expansion'],
  // Of `<<EOF` only the text counts.
  markup: ['heredoc_redirect'],
  blind: [
    'heredoc_start',
    'heredoc_end',
    'ansi_c_string',
    'regex',
    'arithmetic_expansion',
    'expansion',
    'test_command',
  ],
  names: ['variable_name'],
  members: {},
  indexes: {},
  wrappers: {},
  calls: {},
  pairs: {},
  argumentLists: [],
  bindings: { variable_assignment: ['name', 'value'] },
  functions: [],
  imports: () => [],
  kinds: ['binding'],
};
