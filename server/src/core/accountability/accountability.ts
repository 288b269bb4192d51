import type { Range } from '../place.js';
import type { ReferencedDocument } from '../project.js';
import type { Profile } from '../settings.js';
import type {
  AccountabilityData,
  AnalysisKind,
  AssistantData,
  EndpointData,
  ExceptionData,
  ReferenceData,
  UseCaseData,
} from './schema.js';

/** A mistake in an accountability file; the variant is one of `ai-verantwoording-ongeldig`. */
export interface Problem {
  readonly range: Range;
  readonly variant: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One `ai-verantwoording.yml` as read: what of it counts, and what is wrong with it. */
export interface AccountabilityFile {
  readonly path: string;
  readonly data: Partial<AccountabilityData>;
  readonly useCases: readonly UseCase[];
  readonly endpoints: readonly RecordedEndpoint[];
  readonly assistants: readonly RecordedAssistant[];
  readonly exceptions: readonly RecordedException[];
  readonly inherits: readonly Inheritance[];
  /** Where use cases name endpoints. */
  readonly endpointMentions: readonly { readonly useCase: string; readonly id: string; readonly range: Range }[];
  readonly problems: readonly Problem[];
  /** The value at a path of the file; of one that is not there its nearest parent. */
  readonly at: (...keys: readonly string[]) => Range;
}

export interface Inheritance {
  readonly written: string;
  /**
   * Where the file can be, relative to the root, best first: one path, or for a package every `node_modules` above.
   * Empty when it lies outside.
   */
  readonly candidates: readonly string[];
  readonly isPackage: boolean;
  readonly range: Range;
}

export interface UseCase {
  readonly id: string;
  readonly data: UseCaseData;
  /** The accountability file that it stands in. */
  readonly path: string;
  /** Its place in the list as written. */
  readonly index: number;
  /** Its `id` value. */
  readonly range: Range;
  readonly references: readonly Reference[];
  /** The value at keys of the use case; of one that is not there its nearest parent. */
  readonly at: (...keys: readonly string[]) => Range;
}

/** A risk analysis that a use case names. */
export interface Reference {
  readonly kind: AnalysisKind;
  /** The use case that names it. */
  readonly useCase: string;
  readonly written: string;
  /** Accountability file and the `verwijzing` value in it. */
  readonly path: string;
  readonly range: Range;
  readonly data: ReferenceData;
}

export interface RecordedEndpoint {
  readonly id: string;
  readonly data: EndpointData;
  readonly path: string;
  /** Its place in the list as written. */
  readonly index: number;
  readonly range: Range;
  readonly at: (...keys: readonly string[]) => Range;
}

export interface RecordedAssistant {
  readonly data: AssistantData;
  readonly range: Range;
}

export interface RecordedException {
  readonly data: ExceptionData;
  readonly range: Range;
}

/** What holds for one path: the nearest file above it, with what that inherits. */
export interface Governing {
  readonly file: AccountabilityFile;
  /** Its own endpoints first, then those of the files that it inherits from. */
  readonly endpoints: readonly RecordedEndpoint[];
  readonly assistants: readonly RecordedAssistant[];
  readonly profile: Profile | undefined;
}

/** All accountability files of a project. */
export interface Accountability {
  readonly files: ReadonlyMap<string, AccountabilityFile>;
  governing(path: string): Governing | undefined;
  /** A file that another inherits from, once it was loaded. */
  inherited(path: string): AccountabilityFile | undefined;
  /** The path among the candidates of an inheritance where a file was found. */
  foundAt(inheritance: Inheritance): string | undefined;
  /** Documents and inherited files, relative to the root: the owner of the project loads them. */
  wantedDocuments(): readonly string[];
  /** What was loaded of a wanted document; undefined while that is not known. */
  document(path: string): ReferencedDocument | undefined;
}
