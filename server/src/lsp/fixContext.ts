import { PresentTexts } from '../workspace/presentTexts.js';
import type { Located, Session } from './session.js';

/** Texts for the fixes of a folder, as the editor shows them. */
export function contextOf(session: Session, { folder }: Pick<Located, 'folder'>): PresentTexts {
  return new PresentTexts(folder.workspace, (path) => session.documents.get(session.uriOf(folder, path))?.getText());
}
