import type { Accountability } from './accountability/accountability.js';
import { buildAccountability } from './accountability/build.js';
import { folderOf, isAccountabilityPath } from './accountability/paths.js';
import { theCatalogue } from './catalog/catalogue.js';
import { assistantOf } from './catalog/trigger.js';
import { ranksOf, type Ranks } from './checks/carriers.js';
import type { Finding, SuppressedFinding } from './checks/finding.js';
import { checkFile, type CheckedFile } from './checks/run.js';
import { Configuration } from './endpoint/configuration.js';
import { importedFrom, settingsField } from './endpoint/crossFile.js';
import type { ResolveContext } from './endpoint/resolved.js';
import type { Project, ReferencedDocument } from './project.js';
import type { Settings } from './settings.js';
import type { BindingFact, FileFacts } from './syntax/fact.js';
import { emptyFacts, readFacts } from './syntax/readFacts.js';
import type { Usage } from './usage/usage.js';
import { settle, viewOf, type ProjectView } from './usage/projectView.js';
import { imageProvider } from './usage/commands.js';
import { usagesOf } from './usage/usagesOf.js';

export function createProject(settings: Settings): Project {
  return new FactsProject(settings);
}

/** Facts go in, results come out; both kinds of results are made when asked for and kept until they may differ. */
class FactsProject implements Project {
  private readonly files = new Map<string, FileFacts>();
  private readonly byFileName = new Map<string, string[]>();
  private readonly byFolder = new Map<string, Set<string>>();
  private readonly texts = new Map<string, string>();
  private readonly documents = new Map<string, ReferencedDocument>();
  private readonly configuration = new Configuration();
  /** What each file shows by itself, and what it shows within the project. */
  private readonly ownUsages = new Map<string, readonly Usage[]>();
  private readonly usageCache = new Map<string, readonly Usage[]>();
  private readonly findingCache = new Map<string, CheckedFile>();
  private readonly resolving: ResolveContext;
  private readonly failed = new Map<string, unknown>();
  /** Files whose constants another file was resolved through. */
  private readonly leanedOn = new Set<string>();
  private recorded: Accountability | undefined;
  private ranks: Ranks | undefined;
  private view: ProjectView | undefined;
  private documentNames: readonly string[] = [];

  constructor(private current: Settings) {
    this.resolving = {
      configuration: this.configuration,
      imported: (from, name) => {
        const found = importedFrom(
          from,
          name,
          {
            facts: (path) => this.files.get(path),
            beside: (path) => this.byFolder.get(folderOf(path)) ?? [],
          },
          (fileName) => this.byFileName.get(fileName) ?? [],
        );
        if (found) this.leanedOn.add(found.facts.path);
        return found;
      },
      globalImports: (from) => (from.language === 'csharp' ? this.globalModules(from.path) : []),
      serviceOf: (framework, from) => this.serviceOf(framework, from.path),
      field: (name) => {
        const found = tooPlain.has(name) ? [] : this.settingsFields(name);
        const [only] = found;
        // Two classes with such a field: which one is meant cannot be told.
        if (!only || found.length > 1) return undefined;
        this.leanedOn.add(only.facts.path);
        return only;
      },
    };
  }

  get settings(): Settings {
    return this.current;
  }

  set settings(settings: Settings) {
    this.current = settings;
    this.findingCache.clear();
  }

  set(path: string, text: string): boolean {
    const known = this.files.get(path);
    // Let go before the new ones are made: what is still held, the garbage collector copies meanwhile.
    if (known) this.files.set(path, emptyFacts(path, known.language));
    const facts = readFacts(path, text) ?? (assistantOf(path) === undefined ? undefined : emptyFacts(path, 'text'));
    if (isAccountabilityPath(path)) this.texts.set(path, text);
    if (!facts) {
      if (!isAccountabilityPath(path)) return this.delete(path);
      this.forgetRecords();
      return true;
    }
    return this.setFacts(facts);
  }

  setFacts(facts: FileFacts): boolean {
    const { path } = facts;
    const isNew = !this.files.has(path);
    const touchesOthers = this.touchesOthers(path) || facts.settings.length > 0;
    this.configuration.remove(path);
    this.files.set(path, facts);
    if (!isAccountabilityPath(path))
      this.configuration.add(facts, (image) => imageProvider(image, theCatalogue()) !== undefined);
    if (isNew) this.nameFile(path);
    this.forget(path, touchesOthers);
    return touchesOthers;
  }

  delete(path: string): boolean {
    const touchesOthers = this.touchesOthers(path);
    this.texts.delete(path);
    if (this.files.delete(path)) {
      this.configuration.remove(path);
      this.byFolder.get(folderOf(path))?.delete(path);
      const name = fileName(path);
      this.byFileName.set(
        name,
        (this.byFileName.get(name) ?? []).filter((each) => each !== path),
      );
    }
    this.forget(path, touchesOthers);
    return touchesOthers;
  }

  paths(): Iterable<string> {
    return this.files.keys();
  }

  documentPaths(): Iterable<string> {
    return this.documentNames;
  }

  noteDocuments(paths: readonly string[]): void {
    this.documentNames = paths;
  }

  facts(path: string): FileFacts | undefined {
    return this.files.get(path);
  }

  text(path: string): string | undefined {
    return this.texts.get(path);
  }

  usages(path: string): readonly Usage[] {
    const known = this.usageCache.get(path);
    if (known) return known;
    const facts = this.files.get(path);
    if (!facts || isAccountabilityPath(path)) return [];
    const usages = settle(this.own(facts), facts, this.theView(), theCatalogue());
    this.usageCache.set(path, usages);
    return usages;
  }

  private own(facts: FileFacts): readonly Usage[] {
    const known = this.ownUsages.get(facts.path);
    if (known) return known;
    const usages = this.attempt(facts.path, () => usagesOf(facts, theCatalogue(), this.resolving)) ?? [];
    this.ownUsages.set(facts.path, usages);
    return usages;
  }

  failures(): ReadonlyMap<string, unknown> {
    return this.failed;
  }

  /** A file that something fails on costs that part of that file, not the rest. */
  private attempt<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!this.failed.has(path)) this.failed.set(path, error);
      return undefined;
    }
  }

  private theView(): ProjectView {
    if (!this.view) {
      const files = [...this.files.values()].filter((facts) => !isAccountabilityPath(facts.path));
      this.view = viewOf(
        files.map((facts) => this.own(facts)),
        theCatalogue(),
      );
    }
    return this.view;
  }

  findings(path: string): readonly Finding[] {
    return this.checked(path)?.findings ?? [];
  }

  suppressed(path: string): readonly SuppressedFinding[] {
    return this.checked(path)?.suppressed ?? [];
  }

  private checked(path: string): CheckedFile | undefined {
    const known = this.findingCache.get(path);
    if (known) return known;
    const facts = this.files.get(path);
    if (!facts) return undefined;
    const checked = checkFile({
      facts,
      usages: this.usages(path),
      accountability: this.accountability,
      settings: this.current,
      ...this.bestRanks(),
      surroundings: this,
      attempt: (work) => this.attempt(path, work),
    });
    this.findingCache.set(path, checked);
    return checked;
  }

  wantedDocuments(): readonly string[] {
    return this.accountability.wantedDocuments();
  }

  setDocument(path: string, document: ReferencedDocument): boolean {
    const known = this.documents.get(path);
    if (
      known?.state === document.state &&
      (known.state !== 'text' || known.text === (document as { text?: string }).text)
    )
      return false;
    this.documents.set(path, document);
    this.recorded = undefined;
    this.findingCache.clear();
    return true;
  }

  get accountability(): Accountability {
    return (this.recorded ??= buildAccountability({ files: this.texts, document: (path) => this.documents.get(path) }));
  }

  private bestRanks(): Ranks {
    return (this.ranks ??= ranksOf(this.files.keys(), (path) => this.usages(path)));
  }

  private settingsFields(name: string): { facts: FileFacts; binding: BindingFact }[] {
    const found: { facts: FileFacts; binding: BindingFact }[] = [];
    for (const facts of this.files.values()) {
      const binding = settingsField(facts, name);
      if (binding) found.push({ facts, binding });
    }
    return found;
  }

  /** C#'s `global using` lines of the nearest project folder. */
  private globalModules(path: string): string[] {
    const modules: string[] = [];
    for (const facts of this.files.values()) {
      if (facts.language !== 'csharp' || !isNear(facts.path, path)) continue;
      for (const each of facts.imports) if (each.isGlobal === true) modules.push(each.module);
    }
    return modules;
  }

  /** The only service among the framework's connectors in the manifest nearest above the path. */
  private serviceOf(framework: string, path: string): string | undefined {
    const word = connectorWords[framework];
    if (word === undefined) return undefined;
    let nearest: FileFacts | undefined;
    for (const facts of this.files.values()) {
      if (facts.dependencies.length === 0 || !isNear(facts.path, path)) continue;
      if (!nearest || folderLength(facts.path) > folderLength(nearest.path)) nearest = facts;
    }
    const services = new Set<string>();
    for (const { ecosystem, name } of nearest?.dependencies ?? []) {
      const provider = name.includes(word) ? theCatalogue().packageProvider(ecosystem, name) : undefined;
      if (provider !== undefined && theCatalogue().provider(provider)?.kind !== 'framework') services.add(provider);
    }
    return services.size === 1 ? [...services][0] : undefined;
  }

  private touchesOthers(path: string): boolean {
    return this.texts.has(path) || this.configuration.has(path) || this.leanedOn.has(path);
  }

  private forget(path: string, others: boolean): void {
    if (isAccountabilityPath(path)) {
      this.forgetRecords();
      return;
    }
    if (others) {
      this.forgetAll();
      return;
    }
    this.failed.delete(path);
    this.ownUsages.delete(path);
    this.usageCache.delete(path);
    this.findingCache.delete(path);
    // What stands in an accountability file is held against everything that the project uses.
    for (const record of this.texts.keys()) this.findingCache.delete(record);
    // An assistant is told once a project, at the first of its files.
    for (const [file, usages] of this.usageCache) {
      if (usages.some(({ kind }) => kind === 'assistant')) this.findingCache.delete(file);
    }
    const [ranksBefore, viewBefore] = [this.ranks, this.view];
    this.ranks = undefined;
    this.view = undefined;
    // While the project as a whole shows the same, no other file's results change.
    if (viewBefore && viewBefore.signature !== this.theView().signature) {
      this.usageCache.clear();
      this.findingCache.clear();
    }
    if (ranksBefore) {
      const { projectRank, productRank } = this.bestRanks();
      if (ranksBefore.projectRank !== projectRank || ranksBefore.productRank !== productRank) this.findingCache.clear();
    }
  }

  /** What is recorded moves findings; what the code uses stays the same. */
  private forgetRecords(): void {
    this.recorded = undefined;
    this.findingCache.clear();
  }

  private forgetAll(): void {
    this.recorded = undefined;
    this.ranks = undefined;
    this.view = undefined;
    this.failed.clear();
    this.ownUsages.clear();
    this.usageCache.clear();
    this.findingCache.clear();
  }

  private nameFile(path: string): void {
    const folder = folderOf(path);
    const inFolder = this.byFolder.get(folder) ?? new Set<string>();
    this.byFolder.set(folder, inFolder.add(path));
    const name = fileName(path);
    const paths = this.byFileName.get(name);
    if (paths) paths.push(path);
    else this.byFileName.set(name, [path]);
  }
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
  return path.startsWith(file.slice(0, folderLength(file)));
}

function folderLength(path: string): number {
  return path.lastIndexOf('/') + 1;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
