import type { Language } from '../syntax/source/language.js';
import { VendorPackages } from './vendorPackages.js';
import type { CompiledProvider } from './schema.js';

type CatalogueLanguage = Language['catalogueAs'];
type ModuleLanguage = keyof NonNullable<CompiledProvider['modules']>;

/** Which provider a module belongs to: the longest name that covers it wins; `!` names take a part out again. */
export class ModuleTable {
  private readonly tables = new Map<CatalogueLanguage, Map<string, string | null>>();
  private readonly wild = new Map<CatalogueLanguage, { readonly prefix: string; readonly provider: string }[]>();

  /** Python modules with an ordinary name, by what only the provider's has in it. */
  readonly ordinary = new Map<string, { readonly provider: string; readonly tells: readonly string[] }>();

  readonly vendorPackages: VendorPackages;

  constructor(providers: readonly CompiledProvider[]) {
    this.vendorPackages = new VendorPackages(providers);
    for (const provider of providers) {
      for (const [module, tells] of Object.entries(provider.shared?.modules ?? {}))
        this.ordinary.set(module, { provider: provider.id, tells });
      for (const [language, modules] of Object.entries(modulesOf(provider))) {
        for (const module of modules) this.add(language as CatalogueLanguage, module, provider.id);
      }
    }
  }

  private add(language: CatalogueLanguage, module: string, provider: string): void {
    const table = this.tables.get(language) ?? new Map<string, string | null>();
    this.tables.set(language, table);
    const isExcluded = module.startsWith('!');
    const name = normalise(isExcluded ? module.slice(1) : module);
    if (name.endsWith('*')) {
      const wild = this.wild.get(language) ?? [];
      this.wild.set(language, wild);
      wild.push({ prefix: name.slice(0, -1), provider });
    } else if (isExcluded) {
      table.set(name, null);
    } else if (!table.has(name)) {
      table.set(name, provider);
    }
  }

  /** The provider of a module; undefined when none covers it or it is taken out. */
  find(language: CatalogueLanguage, module: string): string | undefined {
    return this.match(language, module)?.provider ?? undefined;
  }

  match(
    language: CatalogueLanguage,
    module: string,
  ): { readonly provider: string | null; readonly name: string } | undefined {
    const table = this.tables.get(language);
    if (!table) return undefined;
    const name = normalise(module);
    for (let end = name.length; end > 0; end = cut(name, end)) {
      const part = name.slice(0, end);
      const provider = table.get(part);
      if (provider !== undefined) return { provider, name: part };
    }
    const wild = this.wild.get(language)?.find(({ prefix }) => name.startsWith(prefix));
    if (wild) return { provider: wild.provider, name: wild.prefix };
    return this.vendorPackages.ofModule(language, name);
  }

  /** Whether `module` is `owner` or lies below it. */
  static covers(owner: string, module: string): boolean {
    const [a, b] = [normalise(owner), normalise(module)];
    if (a.endsWith('*')) return b.startsWith(a.slice(0, -1));
    return b.startsWith(a) && (b.length === a.length || '/.'.includes(b[a.length] as string));
  }
}

/** Modules per language; where a file names none, code imports what the manifest names. */
export function modulesOf(provider: CompiledProvider): Partial<Record<ModuleLanguage, readonly string[]>> {
  const { npm, go, pub, rubygems, cargo, cran } = provider.packages ?? {};
  return {
    ...(npm && { javascript: npm }),
    ...(go && { go }),
    ...(pub && { dart: pub.map((name) => `package:${name}`) }),
    ...(rubygems && { ruby: rubygems }),
    ...(cargo && { rust: cargo.map((name) => name.replace(/-/g, '_')) }),
    ...(cran && { r: cran }),
    ...provider.modules,
  };
}

/** Position of the last `.` or `/` before `end`, 0 when there is none. */
function cut(name: string, end: number): number {
  for (let at = end - 1; at > 0; at--) if (name[at] === '.' || name[at] === '/') return at;
  return 0;
}

/** `npm:openai@4`, `https://esm.sh/openai@4/resources`: a package by where it is taken from. */
const taken =
  /^(?:npm:\/?|https?:\/\/(?:esm\.(?:sh|run)|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm|deno\.land\/x)\/)((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?([^?]*)/;

/** `a::b` and `a\b` are written `a.b`. */
function normalise(module: string): string {
  if (!module.includes(':') && !module.includes('\\')) return module;
  const [, name, rest] = taken.exec(module) ?? [];
  return name === undefined ? module.replace(/::|\\/g, '.') : name + (rest ?? '');
}
