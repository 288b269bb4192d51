import type { Language } from '../language.js';

export const python: Language = {
  id: 'python',
  extensions: ['.py', '.pyi', '.pyw'],
  catalogueAs: 'python',
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { open: '"""', close: '"""', escape: '\\', multiline: true, holes: '{' },
    { open: "'''", close: "'''", escape: '\\', multiline: true, holes: '{' },
    { open: '"', close: '"', escape: '\\', holes: '{' },
    { open: "'", close: "'", escape: '\\', holes: '{' },
  ],
  stringPrefixes: { letters: 'rRbBfFuUtT', raw: 'rR', holes: 'fFtT' },
  lineEndsStatement: true,
  imports: 'python',
  memberOperators: ['.'],
  keywords: new Set(
    (
      'and as assert async await break case class continue def del elif else except finally for from global if import in is ' +
      'lambda match nonlocal not or pass raise return try while with yield'
    ).split(' '),
  ),
  softKeywords: new Set(['match', 'case']),
  statementWords: new Set(['def', 'class', 'import', 'return', 'with', 'while', 'try', 'raise', 'del', 'assert']),
  definitionWords: new Set(['def', 'class']),
  concatenation: ['+'],
  environmentCalls: [
    'os.getenv',
    'os.environ.get',
    'environ.get',
    'getenv',
    'os.environ.setdefault',
    'environ.setdefault',
    'os.environ.pop',
  ],
  environmentMaps: ['os.environ', 'environ'],
};
