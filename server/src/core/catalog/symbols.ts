import type { Language } from '../syntax/source/language.js';
import { modulesOf } from './modules.js';
import type { CompiledProvider, ProviderSymbol } from './schema.js';

/** A symbol of the catalogue, with what it reaches and where it comes from. */
export interface CatalogueSymbol {
  readonly symbol: ProviderSymbol;
  /** Entry that the symbol stands in. */
  readonly owner: string;
  /** What it reaches. */
  readonly provider: string;
  /** Modules that it may come from, in the language asked. */
  readonly modules: readonly string[];
  /** Methods on the object that send something, dotted. */
  readonly calls: ReadonlySet<string>;
}

/** Symbols by language and dotted name. */
export class SymbolTable {
  private readonly tables = new Map<string, Map<string, CatalogueSymbol[]>>();
  /** Symbols that an argument gives away on whatever object they are called, by their last name: `….client('bedrock-runtime')`. */
  private readonly byArgument = new Map<string, Map<string, CatalogueSymbol[]>>();

  constructor(private readonly providers: ReadonlyMap<string, CompiledProvider>) {
    for (const provider of providers.values()) {
      const languages = languagesOf(provider);
      for (const symbol of provider.symbols ?? []) {
        const calls = new Set(this.callsOf(provider, symbol));
        for (const language of symbol.languages ?? languages) this.add(language, provider, symbol, calls);
      }
    }
  }

  private add(language: string, provider: CompiledProvider, symbol: ProviderSymbol, calls: ReadonlySet<string>): void {
    const table = this.tables.get(language) ?? new Map<string, CatalogueSymbol[]>();
    this.tables.set(language, table);
    const own = modulesOf(provider)[language as keyof NonNullable<CompiledProvider['modules']>] ?? [];
    const entry: CatalogueSymbol = {
      symbol,
      owner: provider.id,
      provider: symbol.provider ?? provider.id,
      modules: [...(symbol.modules ?? []), ...own].filter((module) => !module.startsWith('!')),
      calls,
    };
    for (const name of symbol.names) {
      const dotted = normaliseName(name);
      const entries = table.get(dotted);
      if (entries) entries.push(entry);
      else table.set(dotted, [entry]);
      if (symbol.when && symbol.when.is.every((value) => value.length >= 7)) {
        const last = dotted.slice(dotted.lastIndexOf('.') + 1);
        const given = this.byArgument.get(language) ?? new Map<string, CatalogueSymbol[]>();
        this.byArgument.set(language, given.set(last, [...(given.get(last) ?? []), entry]));
      }
    }
  }

  private callsOf(provider: CompiledProvider, symbol: ProviderSymbol): string[] {
    return (symbol.calls ?? provider.calls ?? []).flatMap((call) =>
      call.startsWith('@') ? (this.providers.get(call.slice(1))?.calls ?? []) : [normaliseName(call)],
    );
  }

  givenAway(language: Language['catalogueAs'], lastName: string): readonly CatalogueSymbol[] {
    return this.byArgument.get(language)?.get(lastName) ?? [];
  }

  find(language: Language['catalogueAs'], name: string): readonly CatalogueSymbol[] {
    return this.tables.get(language)?.get(name) ?? [];
  }
}

export function normaliseName(name: string): string {
  return name.replace(/\(\)/g, '').replace(/::|->|\\/g, '.');
}

/** The languages that a provider has modules or packages for. */
export function languagesOf(provider: CompiledProvider): string[] {
  const packages = provider.packages ?? {};
  const fromPackages: Readonly<Record<string, string>> = {
    npm: 'javascript',
    pypi: 'python',
    maven: 'java',
    nuget: 'csharp',
    go: 'go',
    composer: 'php',
    rubygems: 'ruby',
    cargo: 'rust',
    cran: 'r',
    swift: 'swift',
    pub: 'dart',
  };
  const languages = new Set<string>(Object.keys(provider.modules ?? {}));
  for (const ecosystem of Object.keys(packages)) {
    const language = fromPackages[ecosystem];
    if (language !== undefined) languages.add(language);
  }
  return [...languages];
}
