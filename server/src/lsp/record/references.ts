import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { guarded, throwIfCancelled } from '../guard.js';
import type { Server } from '../server.js';
import { placesUnder, toLocation } from './idPlaces.js';
import { askedAbout } from './recordDocument.js';

/** `textDocument/references` of the id of a use case or endpoint. */
export function onReferences({ connection, session }: Server): void {
  const refer = async (
    { textDocument, position, context }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[]> => {
    const asked = await askedAbout(session, textDocument.uri);
    throwIfCancelled(token);
    const places = asked ? await placesUnder(asked, position) : [];
    throwIfCancelled(token);
    return places.flatMap((place) =>
      asked && (context.includeDeclaration || !place.isDefinition) ? [toLocation(place, asked, session)] : [],
    );
  };
  connection.onReferences(guarded(connection.console, 'textDocument/references', [], refer));
}
