import type { Catalogue } from '../catalog/catalogue.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { ResolveContext, Resolved } from '../endpoint/resolved.js';
import type { CallFact, FileFacts } from '../syntax/fact.js';
import type { Language } from '../syntax/source/language.js';
import type { WordsOfCalls } from './clients/callWords.js';
import type { Draft } from './draft.js';
import type { Origins } from './origins.js';
import type { TrackedNames } from './clients/trackedNames.js';
import type { VendorNames } from './vendorNames.js';

/** What the detectors of one file share. */
export interface FileContext {
  readonly facts: FileFacts;
  /** Whether the file tests: see `isTestPath`. */
  readonly isTest: boolean;
  readonly catalogue: Catalogue;
  readonly language: Language['catalogueAs'];
  readonly origins: Origins;
  readonly resolving: ResolveContext;
  readonly vendors: VendorNames;
  /** Providers whose modules the file imports. */
  readonly imported: ReadonlySet<string>;
  /** What configuration says of each provider's address, asked once a file. */
  readonly configured: Map<string, Resolved | undefined>;
  readonly drafts: Draft[];
  /** Objects of generative AI by the name they are known under in the file. */
  readonly objects: TrackedNames;
  /** Another file of the project, as it would be looked at by itself; what is found there is not kept. */
  readonly elsewhere: (facts: FileFacts) => FileContext;
  /** What names of calls tell by themselves. */
  readonly words: WordsOfCalls;
}

export interface TrackedObject {
  readonly provider: string;
  readonly calls: ReadonlySet<string>;
  readonly endpoint?: Endpoint;
  readonly draft?: Draft;
  /** The call that makes it, where another thing may have its name elsewhere in the file; `earlier` had it before. */
  readonly madeBy?: CallFact;
  readonly earlier?: TrackedObject;
  /** The class that its declared type names, where nothing in the file builds it. */
  readonly declared?: string;
  /** Builds the client when `.build()` ends its chain. */
  readonly isBuilder?: boolean;
  /** The framework whose connector it is: LangChain's client of OpenAI. */
  readonly framework?: string;
  /** It is called itself, and gives a model: `mistral('…')`. */
  readonly isProvider?: boolean;
}
