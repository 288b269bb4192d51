import type { Language } from '../language.js';

const environment = {
  environmentCalls: [
    'System.getenv',
    'System.getProperty',
    'System.getenv.get',
    'System.getenv.getOrDefault',
    'sys.env.get',
    'sys.env.getOrElse',
    'sys.env',
    'dotenv.get',
  ],
  // Android's build puts settings in a class.
  environmentMaps: ['System.getenv', 'sys.env', 'BuildConfig'],
} as const;

export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  catalogueAs: 'java',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: '"""', close: '"""', escape: '\\', multiline: true },
    { open: '"', close: '"', escape: '\\' },
    { open: "'", close: "'", isCharacter: true },
  ],
  nameCharacters: '$',
  lineEndsStatement: false,
  imports: 'java',
  memberOperators: ['.', '::'],
  keywords: new Set(
    (
      'abstract assert break case catch class const continue default do else enum extends final finally for if implements ' +
      'import instanceof interface native new package private protected public record return sealed static strictfp switch ' +
      'synchronized throw throws transient try var volatile while yield'
    ).split(' '),
  ),
  softKeywords: new Set(['record', 'sealed']),
  statementWords: new Set(['import', 'package', 'return', 'throw', 'public', 'private', 'protected']),
  definitionWords: new Set(['class', 'interface', 'record', 'enum']),
  typeBeforeName: true,
  braceAfterCallDefines: true,
  hasGenerics: true,
  concatenation: ['+'],
  ...environment,
};

export const kotlin: Language = {
  id: 'kotlin',
  extensions: ['.kt', '.kts'],
  catalogueAs: 'java',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/', nests: true }],
  strings: [
    { open: '"""', close: '"""', multiline: true, holes: '${', nameHoles: true },
    { open: '"', close: '"', escape: '\\', holes: '${', nameHoles: true },
    { open: "'", close: "'", isCharacter: true },
  ],
  quotedNames: true,
  lineEndsStatement: true,
  imports: 'java',
  memberOperators: ['.', '?.', '!!', '::'],
  keywords: new Set(
    (
      'abstract as break by catch class companion const constructor continue data do else enum finally for fun if import in init interface ' +
      'internal is lateinit object open operator override package private protected public return sealed suspend throw try val ' +
      'var when where while'
    ).split(' '),
  ),
  softKeywords: new Set(['by', 'companion', 'data', 'import', 'init', 'inner', 'open', 'where']),
  statementWords: new Set(['import', 'package', 'fun']),
  definitionWords: new Set(['fun', 'class', 'interface', 'object', 'constructor']),
  trailingBlocks: true,
  hasGenerics: true,
  concatenation: ['+'],
  ...environment,
};

export const scala: Language = {
  id: 'scala',
  extensions: ['.scala', '.sc'],
  catalogueAs: 'java',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/', nests: true }],
  strings: [
    { open: '"""', close: '"""', multiline: true, holes: '${', nameHoles: true },
    { open: '"', close: '"', escape: '\\', holes: '${', nameHoles: true },
    { open: "'", close: "'", isCharacter: true },
  ],
  // `s"…"`, `f"…"`, `raw"…"`, `uri"…"`
  stringPrefixes: { letters: 'sfrawui', raw: '', holes: 'sfu' },
  quotedNames: true,
  lineEndsStatement: true,
  imports: 'java',
  memberOperators: ['.'],
  keywords: new Set(
    (
      'abstract case catch class def do else enum extends final finally for given if implicit import lazy match new object ' +
      'override package private protected return sealed super then throw trait try type val var while with yield'
    ).split(' '),
  ),
  statementWords: new Set(['import', 'package', 'def', 'object']),
  definitionWords: new Set(['def', 'class', 'trait', 'object', 'enum']),
  trailingBlocks: true,
  matchArms: true,
  lastIsValue: true,
  concatenation: ['+'],
  hasLifetimes: true,
  ...environment,
};
