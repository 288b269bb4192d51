import tseslint from 'typescript-eslint';

/**
 * The arrows of the house go one way: cli, lsp → report, workspace → core → rules. Each folder names what it may not
 * reach; `core` also stays free of anything that reads the world.
 */
const forbid = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }] },
});

const world = [
  ['node:*', 'fs', 'fs/*', 'path', 'os', 'child_process', 'process', 'worker_threads'],
  'core is a function of its inputs: no file system, process or network.',
];
const editor = [['vscode', 'vscode-*'], 'core knows no editor and no protocol.'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'test/fixtures/', 'test/example/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  forbid(
    ['server/src/core/**'],
    [world, editor, [['**/workspace/**', '**/lsp/**', '**/report/**', '**/cli/**'], 'core is the innermost room.']],
  ),
  forbid(['server/src/workspace/**'], [[['**/lsp/**', '**/report/**', '**/cli/**'], 'workspace only knows core.']]),
  forbid(['server/src/report/**'], [[['**/lsp/**', '**/workspace/**', '**/cli/**'], 'report only knows core.']]),
  forbid(['server/src/cli/**'], [[['**/lsp/connection/**'], 'the command only starts the server.']]),
  forbid(['client/**'], [[['**/server/**', 'zod'], 'the client is thin: it talks to the server over the protocol.']]),
);
