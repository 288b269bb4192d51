import type { ReferencedDocument } from '../project.js';
import type { Accountability, AccountabilityFile, Governing, RecordedEndpoint } from './accountability.js';
import { localPathOf } from './evidence/target.js';
import { folderOf, isBelow } from './paths.js';
import { readAccountabilityFile } from './read.js';

export interface AccountabilityInput {
  /** The accountability files of the project: path and text. */
  readonly files: Iterable<readonly [path: string, text: string]>;
  /** What was loaded of a document that was wanted; undefined while that is not known. */
  readonly document: (path: string) => ReferencedDocument | undefined;
}

/** Joins the accountability files of a project with the documents that they refer to. Make it anew when one of them changes. */
export function buildAccountability(input: AccountabilityInput): Accountability {
  const files = new Map<string, AccountabilityFile>();
  for (const [path, text] of input.files) files.set(path, readAccountabilityFile(path, text));
  // The nearest above a path is the one with the longest folder; of two in one folder `.yml` counts.
  const nearestFirst = [...files.values()].sort(
    (a, b) =>
      folderOf(b.path).length - folderOf(a.path).length ||
      Number(b.path.endsWith('.yml')) - Number(a.path.endsWith('.yml')),
  );
  const inherited = new Map<string, AccountabilityFile | undefined>();
  const governed = new Map<string, Governing>();

  const inheritedFile = (path: string): AccountabilityFile | undefined => {
    const known = files.get(path) ?? inherited.get(path);
    if (known !== undefined || inherited.has(path)) return known;
    const document = input.document(path);
    const file = document?.state === 'text' ? readAccountabilityFile(path, document.text) : undefined;
    inherited.set(path, file);
    return file;
  };

  /** A file with everything that it inherits from, itself first; a circle ends where it began. */
  const lineage = (file: AccountabilityFile, seen = new Set<string>()): AccountabilityFile[] => {
    if (seen.has(file.path)) return [];
    seen.add(file.path);
    const parents = file.inherits.map((one) => (one.path === undefined ? undefined : inheritedFile(one.path)));
    return [file, ...parents.flatMap((parent) => (parent === undefined ? [] : lineage(parent, seen)))];
  };

  const governingOf = (file: AccountabilityFile): Governing => {
    const line = lineage(file);
    const endpoints: RecordedEndpoint[] = line.flatMap((one) => one.endpoints);
    return { file, endpoints, profile: line.find((one) => one.data.beleid !== undefined)?.data.beleid };
  };

  return {
    files,
    document: input.document,
    inherited: inheritedFile,
    governing(path) {
      const file = nearestFirst.find((one) => isBelow(path, folderOf(one.path)));
      if (file === undefined) return undefined;
      const known = governed.get(file.path) ?? governingOf(file);
      governed.set(file.path, known);
      return known;
    },
    wantedDocuments() {
      const wanted = new Set<string>();
      for (const file of files.values()) {
        for (const one of lineage(file)) {
          for (const { path } of one.inherits) if (path !== undefined && !files.has(path)) wanted.add(path);
        }
        for (const reference of file.useCases.flatMap((useCase) => useCase.references)) {
          const path = localPathOf(reference);
          if (path !== undefined) wanted.add(path);
        }
      }
      return [...wanted];
    },
  };
}
