import type { ConfigurationFile, FactsBuilder } from '../factsBuilder.js';
import { isPom, readPom } from '../manifests/maven.js';
import { readNuget } from '../manifests/nuget.js';
import { readXml } from './readXml.js';
import { addXmlSettings } from './xmlFacts.js';

/** An XML file by what it is: a manifest of Maven or NuGet, with its settings, or settings alone. */
export function readXmlFile({ name, text }: ConfigurationFile, out: FactsBuilder): void {
  const root = readXml(text, out);
  if (!root) return;
  const read = /(?:^|[.-])pom(?:[.-].*)?\.xml$/.test(name) || isPom(root) ? readPom(root, out) : readNuget(root, out);
  addXmlSettings(root, out, [], read);
}
