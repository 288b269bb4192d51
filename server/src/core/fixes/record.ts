import type { AccountabilityFile } from '../accountability/accountability.js';
import { accountabilityName, folderOf } from '../accountability/paths.js';
import { readAccountabilityFile } from '../accountability/read.js';
import type { FileEdit, FixContext } from './fix.js';
import { rangeOfChange } from './yaml/edit.js';
import type { TextChange } from './yaml/edit.js';

/** The accountability file that a fix changes: the nearest above the path, or a new one in the root. */
export interface RecordFile {
  readonly path: string;
  /** Undefined when the file has yet to be made. */
  readonly text: string | undefined;
}

export function recordFor(path: string, context: FixContext): RecordFile {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of [accountabilityName, 'ai-verantwoording.yaml']) {
      const candidate = folder === '' ? name : `${folder}/${name}`;
      const text = context.text(candidate) ?? context.project.text(candidate);
      if (text !== undefined) return { path: candidate, text };
    }
    if (folder === '') return { path: accountabilityName, text: undefined };
  }
}

let last: { readonly path: string; readonly text: string; readonly file: AccountabilityFile } | undefined;

/** The record as read. Many findings of one scan ask for the same one. */
export function readRecord({ path, text = '' }: RecordFile): AccountabilityFile {
  if (last?.path !== path || last.text !== text) last = { path, text, file: readAccountabilityFile(path, text) };
  return last.file;
}

/** Index of a use case in the file as written. */
export function useCaseIndex(record: RecordFile, id: string): number {
  return readRecord(record).useCases.find((useCase) => useCase.id === id)?.index ?? -1;
}

/** The edits that carry out a change of the record; nothing when the change does not fit. */
export function editsOf(record: RecordFile, change: TextChange | undefined): FileEdit[] | undefined {
  if (change === undefined || record.text === undefined) return undefined;
  return [{ path: record.path, range: rangeOfChange(record.text, change), newText: change.newText }];
}

/** A name that no other use case or endpoint of the file has. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const base =
    wanted
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'toepassing';
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}
