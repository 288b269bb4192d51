import type { Language } from '../language.js';

export const php: Language = {
  id: 'php',
  extensions: ['.php', '.phtml'],
  catalogueAs: 'php',
  lineComments: ['//', '#'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: '"', close: '"', escape: '\\', multiline: true, holes: '{$', nameHoles: true },
    { open: "'", close: "'", escape: '\\', multiline: true },
  ],
  nameCharacters: '$\\',
  lineEndsStatement: false,
  imports: 'php',
  memberOperators: ['->', '::', '?->'],
  keywords: new Set(
    (
      'abstract and array as break case catch class clone const continue declare default die do echo else elseif enum exit extends final ' +
      'finally fn for foreach function global goto if implements include include_once instanceof insteadof interface match ' +
      'namespace new or print private protected public readonly require require_once return static switch throw trait try unset use ' +
      'var while xor yield'
    ).split(' '),
  ),
  statementWords: new Set(['return', 'foreach', 'namespace', 'echo', 'use']),
  definitionWords: new Set(['function', 'class', 'interface', 'trait', 'enum', 'fn']),
  arrowIsPair: true,
  heredocs: 'php',
  templated: true,
  concatenation: ['.'],
  environmentCalls: ['getenv', 'env', 'Env.get', 'apache_getenv'],
  environmentMaps: ['$_ENV', '$_SERVER'],
};

export const ruby: Language = {
  id: 'ruby',
  extensions: ['.rb', '.rake', '.ru'],
  catalogueAs: 'ruby',
  lineComments: ['#'],
  blockComments: [{ open: '=begin', close: '=end' }],
  strings: [
    { open: '"', close: '"', escape: '\\', multiline: true, holes: '#{' },
    { open: "'", close: "'", escape: '\\', multiline: true },
    { open: '`', close: '`', escape: '\\', holes: '#{' },
  ],
  nameCharacters: '@$',
  nameEnds: '?!',
  lineEndsStatement: true,
  imports: 'none',
  memberOperators: ['.', '&.', '::'],
  keywords: new Set(
    (
      'and begin break case class def do else elsif end ensure for if in module next not or raise rescue return self then ' +
      'unless until when while yield defined?'
    ).split(' '),
  ),
  statementWords: new Set(['def', 'class', 'module', 'end', 'return', 'require']),
  definitionWords: new Set(['def', 'class', 'module']),
  arrowIsPair: true,
  commandCalls: true,
  lastIsValue: true,
  trailingBlocks: true,
  hasRegex: true,
  heredocs: 'ruby',
  concatenation: ['+'],
  environmentCalls: ['ENV.fetch'],
  environmentMaps: ['ENV'],
};

export const r: Language = {
  id: 'r',
  extensions: ['.r', '.R'],
  catalogueAs: 'r',
  lineComments: ['#'],
  blockComments: [],
  strings: [
    // `r"(…)"`, with as many dashes as it needs.
    ...['', '-', '--', '---'].flatMap((dashes) => [
      { open: `"${dashes}(`, close: `)${dashes}"`, multiline: true, isRaw: true },
      { open: `"${dashes}[`, close: `]${dashes}"`, multiline: true, isRaw: true },
      { open: `"${dashes}{`, close: `}${dashes}"`, multiline: true, isRaw: true },
      { open: `'${dashes}(`, close: `)${dashes}'`, multiline: true, isRaw: true },
    ]),
    { open: '"', close: '"', escape: '\\', multiline: true },
    { open: "'", close: "'", escape: '\\', multiline: true },
  ],
  stringPrefixes: { letters: 'rR', raw: 'rR', holes: '' },
  nameCharacters: '.',
  quotedNames: true,
  lineEndsStatement: true,
  imports: 'none',
  memberOperators: ['$', '::', '@'],
  keywords: new Set('break else for function if in next repeat while'.split(' ')),
  definitionWords: new Set(['function']),
  lastIsValue: true,
  concatenation: [],
  environmentCalls: ['Sys.getenv'],
  environmentMaps: [],
};

export const shell: Language = {
  id: 'shell',
  extensions: ['.sh', '.bash', '.zsh', '.ksh', '.sbatch', '.azcli', '.bat', '.cmd'],
  catalogueAs: 'shell',
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { open: '"', close: '"', escape: '\\', multiline: true, holes: '$(' },
    { open: "'", close: "'", multiline: true },
  ],
  nameCharacters: '$-./:',
  lineEndsStatement: true,
  imports: 'none',
  memberOperators: [],
  keywords: new Set(
    'case do done elif else esac fi for function if in local select then until while export readonly declare'.split(
      ' ',
    ),
  ),
  definitionWords: new Set(['function']),
  heredocs: 'shell',
  concatenation: [],
  environmentCalls: [],
  environmentMaps: [],
};

export const powershell: Language = {
  id: 'powershell',
  extensions: ['.ps1', '.psm1', '.psd1'],
  catalogueAs: 'powershell',
  lineComments: ['#'],
  blockComments: [{ open: '<#', close: '#>' }],
  strings: [
    { open: '@"', close: '\n"@', multiline: true, holes: '$(', nameHoles: true },
    { open: "@'", close: "\n'@", multiline: true },
    { open: '"', close: '"', escape: '`', multiline: true, holes: '$(', nameHoles: true },
    { open: "'", close: "'", escape: 'double', multiline: true },
  ],
  nameCharacters: '$:',
  lineEndsStatement: true,
  imports: 'none',
  memberOperators: ['.', '::'],
  keywords: new Set(
    'begin break catch class continue do else elseif end exit finally for foreach function if in param process return switch throw trap try until using while'.split(
      ' ',
    ),
  ),
  definitionWords: new Set(['function', 'class']),
  concatenation: ['+'],
  environmentCalls: [
    '::GetEnvironmentVariable',
    'Environment.GetEnvironmentVariable',
    'System.Environment.GetEnvironmentVariable',
  ],
  environmentMaps: [],
};
