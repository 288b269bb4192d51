import { lastName } from '../../names.js';
import type { BindingFact, CallFact } from '../fact.js';

/** `_client = new(…)` builds what the field is declared to be; `Models = [new(…), new(…)]` is built for that list. */
export function giveTypes(calls: readonly CallFact[], bindings: readonly BindingFact[]): void {
  const nameless = new Set(calls.filter(({ isNew, callee }) => isNew && callee === ''));
  if (nameless.size === 0) return;
  const types = new Map<string, string>();
  for (const { name, type, value } of bindings) {
    if (type !== undefined && !types.has(name)) types.set(name, type);
    if (value?.t !== 'list') continue;
    for (const item of value.items)
      if (item.t === 'call' && nameless.delete(item.call) && item.call.assignedTo === undefined)
        item.call.assignedTo = name;
  }
  for (const call of nameless) {
    const type = call.assignedTo === undefined ? undefined : types.get(lastName(call.assignedTo));
    if (type !== undefined) (call as { callee: string }).callee = type;
  }
}
