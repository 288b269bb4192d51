import type { FactsBuilder } from '../factsBuilder.js';
import { childOf, descendants, type XmlElement } from '../xml/readXml.js';

/** `pom.xml`: dependencies, managed ones and imported BOMs too; plugins are tools of the build. Returns the elements read. */
export function readPom(root: XmlElement, out: FactsBuilder): Set<XmlElement> {
  const read = new Set<XmlElement>();
  const properties = new Map<string, string>();
  for (const property of childOf(root, 'properties')?.children ?? []) {
    if (property.text) properties.set(property.name, property.text.value);
  }
  const walk = (element: XmlElement): void => {
    if (element.name === 'plugin' || element.name === 'exclusions') return;
    if (element.name === 'dependency') {
      read.add(element);
      addDependency(element, properties, out);
      return;
    }
    element.children.forEach(walk);
  };
  walk(root);
  return read;
}

function addDependency(element: XmlElement, properties: ReadonlyMap<string, string>, out: FactsBuilder): void {
  const group = childOf(element, 'groupId')?.text;
  const artifact = childOf(element, 'artifactId')?.text;
  if (!group || !artifact) return;
  const version = childOf(element, 'version')?.text?.value;
  const resolved = version?.replace(/^\$\{([^}]+)\}$/, (all, name: string) => properties.get(name) ?? all);
  const named = plainNames.test(artifact.value) ? group : artifact;
  out.dependency('maven', `${group.value}:${artifact.value}`, resolved, element.span, named.span);
}

/** What says nothing without the group above it. */
const plainNames = /^(?:service|client|api|core|sdk|bom|parent|common|starter)$/;

export function isPom(root: XmlElement): boolean {
  return (
    root.name === 'project' &&
    [...descendants(root)].some((element) => element.name === 'modelVersion' || element.name === 'artifactId')
  );
}
