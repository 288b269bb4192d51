import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { readCargo } from './manifests/cargo.js';
import { readPipfile, readPyproject } from './manifests/python.js';
import { readVersionCatalog } from './manifests/versionCatalog.js';
import { parseToml } from './toml.js';
import type { ConfigNode } from './tree.js';
import { addSettings } from './treeFacts.js';
import { resourceVisitor } from './treeResources.js';

/** A TOML file by what it is: a manifest or settings. */
export function readTomlFile({ name, text }: ConfigurationFile, out: FactsBuilder): void {
  const root = parseToml(text, out);
  const rest = root && manifest(name, root, text, out);
  if (rest) addSettings(rest, out, [], resourceVisitor(out));
}

/** Reads dependencies; what it returns is left for settings. */
function manifest(name: string, root: ConfigNode, text: string, out: FactsBuilder): ConfigNode | undefined {
  if (name === 'pyproject.toml') return readPyproject(root, out, text);
  if (name === 'Cargo.toml') return readCargo(root, out, text);
  if (name === 'Pipfile') return void readPipfile(root, out, text);
  if (name.endsWith('.versions.toml')) return void readVersionCatalog(root, out, text);
  return root;
}
