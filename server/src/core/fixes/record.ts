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

/** The same for changes that come one after another, each in the text that the one before it left; all or nothing. */
export function editsOfAll(
  record: RecordFile,
  changes: readonly ((text: string) => TextChange | undefined)[],
): FileEdit[] | undefined {
  if (record.text === undefined) return undefined;
  let text = record.text;
  for (const change of changes) {
    const made = change(text);
    if (made === undefined) return undefined;
    text = text.slice(0, made.start) + made.newText + text.slice(made.end);
  }
  return editsOf(record, difference(record.text, text));
}

/** One change that makes `after` of `before`: what lies between the first and the last place where they differ. */
function difference(before: string, after: string): TextChange {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/** Where a recorded endpoint stands in the list as written; -1 for one of another file. */
export function endpointIndex(record: RecordFile, id: string): number {
  return readRecord(record).endpoints.find((endpoint) => endpoint.id === id)?.index ?? -1;
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
