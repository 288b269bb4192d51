import type { FactsBuilder } from '../factsBuilder.js';
import { attributeOf, childOf, descendants, type XmlElement } from '../xml/readXml.js';

const references = new Set(['PackageReference', 'PackageVersion', 'GlobalPackageReference', 'PackageDownload']);

/**
 * NuGet in project files, `Directory.Packages.props` and `packages.config`. Returns the elements read.
 */
export function readNuget(root: XmlElement, out: FactsBuilder): Set<XmlElement> {
  const read = new Set<XmlElement>();
  const isPackagesConfig = root.name === 'packages';
  for (const element of descendants(root)) {
    const isReference = references.has(element.name);
    if (!isReference && !(isPackagesConfig && element.name === 'package')) continue;
    const name = isReference
      ? (attributeOf(element, 'Include') ?? attributeOf(element, 'Update'))
      : attributeOf(element, 'id');
    if (!name) continue;
    read.add(element);
    const version =
      attributeOf(element, 'Version') ?? attributeOf(element, 'version') ?? attributeOf(element, 'VersionOverride');
    const { value, valueSpan } = name;
    out.dependency('nuget', value, version?.value ?? childOf(element, 'Version')?.text?.value, element.span, valueSpan);
  }
  return read;
}
