import { isToDo } from '../accountability/toDo.js';
import { isNoReference } from '../accountability/evidence/target.js';

/** Whether somebody wrote something else than the note of a quick fix. "Geen" is an answer. */
export function isAnswered(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '' && !isToDo(text);
}

/** The same where a word that there is nothing is no answer. */
export function isFilled(text: string | undefined): text is string {
  return isAnswered(text) && !isNoReference(text);
}
