import type { LanguageId } from '../fact.js';
import { readDotenv } from './dotenv.js';
import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { readBicep } from './infrastructure/bicep.js';
import { readDockerfile } from './infrastructure/dockerfile.js';
import { readHcl } from './infrastructure/hcl.js';
import { readIni } from './ini.js';
import { readJenkinsfile, readModelfile } from './infrastructure/scripts.js';
import { readJsonFile } from './jsonFile.js';
import { readHttpFile } from './httpFile.js';
import { readGradle } from './manifests/gradle.js';
import {
  readDescription,
  readGemfile,
  readGoMod,
  readMix,
  readNamespace,
  readPodfile,
  readSbt,
} from './manifests/lineManifests.js';
import { readSetupCfg } from './manifests/python.js';
import { readPackageSwift, readXcode } from './manifests/swift.js';
import { readRequirements } from './manifests/requirements.js';
import { readMakefile } from './makefile.js';
import { readProxyFile } from './proxyFile.js';
import { readProperties } from './properties.js';
import { readTomlFile } from './tomlFile.js';
import { readXmlFile } from './xml/xmlFile.js';
import { readYamlFile } from './yaml/yamlFile.js';

export type Reader = (file: ConfigurationFile, out: FactsBuilder) => void;

const byLanguage: Partial<Record<LanguageId, Reader>> = {
  json: readJsonFile,
  yaml: readYamlFile,
  toml: readTomlFile,
  xml: readXmlFile,
  dotenv: ({ text }, out) => readDotenv(text, out),
  properties: ({ text }, out) => readProperties(text, out),
  ini: ({ name, text }, out) => {
    readIni(text, out);
    if (name === 'setup.cfg') readSetupCfg(text, out);
  },
  dockerfile: ({ text }, out) => readDockerfile(text, out),
  // A `.conf` is HOCON, or has sections.
  hcl: (file, out) =>
    file.name.endsWith('.conf') && /^\[[\w.: -]+\]\s*$/m.test(file.text) ? readIni(file.text, out) : readHcl(file, out),
  bicep: readBicep,
  requirements: ({ text }, out) => readRequirements(text, out),
  gradle: ({ text }, out) => readGradle(text, out),
  gomod: ({ text }, out) => readGoMod(text, out),
  gemfile: ({ text }, out) => readGemfile(text, out),
  description: ({ text }, out) => readDescription(text, out),
  make: readMakefile,
  http: readHttpFile,
  proxy: readProxyFile,
};

/** Manifests that are written in a programming language. */
const byName: Readonly<Record<string, Reader>> = {
  NAMESPACE: ({ text }, out) => readNamespace(text, out),
  'Package.swift': ({ text }, out) => readPackageSwift(text, out),
  Podfile: ({ text }, out) => readPodfile(text, out),
  'mix.exs': ({ text }, out) => readMix(text, out),
  Modelfile: ({ text }, out) => readModelfile(text, out),
  Jenkinsfile: ({ text }, out) => readJenkinsfile(text, out),
  'project.pbxproj': ({ text }, out) => readXcode(text, out),
  'Dependencies.scala': ({ text }, out) => readSbt(text, out),
};

export function readerFor(file: ConfigurationFile, language: LanguageId): Reader | undefined {
  const isBuild = /\.(?:sbt|mill)$|^build\.sc$/.test(file.name);
  const name = isBuild ? 'Dependencies.scala' : file.name.startsWith('Modelfile.') ? 'Modelfile' : file.name;
  return (Object.hasOwn(byName, name) ? byName[name] : undefined) ?? byLanguage[language];
}
