import type { ReferencedDocument } from '../project.js';
import type { Accountability, AccountabilityFile, Governing, Inheritance, RecordedEndpoint } from './accountability.js';
import { documentsBehind } from './evidence/linked.js';
import { localPathOf } from './evidence/target.js';
import { licenceDocuments } from './ownCode.js';
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

  const foundAt = ({ candidates }: Inheritance): string | undefined =>
    candidates.find((path) => files.has(path) || input.document(path)?.state === 'text');

  /** A file with everything that it inherits from, itself first; a circle ends where it began. */
  const lineage = (file: AccountabilityFile, seen = new Set<string>()): AccountabilityFile[] => {
    if (seen.has(file.path)) return [];
    seen.add(file.path);
    const parents = file.inherits.map((one) => {
      const path = foundAt(one);
      return path === undefined ? undefined : inheritedFile(path);
    });
    return [file, ...parents.flatMap((parent) => (parent === undefined ? [] : lineage(parent, seen)))];
  };

  const governingOf = (file: AccountabilityFile): Governing => {
    const line = lineage(file);
    const endpoints: RecordedEndpoint[] = line.flatMap((one) => one.endpoints);
    return {
      file,
      endpoints,
      assistants: line.flatMap((one) => one.assistants),
      profile: line.find((one) => one.data.beleid !== undefined)?.data.beleid,
    };
  };

  return {
    files,
    document: input.document,
    inherited: inheritedFile,
    foundAt,
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
        const inherits = lineage(file).flatMap((one) => one.inherits);
        for (const path of inherits.flatMap((one) => one.candidates)) if (!files.has(path)) wanted.add(path);
        for (const reference of file.useCases.flatMap((useCase) => useCase.references)) {
          const path = localPathOf(reference);
          if (path === undefined) continue;
          wanted.add(path);
          for (const behind of documentsBehind(path, input.document(path))) wanted.add(behind);
        }
        if (isTopmost(file, files)) for (const path of licenceDocuments(folderOf(file.path))) wanted.add(path);
      }
      return [...wanted];
    },
  };
}

/** Whether no other accountability file stands in a folder above: that one speaks for the repository. */
export function isTopmost(file: AccountabilityFile, files: ReadonlyMap<string, AccountabilityFile>): boolean {
  const folder = folderOf(file.path);
  return [...files.keys()].every((path) => folderOf(path) === folder || !isBelow(file.path, folderOf(path)));
}
