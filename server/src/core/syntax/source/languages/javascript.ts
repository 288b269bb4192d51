import type { Language } from '../language.js';

export const javascript: Language = {
  id: 'javascript',
  // Google Apps Script is JavaScript: `.gs`.
  extensions: ['.js', '.jsx', '.mjs', '.cjs', '.gs'],
  catalogueAs: 'javascript',
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: '"', close: '"', escape: '\\' },
    { open: "'", close: "'", escape: '\\' },
    { open: '`', close: '`', escape: '\\', multiline: true, holes: '${' },
  ],
  nameCharacters: '$#',
  lineEndsStatement: true,
  imports: 'javascript',
  memberOperators: ['.', '?.'],
  keywords: new Set(
    (
      'abstract as async await break case catch class const continue declare default delete do else enum export extends ' +
      'finally for from function get if implements import in instanceof interface let new of private protected public readonly ' +
      'return satisfies set static switch throw try type typeof var void while yield'
    ).split(' '),
  ),
  softKeywords: new Set(['abstract', 'declare', 'from', 'get', 'implements', 'set', 'type']),
  statementWords: new Set(['const', 'let', 'import', 'export', 'return', 'throw']),
  definitionWords: new Set(['function', 'class', 'get', 'set']),
  braceAfterCallDefines: true,
  hasGenerics: true,
  hasRegex: true,
  hasMarkup: true,
  concatenation: ['+'],
  environmentCalls: ['Deno.env.get', 'Bun.env.get', 'process.env.get', 'import.meta.env.get'],
  // The last are of a page: what its server wrote into a script for it.
  environmentMaps: ['process.env', 'import.meta.env', 'Bun.env', 'env', 'window.env', 'window._env_', 'window.__ENV__'],
};

/** TypeScript with markup, and the scripts of pages and components. */
export const tsx: Language = {
  ...javascript,
  id: 'typescript',
  extensions: ['.tsx', '.vue', '.svelte', '.astro', '.html', '.htm'],
};

/** Without markup: here `<T>(x: T) => …` and `<T>x` are types. */
export const typescript: Language = { ...tsx, extensions: ['.ts', '.mts', '.cts'], hasMarkup: false };
