import type {
  Accountability,
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
  /** What a reference of the use case turned out to be; undefined while its document has not been loaded. */
  readonly evidence: (reference: Reference) => Evidence | undefined;
}

/** A whole code or configuration file, or an accountability file. */
export interface FilePlace extends Setting {
  readonly facts: FileFacts;
  readonly accountability: Accountability;
}

/** A check fired: which variant of its message, with which facts of the case. */
export interface Outcome {
  readonly variant: string;
  readonly values?: Readonly<Record<string, string>>;
  /** For a finding in the accountability file: the exact place there. */
  readonly at?: Range;
  /** For a check over a whole file. */
  readonly range?: Range;
  readonly usage?: Usage;
  readonly related?: readonly RelatedPlace[];
}

/** A check is one predicate; where its findings land is decided once, in `run.ts`. */
export type Check =
  | { readonly id: string; readonly over: 'endpoint'; readonly test: (place: EndpointPlace) => Outcome | undefined }
  | { readonly id: string; readonly over: 'useCase'; readonly test: (place: UseCasePlace) => Iterable<Outcome> }
  | { readonly id: string; readonly over: 'file'; readonly test: (place: FilePlace) => Iterable<Outcome> };
