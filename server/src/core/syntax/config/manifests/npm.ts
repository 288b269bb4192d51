import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, entriesAt, nodeAt } from '../tree.js';
import { addTable, aliased, entrySpan, withoutKeys } from './tableDependencies.js';

const tables = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** `package.json`: the tables of dependencies, and the scripts as commands. Returns what is left for settings. */
export function readPackageJson(root: ConfigNode, out: FactsBuilder, text: string): ConfigNode {
  for (const table of tables) addTable(nodeAt(root, table), 'npm', out, text, aliased);
  for (const script of entriesAt(root, 'scripts')) {
    if (script.value.kind === 'scalar') out.resource('command', script.value.value, script.value.span);
  }
  return withoutKeys(root, [
    ...tables,
    'scripts',
    'peerDependenciesMeta',
    'bundledDependencies',
    'overrides',
    'resolutions',
    'pnpm',
    'keywords',
    'description',
    'files',
  ]);
}

/** `npm:openai@4`, `https://esm.sh/openai@4`: a package of npm, by itself or from one that hands them out. */
const ofPackage =
  /^(?:npm:\/?|https:\/\/(?:esm\.(?:sh|run)|cdn\.jsdelivr\.net\/npm|unpkg\.com|cdn\.skypack\.dev)\/(?:v\d+\/)?)((?:@[^/]+\/)?[^@/]+)(?:@([^/]+))?/;

/** `deno.json` and import maps: `"openai": "npm:openai@4"`. */
export function readDenoImports(root: ConfigNode, out: FactsBuilder, text: string): void {
  for (const entry of entriesAt(root, 'imports')) {
    if (entry.value.kind !== 'scalar') continue;
    const found = ofPackage.exec(entry.value.value);
    if (found) out.dependency('npm', found[1] as string, found[2], entrySpan(entry, text), entry.keySpan);
  }
}
