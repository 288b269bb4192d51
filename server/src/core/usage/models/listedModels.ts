import type { FileFacts, SettingFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

const lists = new WeakMap<FileFacts, ReadonlyMap<string, { all: number; known: number }>>();

/** `["gpt-4-turbo", "gpt-4o"]`: in a list under whatever key, of which all or nearly all are models that are known. */
export function isListed({ path, value }: SettingFact, context: FileContext): boolean {
  // What a test holds against may be an answer of a service.
  if (context.isTest || !isPlace.test(path.at(-1) ?? '') || context.catalogue.modelProvider(value) === undefined)
    return false;
  const list = listsOf(context).get(path.slice(0, -1).join('\0'));
  return list !== undefined && list.known > 1 && list.known * 4 >= list.all * 3;
}

const isPlace = /^\d+$/;

function listsOf({ facts, catalogue }: FileContext): ReadonlyMap<string, { all: number; known: number }> {
  const kept = lists.get(facts);
  if (kept) return kept;
  const made = new Map<string, { all: number; known: number }>();
  for (const { path, value } of facts.settings) {
    if (!isPlace.test(path.at(-1) ?? '')) continue;
    const name = path.slice(0, -1).join('\0');
    const list = made.get(name) ?? { all: 0, known: 0 };
    made.set(name, list);
    list.all += 1;
    if (catalogue.modelProvider(value) !== undefined) list.known += 1;
  }
  lists.set(facts, made);
  return made;
}
