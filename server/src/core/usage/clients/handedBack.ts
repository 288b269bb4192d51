import { bindingsOf, nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { unwrapped } from './wrapped.js';

/** A call that may make an object, and the file that it stands in. */
export interface Made {
  readonly call: CallFact;
  readonly facts: FileFacts;
}

/** A chain of more functions and names than this is not followed. */
const MAX_STEPS = 8;
/** Neither are more values that a function gives back, or a name gets. */
const MAX_VALUES = 6;

/**
 * The calls of which one makes what a value holds: through names, fields, and functions that give it back, here or in
 * the file that they are imported from. `klant()` is what `return _bewaard[sleutel]` gives, which `OpenAI()` filled.
 */
export function* madeBy(
  value: Expr,
  facts: FileFacts,
  resolving: FileContext['resolving'],
  steps = 0,
): Generator<Made> {
  if (steps > MAX_STEPS) return;
  const held = unwrapped(value);
  if (held.t === 'either') for (const option of held.options) yield* madeBy(option, facts, resolving, steps + 1);
  if (held.t === 'name') {
    const bindings = bindingsOf(facts, held.path);
    const nearest = nearestBinding(facts, held.path, held.span.start);
    // A field is filled elsewhere in the class, and has nothing at first.
    const filled = /[.[]/.test(held.path) || nearest?.value === undefined ? bindings : [nearest];
    for (const each of filled.slice(0, MAX_VALUES))
      if (each.value && each.value !== value) yield* madeBy(each.value, facts, resolving, steps + 1);
  }
  if (held.t !== 'call') return;
  const { call } = held;
  const name = ownName(call.callee);
  const given = call.isNew ? [] : bindingsOf(facts, `${name}()`);
  const home = given.length > 0 || call.isNew ? undefined : resolving.imported?.(facts, name, 'call');
  const [from, values] = home ? [home.facts, bindingsOf(home.facts, `${home.name}()`)] : [facts, given];
  // What it makes there hangs on more than the one name.
  if (home) resolving.importedFile?.(facts, name);
  if (values.length === 0) yield { call, facts };
  for (const each of values.slice(0, MAX_VALUES)) if (each.value) yield* madeBy(each.value, from, resolving, steps + 1);
}
