import { execFileSync } from 'node:child_process';

/**
 * A search by structure to measure against: the program that `AST_GREP` names, or `ast-grep` on the path. It is no
 * dependency, because its package runs a script when it is installed: `npx --package @ast-grep/cli` has it too.
 */
export function astGrep() {
  const program = process.env.AST_GREP ?? 'ast-grep';
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  }
}

/** Ten rules for what the product finds of one SDK, in the languages that both know. */
const rules = [
  ['python', 'pattern: OpenAI($$$)'],
  ['python', 'pattern: from openai import $$$NAMES'],
  ['python', 'kind: string\n  regex: api\\.openai\\.com'],
  ['typescript', 'pattern: new OpenAI($$$)'],
  ['typescript', "pattern: import $NAME from 'openai'"],
  ['javascript', 'pattern: new OpenAI($$$)'],
  ['java', 'pattern: OpenAIOkHttpClient.fromEnv()'],
  ['java', 'kind: string_literal\n  regex: api\\.openai\\.com'],
  ['csharp', 'pattern: new ChatClient($$$)'],
  ['go', 'pattern: openai.NewClient($$$)'],
];

/** The same folder, hidden files too, as a count of matches. */
export function searchStructure(folder) {
  const written = rules.map(([language, rule], at) => `id: regel-${at}\nlanguage: ${language}\nrule:\n  ${rule}\n`);
  return ['scan', '--inline-rules', written.join('---\n'), '--no-ignore', 'hidden', '--json=stream', folder];
}
