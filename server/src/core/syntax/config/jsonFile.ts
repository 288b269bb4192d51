import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { parseJson } from './json.js';
import { readComposer } from './manifests/composer.js';
import { readDenoImports, readPackageJson } from './manifests/npm.js';
import { type ConfigNode, entriesAt, itemsAt, nodeAt, scalarAt } from './tree.js';
import { addSettings } from './treeFacts.js';
import { resourceVisitor } from './treeResources.js';

/** A JSON file by what it is: a manifest, a template of infrastructure, or settings. */
export function readJsonFile({ name, text }: ConfigurationFile, out: FactsBuilder): void {
  const root = parseJson(text, out);
  if (!root) return;
  addNodes(root, out);
  addExtensions(name, root, out);
  addSettings(manifest(name, root, text, out), out, [], resourceVisitor(out));
}

/** Reads dependencies; what it returns is left for settings. */
function manifest(name: string, root: ConfigNode, text: string, out: FactsBuilder): ConfigNode {
  if (name === 'package.json') return readPackageJson(root, out, text);
  if (name === 'composer.json') return readComposer(root, out, text);
  if (/^(?:deno|import_map|importmap)\.jsonc?$/.test(name)) readDenoImports(root, out, text);
  return root;
}

/** A workflow of n8n: nodes with a type, and the connections between them. A flow of Flowise: nodes made of a class. */
function addNodes(root: ConfigNode, out: FactsBuilder): void {
  if (nodeAt(root, 'edges')) {
    for (const node of itemsAt(root, 'nodes')) {
      const [name, type] = [scalarAt(node, 'data', 'name'), scalarAt(node, 'data', 'type')];
      if (name && type && nodeAt(node, 'data', 'baseClasses')) out.resource('node', `flowise:${type.value}`, name.span);
    }
  }
  if (!nodeAt(root, 'connections')) return;
  for (const node of itemsAt(root, 'nodes')) {
    const type = scalarAt(node, 'type');
    if (type) out.resource('node', type.value, type.span);
  }
}

/** Editor extensions that a folder recommends or a dev container installs, and the features of that container. */
function addExtensions(name: string, root: ConfigNode, out: FactsBuilder): void {
  const isContainer = /^\.?devcontainer(?:[.-].*)?\.json$/.test(name);
  const lists = [
    ...(name === 'extensions.json' ? [nodeAt(root, 'recommendations')] : []),
    ...(name.endsWith('.code-workspace') ? [nodeAt(root, 'extensions', 'recommendations')] : []),
    ...(isContainer ? [nodeAt(root, 'customizations', 'vscode', 'extensions'), nodeAt(root, 'extensions')] : []),
  ];
  for (const item of lists.flatMap((list) => itemsAt(list))) {
    // `-name` takes an extension out again.
    if (item.kind === 'scalar' && !item.value.startsWith('-')) out.resource('extension', item.value, item.span);
  }
  if (!isContainer) return;
  for (const feature of entriesAt(root, 'features')) out.resource('image', feature.key, feature.keySpan);
}
