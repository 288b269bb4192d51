import type { Language } from '../language.js';

export const csharp: Language = {
  id: 'csharp',
  extensions: ['.cs', '.csx', '.razor', '.cshtml'],
  catalogueAs: 'csharp',
  // Directives of the compiler, of scripts (`#r "nuget: …"`) and of notebooks (`#!csharp`) are read elsewhere or not at all.
  lineComments: ['//', '#'],
  blockComments: [
    { open: '/*', close: '*/' },
    { open: '@*', close: '*@' },
  ],
  strings: [
    { open: '$$"""', close: '"""', multiline: true },
    { open: '$"""', close: '"""', multiline: true, holes: '{' },
    { open: '"""', close: '"""', multiline: true },
    { open: '$@"', close: '"', escape: 'double', multiline: true, holes: '{' },
    { open: '@$"', close: '"', escape: 'double', multiline: true, holes: '{' },
    { open: '@"', close: '"', escape: 'double', multiline: true },
    { open: '$"', close: '"', escape: '\\', holes: '{' },
    { open: '"', close: '"', escape: '\\' },
    { open: "'", close: "'", isCharacter: true },
  ],
  lineEndsStatement: false,
  imports: 'csharp',
  memberOperators: ['.', '?.', '::'],
  keywords: new Set(
    (
      'abstract as async await base break case catch checked class const continue default delegate do else enum event explicit ' +
      'extern finally fixed for foreach get global goto if implicit in init interface internal is lock namespace new operator out ' +
      'override params partial private protected public readonly record ref required return sealed set static struct switch ' +
      'throw try typeof unchecked unsafe using var virtual volatile when where while yield'
    ).split(' '),
  ),
  softKeywords: new Set(['base', 'get', 'record', 'required', 'set', 'partial', 'when']),
  statementWords: new Set(['using', 'namespace', 'public', 'private', 'protected', 'internal', 'return', 'foreach']),
  definitionWords: new Set(['class', 'record', 'struct', 'interface']),
  typeBeforeName: true,
  braceAfterCallDefines: true,
  objectInitializers: true,
  hasGenerics: true,
  concatenation: ['+'],
  environmentCalls: [
    'Environment.GetEnvironmentVariable',
    'System.Environment.GetEnvironmentVariable',
    'Env.GetString',
    'Env.Var',
  ],
  environmentMaps: [],
};
