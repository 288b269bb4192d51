import type { ConfigurationFile, FactsBuilder } from '../factsBuilder.js';
import { readPubspec } from '../manifests/pub.js';
import { readConda } from '../manifests/python.js';
import type { ConfigNode } from '../tree.js';
import { addSettings } from '../treeFacts.js';
import { resourceVisitor } from '../treeResources.js';
import { readYaml } from './readYaml.js';

/** A YAML file, document by document. */
export function readYamlFile({ name, text }: ConfigurationFile, out: FactsBuilder): void {
  const visitor = resourceVisitor(out, text);
  for (const document of readYaml(text, out)) {
    addSettings(manifest(name, document, text, out), out, [], visitor);
  }
}

/** Reads dependencies; what it returns is left for settings. */
function manifest(name: string, root: ConfigNode, text: string, out: FactsBuilder): ConfigNode {
  if (name === 'pubspec.yaml') return readPubspec(root, out, text);
  if (/^(?:conda[-_.])?(?:environment|env|conda)(?:[-_.].*)?\.ya?ml$/.test(name)) return readConda(root, out);
  return root;
}
