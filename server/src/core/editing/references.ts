import { contains, type Position } from '../place.js';
import type { FileEdit } from '../fixes/fix.js';
import type { Project } from '../project.js';
import { idsIn, type IdPlace } from './ids.js';

/** Gives the present text of a file; undefined when there is none, or when it has yet to be read. */
export type TextOf = (path: string) => string | undefined;

export function idAt(path: string, position: Position, project: Project, text: TextOf): IdPlace | undefined {
  return idsIn(path, text(path) ?? '', project).find(({ range }) => contains(range, position));
}

/** Every place of the same id: where it is given first, then where it is used. */
export function placesOf(wanted: IdPlace, project: Project, text: TextOf): IdPlace[] {
  const { files } = project.accountability;
  const paths = new Set([wanted.home, ...files.keys()]);
  for (const path of project.paths()) if ((project.facts(path)?.directives.length ?? 0) > 0) paths.add(path);
  const places = [...paths].flatMap((path) => idsIn(path, text(path) ?? '', project));
  return places
    .filter(({ kind, id, home }) => kind === wanted.kind && id === wanted.id && home === wanted.home)
    .sort((a, b) => Number(b.isDefinition) - Number(a.isDefinition));
}

/** Why an id cannot get this name. */
export type RenameProblem = 'form' | 'taken';

const form = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

export function renameProblem(
  wanted: IdPlace,
  newId: string,
  project: Project,
  text: TextOf,
): RenameProblem | undefined {
  if (!form.test(newId)) return 'form';
  if (newId === wanted.id) return undefined;
  const known = idsIn(wanted.home, text(wanted.home) ?? '', project);
  const isTaken = known.some(({ kind, id, isDefinition }) => kind === wanted.kind && id === newId && isDefinition);
  return isTaken ? 'taken' : undefined;
}

export function renameEdits(wanted: IdPlace, newId: string, project: Project, text: TextOf): FileEdit[] {
  return placesOf(wanted, project, text).map(({ path, range }) => ({ path, range, newText: newId }));
}
