import type { Suppression } from '../accountability/directives.js';
import { isToDo } from '../accountability/toDo.js';

/** What is wrong with a suppression, as a variant of `negeren-ongeldig`; undefined when it holds. */
export function defectOf(
  suppression: Suppression,
  today: string,
  isCheck: (id: string) => boolean,
): string | undefined {
  const { check, until, reason } = suppression;
  if (check === undefined) return 'geen-controle';
  if (!isCheck(check)) return 'onbekende-controle';
  if (until === undefined) return 'datum-ontbreekt';
  if (!isDate(until)) return 'datum-ongeldig';
  if (until < today) return 'verlopen';
  if (reason === undefined) return 'reden-ontbreekt';
  return isToDo(reason) ? 'reden-invullen' : undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
