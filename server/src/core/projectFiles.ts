import { folderOf } from './accountability/paths.js';
import { AskedNames, type Kind } from './askedNames.js';
import { theCatalogue } from './catalog/catalogue.js';
import { Configuration } from './endpoint/configuration.js';
import {
  type Home,
  importedFrom,
  loadedFirst,
  mayHoldSettings,
  settingsFields,
  settingsFile,
} from './endpoint/crossFile.js';
import { type FilledClass, filledClasses } from './endpoint/optionClasses.js';
import type { ResolveContext } from './endpoint/resolved.js';
import { Reliance } from './reliance.js';
import type { BindingFact, FileFacts } from './syntax/fact.js';
import { emptyFacts } from './syntax/readFacts.js';
import { imageProvider } from './usage/commands/commands.js';
import { importsOf } from './usage/imports/importsOf.js';

/**
 * The facts of a project's files, and what one file may ask of the others. Who asked what is kept: a change names the
 * files whose answers may differ now.
 */
export class ProjectFiles implements ResolveContext {
  readonly reliance = new Reliance();
  readonly configuration = new Configuration((question) => {
    this.reliance.ask(question);
    const { current } = this.reliance;
    // Terraform keeps its variables in a file of their own.
    if (current !== undefined && isTerraform.test(current) && ofTerraform.test(question)) this.wishFolder(current);
  });
  private readonly byPath = new Map<string, FileFacts>();
  private readonly byFileName = new Map<string, Set<string>>();
  private readonly byFolder = new Map<string, Set<string>>();
  private readonly manifests = new Set<string>();
  /** What holds in other files too: C#'s `global using`, the libraries that a script of R attaches. */
  private readonly globals = new Map<string, readonly string[]>();
  /** Classes that files of C# have filled in from the configuration, by the file. */
  private readonly filled = new Map<string, readonly FilledClass[]>();
  /** Fields of the files that by their name may hold a settings class, and the files by field. */
  private readonly settings = new Map<string, ReadonlyMap<string, BindingFact>>();
  private readonly byField = new Map<string, Set<string>>();
  private readonly askedFields = new Set<string>();
  private readonly askedNames = new AskedNames();
  /** What was asked for and may not be here: a path, `/` and the name of a file anywhere, a folder and what lies in it. */
  readonly wishes = new Set<string>();
  private readonly others = {
    has: (path: string): boolean => {
      this.reliance.ask(`file ${path}`);
      const isHere = this.byPath.has(path);
      if (!isHere) this.wishes.add(path);
      return isHere;
    },
    gives: (path: string, name: string): boolean => this.others.has(path) && this.asksName('gives', path, name),
    declares: (path: string, name: string): boolean => this.others.has(path) && this.asksName('declares', path, name),
    beside: (path: string): Iterable<string> => {
      const folder = folderOf(path);
      this.reliance.ask(`folder ${folder}`);
      if (!path.endsWith('/')) this.wishFolder(path);
      return this.byFolder.get(folder) ?? [];
    },
  };

  private wishFolder(path: string): void {
    this.wishes.add(packageOf(path)).add(`${folderOf(path)}/`);
  }

  /**
   * Puts the facts in that `read` makes, or takes the file out when there are none; `isRecord` says that they are no
   * configuration. Returns the files that relied on what was there or now rely on something else.
   */
  put(path: string, read: () => FileFacts | undefined, isRecord: boolean): Set<string> {
    const known = this.byPath.get(path);
    const touched = this.reliance.on(known ? this.answersOf(known) : this.names(path));
    if (known) {
      this.configuration.remove(known);
      // Let go before the new ones are made: what is still held, the garbage collector copies meanwhile.
      this.byPath.set(path, emptyFacts(path, known.language));
    }
    const facts = read();
    if (!facts) {
      for (const each of this.remove(path)) touched.add(each);
      return touched;
    }
    this.byPath.set(path, facts);
    if (mayHoldSettings(path)) this.setFields(path, settingsFields(facts));
    if (!known) for (const [map, name] of this.indexes(path)) map.set(name, (map.get(name) ?? new Set()).add(path));
    if (!isRecord) this.configuration.add(facts, (image) => imageProvider(image, theCatalogue()) !== undefined);
    if (facts.dependencies.length > 0) this.manifests.add(path);
    else this.manifests.delete(path);
    const filled = [...filledClasses(facts)];
    if (filled.length > 0) this.filled.set(path, filled);
    else this.filled.delete(path);
    const shared = sharedModules(facts);
    if (shared.length > 0) this.globals.set(path, shared);
    else this.globals.delete(path);
    for (const each of this.reliance.on([...this.answersOf(facts), ...this.askedNames.changed(facts)]))
      touched.add(each);
    return touched;
  }

  private setFields(path: string, fields: ReadonlyMap<string, BindingFact>): void {
    const before = this.settings.get(path);
    for (const name of before?.keys() ?? []) if (!fields.has(name)) this.byField.get(name)?.delete(path);
    for (const name of fields.keys())
      if (before?.has(name) !== true) this.byField.set(name, (this.byField.get(name) ?? new Set()).add(path));
    if (fields.size > 0) this.settings.set(path, fields);
    else this.settings.delete(path);
  }

  /** Returns the files that relied on it. */
  remove(path: string): Set<string> {
    const known = this.byPath.get(path);
    if (!known) return new Set();
    const touched = this.reliance.on([...this.answersOf(known), ...this.names(path)]);
    this.configuration.remove(known);
    this.byPath.delete(path);
    this.setFields(path, noFields);
    this.askedNames.forget(path);
    for (const names of [this.manifests, this.globals, this.filled]) names.delete(path);
    for (const [map, name] of this.indexes(path)) map.get(name)?.delete(path);
    return touched;
  }

  get(path: string): FileFacts | undefined {
    return this.byPath.get(path);
  }

  paths(): Iterable<string> {
    return this.byPath.keys();
  }

  /** Whether a file that is not here may say where a name goes that a file here asked for. */
  wants(path: string): boolean {
    if (this.byPath.has(path)) return false;
    const end = path.lastIndexOf('/') + 1;
    if (this.wishes.has(path) || this.wishes.has(`/${path.slice(end)}`)) return true;
    return this.wishes.has(path.slice(0, end) || '/') && this.wishes.has(packageOf(path));
  }

  imported(
    from: FileFacts,
    name: string,
    as: 'name' | 'call' = 'name',
    passes = 0,
  ): { readonly facts: FileFacts; readonly name: string } | undefined {
    const home = this.homeOf(from, name);
    if (!home) return undefined;
    const isBound = this.asksName('binds', home.path, as === 'call' ? `${home.name}()` : home.name);
    // `from basis import ADRES as BASIS`: what that file takes from another one.
    const isPassed = !isBound && passes < MAX_PASSES && this.asksName('takes', home.path, rootOf(home.name));
    const facts = isBound || isPassed ? this.asked(home.path) : undefined;
    if (!facts) return undefined;
    return isPassed ? this.imported(facts, home.name, as, passes + 1) : { facts, name: home.name };
  }

  importedPath(from: FileFacts, name: string): string | undefined {
    return this.homeOf(from, name)?.path;
  }

  importedFile(from: FileFacts, name: string): FileFacts | undefined {
    const home = this.homeOf(from, name);
    return home && this.asked(home.path);
  }

  private homeOf(from: FileFacts, name: string): Home | undefined {
    return importedFrom(from, name, this.others, (fileName) => {
      this.reliance.ask(`name ${fileName}`);
      this.wishes.add(`/${fileName}`);
      return [...(this.byFileName.get(fileName) ?? [])];
    });
  }

  private asksName(kind: Kind, path: string, name: string): boolean {
    const facts = this.byPath.get(path);
    if (!facts) return false;
    const { answer, question } = this.askedNames.ask(kind, facts, name);
    this.reliance.ask(question);
    return answer;
  }

  *loadedFirst(from: FileFacts): Generator<FileFacts> {
    for (const path of loadedFirst(from, this.others)) {
      const facts = this.asked(path);
      if (facts) yield facts;
    }
  }

  settingsFile(from: FileFacts, name: string): FileFacts | undefined {
    const path = settingsFile(from, name, this.others);
    return path === undefined ? undefined : this.asked(path);
  }

  /** What files of the same folder, or above it, take in for those around them too. */
  globalImports(from: FileFacts): readonly string[] {
    if (from.language !== 'csharp' && from.language !== 'r') return [];
    this.reliance.ask('global imports');
    const isOfR = from.language === 'r';
    return [...this.globals]
      .filter(([path]) => isNear(path, from.path) && takesInForR.test(path) === isOfR)
      .flatMap(([, modules]) => modules);
  }

  /** The only service among the framework's connectors in the manifest nearest above the file. */
  serviceOf(framework: string, { path }: FileFacts): string | undefined {
    const word = connectorWords[framework];
    if (word === undefined) return undefined;
    this.reliance.ask('manifests');
    let nearest: string | undefined;
    for (const manifest of this.manifests) {
      if (!isNear(manifest, path)) continue;
      if (nearest === undefined || folderOf(manifest).length > folderOf(nearest).length) nearest = manifest;
    }
    const services = new Set<string>();
    for (const { ecosystem, name } of this.byPath.get(nearest ?? '')?.dependencies ?? []) {
      const written = name.includes(':') ? name : (this.catalogued(name, { path }) ?? name);
      const provider = written.includes(word) ? theCatalogue().packageProvider(ecosystem, written) : undefined;
      if (provider !== undefined && theCatalogue().provider(provider)?.kind !== 'framework') services.add(provider);
    }
    return services.size === 1 ? [...services][0] : undefined;
  }

  catalogued(accessor: string, { path }: Pick<FileFacts, 'path'>): string | undefined {
    this.reliance.ask('manifests');
    const dot = accessor.indexOf('.');
    const [file, alias] = [`${accessor.slice(0, dot)}.versions.toml`, squash(accessor.slice(dot))];
    for (const manifest of this.byFileName.get(file) ?? []) {
      // It lies in `gradle/` beside the build.
      if (!this.manifests.has(manifest) || !path.startsWith(manifest.replace(/(?:gradle\/)?[^/]*$/, ''))) continue;
      const found = this.byPath.get(manifest)?.dependencies.find((each) => squash(each.alias ?? '') === alias);
      if (found) return found.name;
    }
    return undefined;
  }

  filledClass(type: string): (FilledClass & { readonly facts: FileFacts }) | undefined {
    this.reliance.ask(`filled ${type}`);
    for (const [path, classes] of this.filled) {
      const found = classes.find((each) => each.type === type);
      const facts = found && this.asked(path);
      if (facts) return { ...found, facts };
    }
    // Where a program of .NET begins.
    for (const name of ['Program.cs', 'Startup.cs']) this.wishes.add(`/${name}`);
    return undefined;
  }

  field(name: string): { readonly facts: FileFacts; readonly binding: BindingFact } | undefined {
    if (tooPlain.has(name)) return undefined;
    this.askedFields.add(name);
    this.reliance.ask(`field ${name}`);
    // Two classes with such a field: which one is meant cannot be told.
    const [path, other] = this.byField.get(name) ?? [];
    if (path === undefined || other !== undefined) return undefined;
    const facts = this.byPath.get(path);
    const binding = this.settings.get(path)?.get(name);
    return facts && binding && { facts, binding };
  }

  /** The file with all that is in it. */
  private asked(path: string): FileFacts | undefined {
    this.reliance.ask(`inside ${path}`);
    return this.byPath.get(path);
  }

  /** Questions that the mere presence of a path answers. */
  private names(path: string): string[] {
    return [`file ${path}`, `folder ${folderOf(path)}`, `name ${fileName(path)}`];
  }

  /** Questions that a file has a part in the answer of. */
  private *answersOf(facts: FileFacts): Iterable<string> {
    yield `inside ${facts.path}`;
    yield* this.configuration.questionsOf(facts);
    if (this.manifests.has(facts.path)) yield 'manifests';
    if (this.globals.has(facts.path)) yield 'global imports';
    for (const { type } of this.filled.get(facts.path) ?? []) yield `filled ${type}`;
    for (const name of this.settings.get(facts.path)?.keys() ?? [])
      if (this.askedFields.has(name)) yield `field ${name}`;
  }

  private indexes(path: string): [Map<string, Set<string>>, string][] {
    return [
      [this.byFolder, folderOf(path)],
      [this.byFileName, fileName(path)],
    ];
  }
}

const isTerraform = /\.(?:tf|tofu)$/;
const ofTerraform = /^key (?:variable\w+default|locals\w)/;

/** Through so many files a name is handed on; nobody could follow more. */
const MAX_PASSES = 3;

const noFields: ReadonlyMap<string, BindingFact> = new Map();

const takesInForR = /\.R$|(?:^|\/)NAMESPACE$/i;

/** Modules of the catalogue that a file takes in for others: `global using OpenAI;`, `library(ellmer)`, `import(ellmer)`. */
function sharedModules(facts: FileFacts): readonly string[] {
  if (facts.language === 'csharp')
    return facts.imports.filter(({ isGlobal }) => isGlobal === true).map(({ module }) => module);
  if (!takesInForR.test(facts.path)) return [];
  const isKnown = (module: string): boolean => theCatalogue().modules.find('r', module) !== undefined;
  const attached = facts.language === 'r' ? importsOf(facts).filter(({ names }) => names[0]?.name === '*') : [];
  return [...attached.map(({ module }) => module), ...facts.dependencies.map(({ name }) => name)].filter(isKnown);
}

/** `spring-ai-openai`, `spring_ai_openai` and `.spring.ai.openai` are one entry. */
function squash(alias: string): string {
  return alias.replace(/^\.|[-_.]/g, '');
}

/** Fields of every second class. */
const tooPlain = new Set([
  'url',
  'uri',
  'host',
  'endpoint',
  'model',
  'key',
  'name',
  'value',
  'baseUrl',
  'base_url',
  'baseURL',
  'apiKey',
  'api_key',
]);

/** Part of the package names of a framework's connectors. */
const connectorWords: Readonly<Record<string, string>> = { 'spring-ai': 'spring-ai' };

/** Whether `file` lies in a folder above `path`. */
function isNear(file: string, path: string): boolean {
  return path.startsWith(file.slice(0, file.lastIndexOf('/') + 1));
}

function rootOf(name: string): string {
  return name.split('.', 1)[0] as string;
}

/** Files of a kind in one folder, which in some languages see each other's constants: `src/*.go`. */
function packageOf(path: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}*${path.slice(path.lastIndexOf('.'))}`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
