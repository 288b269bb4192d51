import type { Accountability, Reference } from '../accountability.js';
import { folderOf, isBelow } from '../paths.js';
import { isToDo } from '../toDo.js';
import { isOfOthers } from './target.js';

/**
 * Whether a document belongs to another project: it lies in code of others, or in a folder with an accountability file
 * of its own. Such a document counts only where the record says why it may be used again.
 */
export function belongsToAnother(reference: Reference, path: string, accountability: Accountability): boolean {
  if (isReuse(reference)) return false;
  if (isOfOthers(path)) return true;
  const owner = accountability.governing(path)?.file.path;
  return owner !== undefined && owner !== reference.path && !isBelow(reference.path, folderOf(owner));
}

/** Whether a document says that it is about another use case of the same file. */
export function isAboutAnother(
  reference: Reference,
  covers: string | undefined,
  accountability: Accountability,
): boolean {
  if (covers === undefined || isReuse(reference)) return false;
  const said = squash(covers);
  if (said === squash(reference.useCase)) return false;
  const useCases = accountability.governing(reference.path)?.file.useCases ?? [];
  return useCases.some(({ id }) => squash(id) === said);
}

function isReuse({ data: { hergebruik } }: Reference): boolean {
  return hergebruik !== undefined && !isToDo(hergebruik.van) && !isToDo(hergebruik.reden);
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
