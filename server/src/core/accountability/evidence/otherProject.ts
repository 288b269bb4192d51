import type { Accountability, Reference } from '../accountability.js';
import { folderOf, isBelow } from '../paths.js';
import { isToDo } from '../toDo.js';
import { isOfOthers } from './target.js';

/**
 * Whether a document belongs to another project: it lies in code of others, or in a folder with an accountability file
 * of its own. Such a document counts only where the record says why it may be used again.
 */
export function belongsToAnother(reference: Reference, path: string, accountability: Accountability): boolean {
  const { hergebruik } = reference.data;
  if (hergebruik !== undefined && !isToDo(hergebruik.van) && !isToDo(hergebruik.reden)) return false;
  if (isOfOthers(path)) return true;
  const owner = accountability.governing(path)?.file.path;
  return owner !== undefined && owner !== reference.path && !isBelow(reference.path, folderOf(owner));
}
