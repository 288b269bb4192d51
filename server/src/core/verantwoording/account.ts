import type {
  Accountability,
  AccountabilityFile,
  RecordedAssistant,
  RecordedEndpoint,
  RecordedException,
  UseCase,
} from '../accountability/accountability.js';
import type { Profile } from '../settings.js';

/** Everything that the accountability files of a project say, taken together. */
export interface Account {
  /** Of the document that is made. */
  readonly documentPath: string;
  readonly files: readonly AccountabilityFile[];
  readonly profile: Profile;
  readonly useCases: readonly UseCase[];
  readonly endpoints: readonly RecordedEndpoint[];
  readonly assistants: readonly RecordedAssistant[];
  readonly exceptions: readonly RecordedException[];
}

export function accountOf(accountability: Accountability, profile: Profile, documentPath: string): Account {
  const files = [...accountability.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const governing = files.flatMap((file) => accountability.governing(file.path) ?? []);
  return {
    documentPath,
    files,
    profile,
    useCases: files.flatMap((file) => file.useCases),
    // What several files inherit is told once.
    endpoints: [...new Set(governing.flatMap((one) => one.endpoints))],
    assistants: [...new Set(governing.flatMap((one) => one.assistants))],
    exceptions: files.flatMap((file) => file.exceptions),
  };
}
