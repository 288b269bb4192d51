import { Memo } from '../memo.js';
import { importsOf } from './imports/importsOf.js';
import type { Catalogue } from '../catalog/catalogue.js';
import { ModuleTable } from '../catalog/modules.js';
import { unlistedGoClient } from './unlistedGoClient.js';
import type { CatalogueSymbol } from '../catalog/symbols.js';
import type { CallFact, Expr, FileFacts, ImportedName, ImportFact } from '../syntax/fact.js';
import type { Language } from '../syntax/source/language.js';
import { bindingsOf } from '../endpoint/bindings.js';
import { argumentOf, relax } from './clients/arguments.js';

interface Candidate {
  /** Module that the name comes from; undefined when nothing in the file says so. */
  readonly module: string | undefined;
  readonly name: string;
}

/** Methods on a class that build an object of it. */
const factories = new Set([
  'builder',
  'newBuilder',
  'create',
  'Create',
  'new',
  'New',
  'from',
  'of',
  'fromEnv',
  'from_env',
  'fromEnvironment',
  'default',
  'withApiKey',
  'from_defaults',
  'fromExistingClient',
  'build',
  'Builder',
  'getInstance',
  'from_pretrained',
  'fromPretrained',
  'from_llm',
  'fromLLM',
  'with_api_key',
  'with_config',
  'withDefaults',
  'connect',
  'init',
  'from_tools',
  'from_agent_and_tools',
  'from_documents',
  'client',
  'factory',
]);

/** Names by which a class of a provider's module is a client even when the catalogue does not list it. */
const clientLike =
  /^(?:New)?(?:Async)?(?:Chat[A-Z]\w*|\w+(?:Client|ChatModel|ChatCompletion|Embeddings?|EmbeddingModel|LLM|Llm|LanguageModel|Agent))$/;
const notClientLike =
  /^(?:With|Fake|Mock|Stub|Dummy|Synthetic)|^(?:(?:Text|Content)Embedding|ChatCompletion)$|(?:Chunk|Metadata|Observ\w*|ContentPart|Generation|Handler$|Function$|Context$|Stream$|Message|Prompt|Template|History|Request|Response|Options|Config|Params?|Error|Exception|Result|Role|Type|Memory|Parser|Usage|Exit|Event)|(?:Choices?|Delta|Tool(?:Call|Choice)?|Part|Format|LogProbs?)$/;

/** No person imports more under one name, or more as a whole. */
const MANY = 500;
/** No module has a longer name; a fluent chain of a thousand calls has, and each of its calls is asked. */
const MAX_PARTS = 10;

/** Answers where a name in a file comes from, and which symbol of the catalogue it is. */
export class Origins {
  private readonly byAlias = new Map<string, ImportFact[]>();
  private readonly ordinary = new Memo<string | null>();
  private readonly wholesale = new Set<string>();
  /** Of those of `byAlias`, the names with a dot: `import google.generativeai`. */
  private readonly dotted: string[] = [];
  private readonly renamed = new Map<string, string>();
  /** Answers for names as they stand, and for names that may end in a factory's. */
  private readonly answers = [
    new Map<string, readonly CatalogueSymbol[]>(),
    new Map<string, readonly CatalogueSymbol[]>(),
  ];

  constructor(
    private readonly facts: FileFacts,
    private readonly catalogue: Catalogue,
    private readonly language: Language['catalogueAs'],
    globalModules: readonly string[],
    /** What the project's configuration gives a variable. */
    private readonly configured: (name: string) => string | undefined,
  ) {
    for (const module of globalModules) this.wholesale.add(module);
    for (const each of importsOf(facts)) {
      if (this.ofOrdinary(each.module) === null) continue;
      if (each.alias !== undefined) this.put(each.alias, each);
      for (const name of each.names) {
        if (name.name === '*') this.takeAll(moduleOf(each, name));
        else this.put(name.alias, each);
      }
    }
  }

  /** Of a module with an ordinary name: its provider, or null when nothing that the file takes from it tells one. */
  ofOrdinary(module: string): string | null | undefined {
    const [root = ''] = module.split('.', 1);
    const known = this.language === 'python' ? this.catalogue.modules.ordinary.get(root) : undefined;
    if (!known) return undefined;
    return this.ordinary.of(root, () => {
      const taken = this.takenFrom(root);
      return known.tells.some((tell) => tell.split('+').every((name) => taken.has(name))) ? known.provider : null;
    });
  }

  /** What the file imports of a module, and calls on it: `from llm import get_key`, `llm.get_model(…)`. */
  private takenFrom(root: string): ReadonlySet<string> {
    const { imports, calls } = this.facts;
    const names = imports.filter(({ module }) => ModuleTable.covers(root, module)).flatMap((each) => each.names);
    const called = calls.filter(({ callee }) => callee.startsWith(`${root}.`));
    return new Set([...names.map(({ name }) => name), ...called.map(({ callee }) => callee.split('.', 2)[1] ?? '')]);
  }

  private put(alias: string, each: ImportFact): void {
    const known = this.byAlias.get(alias);
    if (!known) {
      this.byAlias.set(alias, [each]);
      if (alias.includes('.') && this.dotted.length < MANY) this.dotted.push(alias);
    } else if (known.length < MANY) {
      known.push(each);
    }
  }

  private takeAll(module: string): void {
    if (this.wholesale.size < MANY) this.wholesale.add(module);
  }

  /** `LLM = RubyLLM`: another name for the same. */
  rename(name: string, real: string): void {
    this.renamed.set(name, real);
    for (const answers of this.answers) answers.clear();
  }

  /** The provider that an imported name's module belongs to. */
  moduleProvider(root: string): string | undefined {
    const named = this.byAlias.get(root)?.map(({ module }) => module) ?? [];
    // `import com.anthropic.models.messages.*`: its list of models is in it.
    const mayBeTaken = /Models?$/.test(root) && this.facts.declared?.has(root) !== true;
    for (const module of named.length === 0 && mayBeTaken ? this.wholesale : named) {
      const provider = this.catalogue.modules.find(this.language, module);
      if (provider !== undefined) return provider;
    }
    return undefined;
  }

  /** `chat <- reactiveVal("")`: what a script of R makes itself goes before what a library lends under that name. */
  private isOwnName({ callee, span }: CallFact): boolean {
    const [own] = callee.includes(':') ? [] : bindingsOf(this.facts, callee);
    if (own?.value?.t !== 'call' || own.span.start >= span.start) return false;
    // `chat <- chat("openai/gpt-4o")` is still the library's: R looks for a function.
    return own.value.call.callee !== callee;
  }

  /** The symbol that a call builds or is; undefined when the catalogue knows none. */
  symbolOf(call: CallFact): CatalogueSymbol | undefined {
    if (this.language === 'r' && this.isOwnName(call)) return undefined;
    // Scala leaves brackets out: `OllamaChatModel.builder.baseUrl(…)`.
    const isFirst = call.receiver === undefined;
    const callee =
      isFirst && this.language === 'java' && call.callee.includes('.builder.')
        ? call.callee.replace(/(?<=\.builder)\.\w+$/, '')
        : call.callee;
    // `new OpenAiChatModel.OpenAiChatModelBuilder()`: what `builder()` gives.
    const builder =
      call.isNew && this.language === 'java' ? /^(?:\w+\.)*?(\w+)\.\1Builder$/.exec(callee)?.[1] : undefined;
    const name = builder === undefined ? callee : `${builder}.builder`;
    const symbol = this.symbolNamed(name, isFirst);
    if (!symbol) {
      const byArgument = this.catalogue.symbols
        .givenAway(this.language, lastOf(name))
        .find((each) => this.fits(each, call));
      return byArgument ?? (call.isNew ? this.defaultClass(name) : undefined);
    }
    // The same name may be several symbols, told apart by an argument that must be there, or that only one takes.
    const all = this.all(name, isFirst).filter((each) => this.fits(each, call));
    return (
      all.find((each) => each.symbol.when) ??
      all.find((each) => each !== symbol && takes(each, call) && !takes(symbol, call)) ??
      all[0]
    );
  }

  /** The symbol of a dotted name or type. */
  symbolNamed(name: string, mayBeFactory = true): CatalogueSymbol | undefined {
    return this.all(name, mayBeFactory)[0];
  }

  /** Every symbol that the name may be, kept: the same few names are asked again and again. */
  private all(name: string, mayBeFactory = true): readonly CatalogueSymbol[] {
    const answers = this.answers[Number(mayBeFactory)];
    let answer = answers?.get(name);
    if (!answer) {
      answer = this.lookUpAll(name, mayBeFactory);
      answers?.set(name, answer);
    }
    return answer;
  }

  private lookUpAll(given: string, mayBeFactory: boolean): CatalogueSymbol[] {
    const found: CatalogueSymbol[] = [];
    const [first = ''] = given.split('.', 1);
    const real = this.renamed.get(first);
    const name = real === undefined ? given : real + given.slice(first.length);
    const root = name.split('.', 1)[0] as string;
    // A class of the project's own, whatever an SDK calls one.
    if (this.facts.declared?.has(root) === true && !this.byAlias.has(root)) return found;
    for (const candidate of this.candidates(name)) {
      found.push(...this.lookUp(candidate.name, candidate.module));
      const cut = candidate.name.lastIndexOf('.');
      if (mayBeFactory && cut !== -1 && factories.has(candidate.name.slice(cut + 1))) {
        found.push(
          ...this.lookUp(candidate.name.slice(0, cut), candidate.module).filter(
            ({ symbol }) => symbol.does === 'construct',
          ),
        );
      }
    }
    if (found.length === 0) {
      const guess = this.unlisted(name);
      if (guess) found.push(guess);
    }
    return found;
  }

  /** `import Client from 'some-sdk'; new Client(…)`: the default export of an SDK is its client. */
  private defaultClass(name: string): CatalogueSymbol | undefined {
    const imported = this.byAlias
      .get(name)
      ?.find((each) => each.names.some((one) => one.alias === name && one.name === 'default'));
    const provider = imported && this.catalogue.modules.find(this.language, imported.module);
    const entry = provider === undefined ? undefined : this.catalogue.provider(provider);
    if (!entry || !imported || entry.kind === 'framework' || entry.kind === 'tool') return undefined;
    return {
      symbol: { names: [name], does: 'construct' },
      owner: entry.id,
      provider: entry.id,
      modules: [imported.module],
      calls: new Set(entry.calls ?? []),
    };
  }

  private lookUp(name: string, module: string | undefined): CatalogueSymbol[] {
    const entries = this.catalogue.symbols.find(this.language, name);
    // Ruby loads gems for the whole program: `Aws::BedrockRuntime::Client` needs no line of its own.
    const isConstantPath = this.language === 'ruby' && /^[A-Z]\w*\.[A-Z]/.test(name);
    const certain =
      module === undefined
        ? []
        : entries.filter(({ modules }) => modules.some((owner) => ModuleTable.covers(owner, module)));
    if (certain.length > 1 && module !== undefined) {
      const own = this.catalogue.modules.find(this.language, module);
      // Of the classes of one provider that have this name, the one that names the module is meant.
      const fit = ({ provider, symbol: { modules } }: CatalogueSymbol) =>
        2 * Number(provider === own) + Number(modules?.some((each) => ModuleTable.covers(each, module)) === true);
      certain.sort((a, b) => fit(b) - fit(a));
    }
    return certain.length > 0
      ? certain
      : entries.filter(({ symbol }) => (symbol.distinctive === true || isConstantPath) && module === undefined);
  }

  private candidates(name: string): Candidate[] {
    const found: Candidate[] = [];
    const dot = name.indexOf('.');
    const root = dot === -1 ? name : name.slice(0, dot);
    const rest = dot === -1 ? '' : name.slice(dot + 1);
    for (const each of this.byAlias.get(root) ?? []) {
      const imported = each.names.find(({ alias }) => alias === root);
      if (imported) {
        const real = imported.name === 'default' ? root : imported.name;
        const module = moduleOf(each, imported);
        found.push({ module, name: rest === '' ? real : `${real}.${rest}` });
        if (rest !== '') found.push({ module: `${module}.${real}`, name: rest }, { module, name: rest });
        // `use rig::providers::openai::Client;`: the module says which of the many it is.
        if (this.language === 'rust' && rest !== '') found.push({ module, name: `${lastOf(module)}.${real}.${rest}` });
      } else if (rest !== '') {
        found.push(
          { module: each.module, name: rest },
          { module: each.module, name: `${lastOf(each.module)}.${rest}` },
        );
      } else {
        found.push({ module: each.module, name: root });
      }
    }
    // `import google.generativeai` is used under its whole path.
    for (const alias of this.dotted) {
      if (!name.startsWith(`${alias}.`)) continue;
      for (const each of this.byAlias.get(alias) ?? [])
        found.push({ module: each.module, name: name.slice(alias.length + 1) });
    }
    if (found.length > 0) return found;
    for (const module of this.wholesale) found.push({ module, name });
    // Extension methods are called on any object: `builder.Services.AddOpenAIChatCompletion(…)`.
    if (this.language === 'csharp' && dot !== -1) {
      const last = lastOf(name);
      for (const module of this.wholesale) found.push({ module, name: last });
      found.push({ module: undefined, name: last });
    }
    const everywhere = this.language === 'javascript' ? /^(?:window|self|globalThis)\.(?=\w)/.exec(name) : null;
    if (everywhere) found.push({ module: undefined, name: name.slice(everywhere[0].length) });
    // Fully qualified.
    const qualified: Candidate[] = [];
    for (let cut = dot; cut > 0 && qualified.length < MAX_PARTS; cut = name.indexOf('.', cut + 1))
      qualified.push({ module: name.slice(0, cut), name: name.slice(cut + 1) });
    found.push(...qualified.reverse(), { module: undefined, name });
    return found;
  }

  private fits({ symbol: { when } }: CatalogueSymbol, call: CallFact): boolean {
    if (!when) return true;
    const { argument, is, environment } = when;
    const value = argumentOf(call, argument, this.facts)?.value;
    if (!value) return environment !== undefined && /^(?:1|true)$/i.test(this.configured(environment) ?? '');
    const said = is.includes('*') ? (isOptions(value) ? undefined : '') : written(value);
    return (
      said !== undefined &&
      is.some((wanted) => (wanted.endsWith('*') ? said.startsWith(wanted.slice(0, -1)) : said === wanted))
    );
  }

  /** A client-like class straight from a provider's module that the catalogue does not list by name. */
  private unlisted(name: string): CatalogueSymbol | undefined {
    if (this.language === 'powershell') return this.commandOf(name);
    const [root, method, ...more] = name.split('.') as [string, ...string[]];
    if (more.length > 0) return undefined;
    const whole = method === undefined ? undefined : this.byAlias.get(root)?.find((each) => each.alias === root);
    const imported = whole ?? this.byAlias.get(root)?.find((each) => each.names.some(({ alias }) => alias === root));
    const real = whole ? method : imported?.names.find(({ alias }) => alias === root)?.name;
    if (whole && method !== undefined && this.language === 'go') {
      const client = unlistedGoClient(whole.module, method, this.catalogue);
      if (client) return client;
    }
    if (!whole && method !== undefined && !factories.has(method)) return undefined;
    if (!imported || real === undefined || !clientLike.test(real) || notClientLike.test(real)) return undefined;
    // `openai.types.chat.ChatCompletion`: the shape of an answer.
    const named = imported.names.find(({ alias }) => alias === root);
    const module = named ? moduleOf(imported, named) : imported.module;
    if (/[./:](?:types|resources)(?:[./:]|$)/.test(module)) return undefined;
    return this.symbolIn(imported.module, { names: [real], does: 'construct' });
  }

  /** `PSOpenAI\\New-Thread`: a command of a provider's module. */
  private commandOf(name: string): CatalogueSymbol | undefined {
    const dot = name.indexOf('.');
    if (dot === -1) return undefined;
    return this.symbolIn(name.slice(0, dot), { names: [name], does: 'call', model: ['Model'], key: ['ApiKey'] });
  }

  private symbolIn(module: string, symbol: CatalogueSymbol['symbol']): CatalogueSymbol | undefined {
    const id = this.catalogue.modules.find(this.language, module);
    const provider = id === undefined ? undefined : this.catalogue.provider(id);
    if (!provider) return undefined;
    const { id: owner, calls } = provider;
    return { symbol, owner, provider: owner, modules: [module], calls: new Set(calls ?? []) };
  }
}

/** Where a name is taken from: `use rig::{providers::openai::Client}`. */
function moduleOf({ module }: ImportFact, { within }: ImportedName): string {
  return within === undefined ? module : `${module}.${within}`;
}

/** A value as it is compared with a word of the catalogue. */
function written(value: Expr): string | undefined {
  if (value.t === 'string') return value.value;
  if (value.t === 'name') return lastOf(value.path);
  return value.t === 'call' ? lastOf(value.call.callee) : undefined;
}

/** `new OpenAIClient(key, new OpenAIClientOptions())`: options are no value. */
function isOptions(value: Expr): boolean {
  const name = value.t === 'call' ? value.call.callee : value.t === 'name' ? value.path : '';
  return value.t === 'object' || /options$/i.test(name);
}

/** Whether the call has an argument that says where this symbol goes. */
function takes({ symbol }: CatalogueSymbol, call: CallFact): boolean {
  const names = new Set(
    [...(symbol.endpoint ?? []), ...(symbol.key ?? [])].filter((name) => typeof name === 'string').map(relax),
  );
  const entries = call.args.flatMap((arg) => (arg.value.t === 'object' ? arg.value.entries : [arg]));
  return entries.some(({ name }) => name !== undefined && names.has(relax(name)));
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
}
