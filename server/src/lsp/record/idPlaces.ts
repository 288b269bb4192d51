import type { Location, Position } from 'vscode-languageserver';
import type { IdPlace } from '../../core/editing/ids.js';
import { idAt, placesOf } from '../../core/editing/references.js';
import type { Session } from '../session.js';
import { toRange } from '../toDiagnostic.js';
import type { Asked } from './recordDocument.js';

/** The id at a place of a document: in an accountability file, or in a comment of code. */
export function idUnder({ path, context }: Asked, position: Position): Promise<IdPlace | undefined> {
  return context.afterReading(() => idAt(path, position, context.project, context.text));
}

/** Every place of the id at a place; none when there is no id. */
export async function placesUnder(asked: Asked, position: Position): Promise<readonly IdPlace[]> {
  const { context } = asked;
  const found = await idUnder(asked, position);
  return found ? context.afterReading(() => placesOf(found, context.project, context.text)) : [];
}

export function toLocation(
  { path, range }: Pick<IdPlace, 'path' | 'range'>,
  { folder }: Asked,
  session: Session,
): Location {
  return { uri: session.uriOf(folder, path), range: toRange(range) };
}
