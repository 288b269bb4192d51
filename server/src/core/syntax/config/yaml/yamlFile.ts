import { type ConfigurationFile, FactsBuilder } from '../factsBuilder.js';
import { addScript } from '../script.js';
import { readPubspec } from '../manifests/pub.js';
import { readXcodeGen } from '../manifests/swift.js';
import { readConda } from '../manifests/python.js';
import { type ConfigNode, type MapEntry, type MapNode, scalarAt } from '../tree.js';
import { addSettings, type EntryVisitor } from '../treeFacts.js';
import { resourceVisitor } from '../treeResources.js';
import { readYaml } from './readYaml.js';

/** A YAML file, document by document. */
export function readYamlFile(file: ConfigurationFile, out: FactsBuilder): void {
  const { name, text } = file;
  // Templates of another kind go by that name too.
  if (name.endsWith('.template') && !/^\s*(?:\{|"?Resources"?:)/m.test(text)) return;
  const resources = resourceVisitor(out);
  const visitor: EntryVisitor = (entry, parent, path) =>
    addEmbedded(entry, parent, path, file, out) ? false : resources(entry, parent, path);
  for (const document of readYaml(text, out)) {
    addSettings(manifest(name, document, text, out), out, [], visitor);
  }
}

const fileName = /^(?:[\w.-]*\.(?:ya?ml|json|properties|toml|env|ini|conf)|env)$/;

const isShell = /\.(?:ba)?sh$/;
const shebang = /^\s*#!\S*\/(?:env )?(?:ba|da|z|a)?sh\b/;

/**
 * `config.yaml: |` in a ConfigMap or in the values of a chart, `content: |` beside a `path` (cloud-init) or in the
 * `configs` of Compose: a file of its own.
 */
function addEmbedded(
  entry: MapEntry,
  parent: MapNode,
  path: readonly string[],
  file: ConfigurationFile,
  out: FactsBuilder,
): boolean {
  const { value } = entry;
  if (!file.readEmbedded || value.kind !== 'scalar') return false;
  const given = scalarAt(parent, 'path')?.value.replace(/^.*\//, '') ?? (path.at(-2) === 'configs' ? '.yaml' : '');
  const name = entry.key === 'content' ? given : entry.key;
  const isScript = isShell.test(name) || shebang.test(value.value);
  if (!isScript && !fileName.test(name)) return false;
  const { start, end } = value.span;
  // With escapes, offsets in the value would not be offsets in the text.
  if (file.text.slice(start, end) !== value.value || !/[\n{:=]/.test(value.value)) return false;
  if (isScript) {
    addScript(value.value, start, out);
    return true;
  }
  // The first line starts where the others do: at its indentation.
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
  const from = file.text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const inner = new FactsBuilder();
  const embedded = { path: file.path, name, text: file.text.slice(from, end) };
  if (!file.readEmbedded(embedded, inner)) return false;
  out.embed(inner, from, [...path, entry.key]);
  return true;
}

/** Reads dependencies; what it returns is left for settings. */
function manifest(name: string, root: ConfigNode, text: string, out: FactsBuilder): ConfigNode {
  if (name === 'pubspec.yaml') return readPubspec(root, out, text);
  if (name === 'project.yml') return readXcodeGen(root, out);
  if (/^(?:conda[-_.])?(?:environment|env|conda)(?:[-_.].*)?\.ya?ml$/.test(name)) return readConda(root, out);
  return root;
}
