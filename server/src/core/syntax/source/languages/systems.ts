import type { Language } from '../language.js';

export const go: Language = {
  id: 'go',
  extensions: ['.go'],
  catalogueAs: 'go',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: '"', close: '"', escape: '\\' },
    { open: '`', close: '`', multiline: true },
    { open: "'", close: "'", isCharacter: true },
  ],
  lineEndsStatement: true,
  imports: 'go',
  memberOperators: ['.'],
  keywords: new Set(
    (
      'break case chan const continue default defer else fallthrough for func go goto if import interface package range return ' +
      'select struct switch type var'
    ).split(' '),
  ),
  statementWords: new Set(['import', 'package', 'type', 'var', 'const', 'return', 'defer', 'for', 'switch']),
  definitionWords: new Set(['func', 'type']),
  compositeLiterals: true,
  concatenation: ['+'],
  environmentCalls: ['os.Getenv', 'os.LookupEnv', 'syscall.Getenv', 'os.Setenv', 'viper.GetString', 'viper.SetDefault'],
  environmentMaps: [],
};

export const rust: Language = {
  id: 'rust',
  extensions: ['.rs'],
  catalogueAs: 'rust',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/', nests: true }],
  strings: [
    { open: '##"', close: '"##', multiline: true },
    { open: '#"', close: '"#', multiline: true },
    { open: '"', close: '"', escape: '\\', multiline: true },
    { open: "'", close: "'", isCharacter: true },
  ],
  stringPrefixes: { letters: 'rbc', raw: 'r', holes: '' },
  lineEndsStatement: false,
  imports: 'rust',
  memberOperators: ['.', '?.', '::'],
  keywords: new Set(
    (
      'as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return ' +
      'static struct super trait type unsafe use where while'
    ).split(' '),
  ),
  statementWords: new Set(['let', 'fn', 'pub', 'impl', 'use']),
  definitionWords: new Set(['fn', 'struct', 'enum', 'trait', 'impl', 'mod']),
  matchArms: true,
  lastIsValue: true,
  compositeLiterals: true,
  hasGenerics: true,
  hasLifetimes: true,
  concatenation: ['+'],
  environmentCalls: [
    'env.var',
    'std.env.var',
    'env.var_os',
    'std.env.var_os',
    'dotenv.var',
    'dotenvy.var',
    'env!',
    'option_env!',
  ],
  environmentMaps: [],
};

export const swift: Language = {
  id: 'swift',
  extensions: ['.swift'],
  catalogueAs: 'swift',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/', nests: true }],
  strings: [
    { open: '"""', close: '"""', escape: '\\', multiline: true, holes: '\\(' },
    { open: '"', close: '"', escape: '\\', holes: '\\(' },
  ],
  nameCharacters: '$',
  quotedNames: true,
  lineEndsStatement: true,
  imports: 'swift',
  memberOperators: ['.', '?.'],
  keywords: new Set(
    (
      'as async await break case catch class continue default defer deinit do else enum extension fallthrough final for func guard ' +
      'if import in init inout internal is let open override private protocol public repeat return static struct switch throw ' +
      'throws try typealias var weak where while'
    ).split(' '),
  ),
  softKeywords: new Set(['extension', 'final', 'open', 'weak']),
  statementWords: new Set(['import', 'let', 'var', 'func', 'guard']),
  definitionWords: new Set(['func', 'class', 'struct', 'enum', 'protocol', 'extension', 'init']),
  trailingBlocks: true,
  hasGenerics: true,
  concatenation: ['+'],
  environmentCalls: [],
  environmentMaps: ['ProcessInfo.processInfo.environment'],
};

export const dart: Language = {
  id: 'dart',
  extensions: ['.dart'],
  catalogueAs: 'dart',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: '"""', close: '"""', escape: '\\', multiline: true, holes: '${', nameHoles: true },
    { open: "'''", close: "'''", escape: '\\', multiline: true, holes: '${', nameHoles: true },
    { open: '"', close: '"', escape: '\\', holes: '${', nameHoles: true },
    { open: "'", close: "'", escape: '\\', holes: '${', nameHoles: true },
  ],
  nameCharacters: '$',
  lineEndsStatement: false,
  imports: 'dart',
  memberOperators: ['.', '?.'],
  keywords: new Set(
    (
      'abstract as assert async await break case catch class const continue default do dynamic else enum export extends external ' +
      'factory final finally for get if implements import in is late library mixin new on operator part required rethrow return ' +
      'set static switch throw try typedef var void while with yield'
    ).split(' '),
  ),
  softKeywords: new Set(['get', 'set', 'library', 'part', 'on', 'external', 'factory', 'operator', 'required']),
  statementWords: new Set(['import', 'class', 'return']),
  definitionWords: new Set(['class', 'enum', 'mixin']),
  typeBeforeName: true,
  braceAfterCallDefines: true,
  hasGenerics: true,
  concatenation: ['+'],
  environmentCalls: ['String.fromEnvironment', 'Platform.environment', 'dotenv.get', 'dotenv.maybeGet'],
  environmentMaps: ['Platform.environment', 'dotenv.env', 'env'],
};
