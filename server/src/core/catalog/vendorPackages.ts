import { toWords } from '../names.js';
import type { CompiledProvider } from './schema.js';

/** Where few packages are a vendor's own, and everybody makes one. */
const ecosystems: ReadonlySet<string> = new Set(['cargo', 'rubygems', 'swift', 'pub', 'cran', 'composer', 'go']);

/** The package of a module that is not the project's own, as far as its name tells. */
const packageOf: Readonly<Record<string, RegExp>> = {
  swift: /^(\w+)/,
  ruby: /^([\w-]+)/,
  r: /^([\w.]+)$/,
  dart: /^package:(\w+)\/\1\.dart$/,
  // Parts of a project are taken in by such a path too: only what is called a client of a vendor's is one.
  go: /^github\.com\/[\w.-]+\/(?![\w-]*(?:code|bot|proxy|server))((?:go-[\w-]+|[\w-]+-(?:go|golang))(?:-(?:sdk|api|client))?)(?:$|\/v\d+$)/,
};

/** What measures, tests, splits, counts or describes, and what generates nothing. */
const besides =
  /_(?:WHISPER|INSTRUMENT\w*|\w*TELEMETRY|TRAC(?:E|ING)|OBSERV\w*|MOCK\w*|FAKE|STUBS?|TOKEN\w*|TIKTOKEN|TYPES?|OPENAPI|SPECS?|SPLIT\w*|STORES?|CACHE|CHECKPOINT\w*|ICONS?|LOGOS?|THEMES?|DOCS?|EVAL\w*|BENCH\w*|TESTS?|TESTING)_/;

/** Packages that the catalogue does not list, by the vendor that they are called after: `openai_gpt_rs`. */
export class VendorPackages {
  private readonly words: readonly (readonly [word: string, provider: string])[];

  constructor(providers: readonly CompiledProvider[]) {
    this.words = providers
      .flatMap(({ id, packageWords = [] }) => packageWords.map((word) => [`_${word}_`, id] as const))
      .sort(([a], [b]) => b.length - a.length);
  }

  /** The vendor of a package, where packages of that kind are called so. */
  find(ecosystem: string, name: string): string | undefined {
    if (!ecosystems.has(ecosystem)) return undefined;
    return ecosystem === 'go' ? this.ofModule(ecosystem, name)?.provider : this.named(name);
  }

  /** The package that a module belongs to, with its vendor. */
  ofModule(language: string, module: string): { readonly provider: string; readonly name: string } | undefined {
    const name = packageOf[language]?.exec(module)?.[1];
    const provider = name === undefined ? undefined : this.named(name);
    return name === undefined || provider === undefined ? undefined : { provider, name };
  }

  /** By whole words: `openair` measures the air. */
  private named(name: string): string | undefined {
    if (name.length > 100) return undefined;
    const words = `_${toWords(name)}_`;
    return besides.test(words) ? undefined : this.words.find(([word]) => words.includes(word))?.[1];
  }
}
