import type {
  Accountability,
  AccountabilityFile,
  Governing,
  RecordedEndpoint,
  Reference,
  UseCase,
} from '../accountability/accountability.js';
import type { Evidence } from '../accountability/evidence/evidence.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { Range } from '../place.js';
import type { Profile, Settings } from '../settings.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Usage } from '../usage/usage.js';
import type { RelatedPlace } from './finding.js';

/** What every check knows. */
interface Setting {
  readonly profile: Profile;
  readonly settings: Settings;
  /** The accountability file that holds here. */
  readonly governing: Governing | undefined;
  readonly accountability: Accountability;
}

/** What a check may ask of the other files of the project. Everything comes from their facts and usages. */
export interface Surroundings {
  paths(): Iterable<string>;
  facts(path: string): FileFacts | undefined;
  usages(path: string): readonly Usage[];
}

/** One distinct endpoint of a file, on the usage that carries its findings. */
export interface EndpointPlace extends Setting {
  readonly usage: Usage;
  readonly endpoint: Endpoint;
  readonly recorded: RecordedEndpoint | undefined;
  readonly useCase: UseCase | undefined;
}

/** One use case as it shows in a file, or the places of a file that no use case covers. */
export interface UseCasePlace extends Setting {
  /** Absent in the accountability file itself. */
  readonly usage?: Usage;
  readonly useCase: UseCase | undefined;
  /** All that is used for it: in this file, or in the accountability file everywhere in the project. */
  readonly usages: readonly Usage[];
  /** What a reference of the use case turned out to be; undefined while its document has not been loaded. */
  readonly evidence: (reference: Reference) => Evidence | undefined;
}

/** A use case or an endpoint as it stands in the accountability file: what is only said there. */
export interface RecordPlace extends Setting {
  readonly file: AccountabilityFile;
  readonly usagesOf: (useCase: UseCase) => readonly Usage[];
  /** Undefined while only single files are known: then nothing is said about what is nowhere. */
  readonly surroundings: Surroundings | undefined;
}

/** A whole code or configuration file, or an accountability file. */
export interface FilePlace extends Setting {
  readonly facts: FileFacts;
  readonly usages: readonly Usage[];
  readonly useCaseOf: (usage: Usage) => UseCase | undefined;
  readonly surroundings: Surroundings | undefined;
}

/** A check fired: which variant of its message, with which facts of the case. */
export interface Outcome {
  readonly variant: string;
  readonly values?: Readonly<Record<string, string>>;
  /** For a finding in the accountability file: the exact place there. */
  readonly at?: Range;
  /** For a check over a whole file or the accountability file. */
  readonly range?: Range;
  readonly usage?: Usage;
  readonly useCase?: UseCase;
  readonly related?: readonly RelatedPlace[];
}

/** A check is one predicate; where its findings land is decided once, in `run.ts`. */
export type Check =
  | {
      readonly id: string;
      readonly over: 'endpoint';
      readonly test: (place: EndpointPlace) => Outcome | undefined;
      /** What holds for an endpoint as recorded is said once more where it stands. */
      readonly inRecord?: (place: RecordPlace) => Iterable<Outcome>;
    }
  | { readonly id: string; readonly over: 'useCase'; readonly test: (place: UseCasePlace) => Iterable<Outcome> }
  | { readonly id: string; readonly over: 'record'; readonly test: (place: RecordPlace) => Iterable<Outcome> }
  | { readonly id: string; readonly over: 'file'; readonly test: (place: FilePlace) => Iterable<Outcome> };
