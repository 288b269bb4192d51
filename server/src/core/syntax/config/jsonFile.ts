import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { parseJson } from './json.js';
import { readComposer } from './manifests/composer.js';
import { readDenoImports, readPackageJson } from './manifests/npm.js';
import type { ConfigNode } from './tree.js';
import { addSettings } from './treeFacts.js';
import { resourceVisitor } from './treeResources.js';

/** A JSON file by what it is: a manifest, a template of infrastructure, or settings. */
export function readJsonFile({ name, text }: ConfigurationFile, out: FactsBuilder): void {
  const root = parseJson(text, out);
  if (root) addSettings(manifest(name, root, text, out), out, [], resourceVisitor(out, text));
}

/** Reads dependencies; what it returns is left for settings. */
function manifest(name: string, root: ConfigNode, text: string, out: FactsBuilder): ConfigNode {
  if (name === 'package.json') return readPackageJson(root, out, text);
  if (name === 'composer.json') return readComposer(root, out, text);
  if (/^(?:deno|import_map|importmap)\.jsonc?$/.test(name)) readDenoImports(root, out, text);
  return root;
}
