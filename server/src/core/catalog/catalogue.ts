import rules from 'handreiking:rules';
import { Memo } from '../memo.js';
import { escapeRegExp, globTest, longestPart, NameTable } from './glob.js';
import { HostTable } from './hosts.js';
import { ModuleTable } from './modules.js';
import type { CompiledProvider, SettingRole } from './schema.js';
import { SettingTable } from './settings.js';
import { languagesOf, normaliseName, SymbolTable } from './symbols.js';

export interface EnvironmentName {
  readonly provider: string;
  readonly role: SettingRole;
}

/** Tails of calls by their last name: `create` → [`chat.completions.create` of openai, …]. */
export type CallTails = ReadonlyMap<
  string,
  readonly {
    readonly tail: string;
    readonly provider: string;
    /** One that the call must have. */
    readonly argument?: string;
  }[]
>;

/** A command of a provider in a line, between two offsets. */
export interface FoundCommand {
  readonly words: string;
  readonly provider: string;
  readonly at: number;
  readonly end: number;
}

/** A size for a tag, as only Ollama's library writes it: `smollm2:1.7b`, `nous-hermes2:34b-yi-q4_K_M`. */
const sized = /^(?:[\w.-]{2,40}\/)?[a-z][\w.-]{2,40}:\d{1,3}(?:\.\d{1,2})?b(?:-[\w.-]+)?$/i;

/** `aws --profile brieven bedrock-runtime …`: options of the command itself, before the service. */
const awsOptions = /[\s\\]+--(?:profile|region|output|endpoint-url|no-cli-pager)(?:[=\s]+(?!bedrock)[^\s-]\S*)?/g;

/** So far behind a command its options are looked at. */
const MAX_OPTIONS = 600;

/** Typed, indexed access to `rules/providers`. Built once, on first use. */
export class Catalogue {
  readonly byId: ReadonlyMap<string, CompiledProvider>;
  readonly hosts: HostTable;
  readonly modules: ModuleTable;
  readonly symbols: SymbolTable;
  readonly settings: SettingTable;
  readonly environment = new NameTable<EnvironmentName>();
  private readonly shared = new Map<string, string[]>();
  /** Packages that say nothing of a project where nothing else does. */
  readonly sharedPackages = new Set<string>();
  readonly sharedPaths: { readonly path: string; readonly provider: string }[] = [];
  readonly packages = new Map<string, NameTable<string>>();
  readonly images = new NameTable<string>();
  /** What a registry of one's own calls as the maker does, where that says whose it is: `vllm-openai`, `open-webui`. */
  readonly ownImages = new Map<string, string>();
  readonly resources = new NameTable<string>();
  readonly actions = new NameTable<string>();
  readonly extensions = new NameTable<string>();
  readonly nodes = new NameTable<string>();
  private readonly commands = new Map<string, { readonly provider: string; readonly only: RegExp | undefined }>();
  private readonly commandWords: RegExp;
  readonly distinctiveCalls: CallTails;
  readonly calls: CallTails;
  private readonly modelTests: {
    readonly test: (text: string) => boolean;
    readonly provider: string;
    readonly weight: number;
    readonly first: string;
    /** What every name that fits holds, in small letters. */
    readonly part: string;
  }[] = [];
  private readonly modelTestsByFirst = new Memo<Catalogue['modelTests']>();
  private readonly modelAnswers = new Memo<string | undefined>();
  private readonly languages = new Memo<readonly string[]>();

  constructor(readonly providers: readonly CompiledProvider[]) {
    this.byId = new Map(providers.map((provider) => [provider.id, provider]));
    this.hosts = new HostTable(providers);
    this.modules = new ModuleTable(providers);
    this.symbols = new SymbolTable(this.byId);
    this.settings = new SettingTable(providers);
    for (const provider of providers) {
      const { id } = provider;
      for (const [name, role] of Object.entries(provider.environment ?? {}))
        this.environment.add(name, { provider: id, role });
      for (const name of Object.keys(provider.shared?.environment ?? {})) {
        this.shared.set(name, [...(this.shared.get(name) ?? []), id]);
      }
      for (const name of provider.shared?.packages ?? []) this.sharedPackages.add(name);
      for (const path of provider.shared?.paths ?? []) this.sharedPaths.push({ path, provider: id });
      for (const [ecosystem, names] of Object.entries(provider.packages ?? {})) {
        for (const name of names) this.packageTable(ecosystem).add(packageKey(ecosystem, name), id);
      }
      for (const model of provider.models ?? []) {
        this.modelTests.push({
          test: globTest(model, model.includes('/')),
          provider: id,
          weight: model.replace(/\*/g, '').length,
          first: model.charAt(0).toLowerCase(),
          part: longestPart(model.toLowerCase(), '*'),
        });
      }
      for (const image of provider.images ?? []) {
        this.images.add(image, id);
        const last = image.slice(image.lastIndexOf('/') + 1);
        if (last.replace(/-/g, '').includes(id)) this.ownImages.set(last, id);
      }
      for (const resource of provider.resources ?? []) this.resources.add(resource.toLowerCase(), id);
      for (const action of provider.actions ?? []) this.actions.add(action.toLowerCase(), id);
      for (const extension of provider.extensions ?? []) this.extensions.add(extension.toLowerCase(), id);
      for (const node of provider.nodes ?? []) this.nodes.add(node, id);
      for (const command of provider.commands ?? []) {
        // `az … create --kind OpenAI`: what is created is told by an option, which may stand anywhere behind it.
        const [words = '', option] = command.split(/ (?=--?\w+ [A-Z])/);
        const only = option && new RegExp(`${option.replace(' ', '[\\s=\'"]+(?:')})\\b`, 'i');
        this.commands.set(words, { provider: id, only: only || undefined });
      }
    }
    this.modelTests.sort((a, b) => b.weight - a.weight);
    const words = [...this.commands.keys()].sort((a, b) => b.length - a.length);
    const written =
      words
        .map((each) => escapeRegExp(each).replaceAll(' ', '[\\s\\\\]+').replace(/^aws/, `aws(?:${awsOptions.source})*`))
        .join('|') || '(?!)';
    this.commandWords = new RegExp(`(?<![\\w.-])(?:${written})(?![^\\s"';])`, 'g');
    this.distinctiveCalls = callTails(providers, (provider) => provider.distinctiveCalls);
    this.calls = callTails(providers, (provider) => provider.calls);
  }

  private packageTable(ecosystem: string): NameTable<string> {
    const table = this.packages.get(ecosystem) ?? new NameTable<string>();
    this.packages.set(ecosystem, table);
    return table;
  }

  packageProvider(ecosystem: string, name: string): string | undefined {
    const known = this.packages.get(ecosystem)?.get(packageKey(ecosystem, name));
    return known ?? this.modules.vendorPackages.find(ecosystem, name);
  }

  /** The provider whose model this name is; undefined for a string that is no known model. */
  modelProvider(name: string): string | undefined {
    if (name.length < 2 || name.length > 120 || /[\s\u0000(){}"'<>=,;]/.test(name)) return undefined;
    return this.modelAnswers.of(name, () => {
      const small = name.toLowerCase();
      const known = this.modelTestsFor(small).find(({ part, test }) => small.includes(part) && test(name));
      return known?.provider ?? (sized.test(name) ? 'ollama' : undefined);
    });
  }

  /** Any string of the code may be a model, so only the patterns that begin like it (in small letters) are tried. */
  private modelTestsFor(small: string): Catalogue['modelTests'] {
    const start = small.charAt(0);
    return this.modelTestsByFirst.of(start, () =>
      this.modelTests.filter(({ first }) => first === start || first === '*'),
    );
  }

  /** The commands of providers that stand in a line, wherever in it. */
  *commandsIn(line: string): Generator<FoundCommand> {
    // Most lines hold none, which is told sooner so.
    if (line.search(this.commandWords) === -1) return;
    for (const { 0: written, index } of line.matchAll(this.commandWords)) {
      const words = written.replace(awsOptions, '').replace(/[\s\\]+/g, ' ');
      const command = this.commands.get(words);
      const end = index + written.length;
      if (!command || command.only?.test(line.slice(end, end + MAX_OPTIONS)) === false) continue;
      yield { words, provider: command.provider, at: index, end };
    }
  }

  /** Providers that share an environment name with other things. */
  sharedVariable(name: string): readonly string[] | undefined {
    return this.shared.get(name);
  }

  /** Whether a provider has libraries in a language: `chat$stream_async()` of R is no call of Mistral's for Python. */
  isIn(language: string, id: string): boolean {
    const provider = this.byId.get(id);
    return provider !== undefined && this.languages.of(id, () => languagesOf(provider)).includes(language);
  }

  provider(id: string): CompiledProvider | undefined {
    return this.byId.get(id);
  }
}

function callTails(
  providers: readonly CompiledProvider[],
  pick: (provider: CompiledProvider) => readonly string[] | undefined,
): CallTails {
  const tails = new Map<string, { tail: string; provider: string; argument?: string }[]>();
  for (const provider of providers) {
    for (const call of pick(provider) ?? []) {
      if (call.startsWith('@')) continue;
      const [, name = '', argument] = /^(.*?)(?:\((\w+)\))?$/.exec(call) ?? [];
      const tail = normaliseName(name);
      const last = tail.slice(tail.lastIndexOf('.') + 1);
      const entries = tails.get(last) ?? [];
      entries.push({ tail, provider: provider.id, ...(argument !== undefined && { argument }) });
      entries.sort((a, b) => b.tail.length - a.tail.length);
      tails.set(last, entries);
    }
  }
  return tails;
}

/**
 * PyPI folds case, `-`, `_` and `.`; NuGet folds case; the others are exact, but for the major version at the end of a Go
 * module and the version of Scala at the end of an artifact.
 */
function packageKey(ecosystem: string, name: string): string {
  if (ecosystem === 'pypi') return name.toLowerCase().replace(/[-_.]+/g, '-');
  if (ecosystem === 'go') return name.replace(/\/v\d+$/, '');
  // Scala's version, the platform of Kotlin's, and the generation of Spring Boot that a starter is for
  // (`…-spring-boot4-starter`).
  if (ecosystem === 'maven')
    return name.replace(/_(?:2\.\d+|3)$|-(?:jvm|android)$|(?<=-spring-boot)\d(?=-starter$)/, '');
  return ecosystem === 'nuget' || ecosystem === 'composer' ? name.toLowerCase() : name;
}

let catalogue: Catalogue | undefined;
export function theCatalogue(): Catalogue {
  return (catalogue ??= new Catalogue(rules.providers));
}
