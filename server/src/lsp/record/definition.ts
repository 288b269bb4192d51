import type { CancellationToken, DefinitionParams, Location } from 'vscode-languageserver';
import { folderOf, resolvePath } from '../../core/accountability/paths.js';
import { isRecordPath, shapeOf } from '../../core/editing/schemaNode.js';
import { YamlText } from '../../core/editing/yamlText.js';
import { guarded, throwIfCancelled } from '../guard.js';
import type { Server } from '../server.js';
import { placesUnder, toLocation } from './idPlaces.js';
import { askedAbout, type Asked } from './recordDocument.js';

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const refersToFile = /^(?:erft-van\/\*|toepassingen\/\*\/(?:gebruikersinstructie|risicoanalyse\/[a-z]+\/verwijzing))$/;

/** `textDocument/definition`: from an id to where it is given, from a reference to its document. */
export function onDefinition({ connection, session }: Server): void {
  const define = async (
    { textDocument, position }: DefinitionParams,
    token: CancellationToken,
  ): Promise<Location[]> => {
    const asked = await askedAbout(session, textDocument.uri);
    throwIfCancelled(token);
    if (!asked) return [];
    const places = (await placesUnder(asked, position)).filter(({ isDefinition }) => isDefinition);
    throwIfCancelled(token);
    if (places.length > 0) return places.map((place) => toLocation(place, asked, session));
    const document = isRecordPath(asked.path) ? await documentUnder(asked, position) : undefined;
    return document === undefined ? [] : [toLocation({ path: document, range: start }, asked, session)];
  };
  connection.onDefinition(guarded(connection.console, 'textDocument/definition', [], define));
}

/** A file in the folder that the value refers to. */
async function documentUnder(asked: Asked, position: DefinitionParams['position']): Promise<string | undefined> {
  const part = new YamlText(asked.text).partAt(asked.offsetAt(position));
  if (!part || part.isKey || typeof part.node.value !== 'string' || !refersToFile.test(shapeOf(part.path)))
    return undefined;
  const path = resolvePath(folderOf(asked.path), part.node.value);
  const stat = path === undefined ? undefined : await asked.folder.workspace.fileSystem.stat(path);
  return stat && !stat.folder ? path : undefined;
}
