import { bindingsOf, nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { BindingFact, CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { unwrapped } from './wrapped.js';

/** A call that may make an object, and the file that it stands in. */
export interface Made {
  readonly call: CallFact;
  readonly facts: FileFacts;
}

/** After so many values nothing more is looked at: functions may give one another back without end. */
const MAX_VALUES = 60;

/**
 * The calls of which one makes what a value holds: through names, fields, and functions that give it back, here or in
 * the file that they are imported from. `klant()` is what `return _bewaard[sleutel]` gives, which `OpenAI()` filled.
 * Each value is looked at once.
 */
export function* madeBy(start: Expr, home: FileFacts, resolving: FileContext['resolving']): Generator<Made> {
  const seen = new Set([start]);
  const open = [{ value: start, facts: home }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, facts } = next;
    const made = unwrapped(value);
    const behind = made.t === 'call' ? givenBack(made.call, facts, resolving) : heldBy(made, facts);
    if (made.t === 'call' && behind.length === 0) yield { call: made.call, facts };
    // The last is taken first: what is written first comes before.
    for (const each of behind.toReversed()) {
      if (seen.size >= MAX_VALUES || seen.has(each.value)) continue;
      seen.add(each.value);
      open.push(each);
    }
  }
}

interface Held {
  readonly value: Expr;
  readonly facts: FileFacts;
}

/** What a name stands for where it is written, or any of several. */
function heldBy(value: Expr, facts: FileFacts): readonly Held[] {
  if (value.t === 'either') return value.options.map((option) => ({ value: option, facts }));
  if (value.t !== 'name') return [];
  const nearest = nearestBinding(facts, value.path, value.span.start);
  // A field is filled elsewhere in the class, and has nothing at first.
  const isField = /[.[]/.test(value.path) || nearest?.value === undefined;
  return valuesOf(isField ? bindingsOf(facts, value.path) : [nearest], facts);
}

/** What a function gives back, here or where it is imported from; nothing of what another package has. */
function givenBack(
  { callee, isNew }: CallFact,
  facts: FileFacts,
  resolving: FileContext['resolving'],
): readonly Held[] {
  if (isNew) return [];
  const name = ownName(callee);
  const given = bindingsOf(facts, `${name}()`);
  const home = given.length > 0 ? undefined : resolving.imported?.(facts, name, 'call');
  if (!home) return valuesOf(given, facts);
  // What it makes there hangs on more than the one name.
  resolving.importedFile?.(facts, name);
  return valuesOf(bindingsOf(home.facts, `${home.name}()`), home.facts);
}

function valuesOf(bindings: readonly BindingFact[], facts: FileFacts): readonly Held[] {
  return bindings.slice(0, MAX_VALUES).flatMap(({ value }) => (value ? [{ value, facts }] : []));
}
