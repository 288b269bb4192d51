import type { BindingFact, CallFact, Expr, FileFacts } from '../syntax/fact.js';
import type { Resolved } from './resolved.js';

/** A function that is called from more places is a general one. */
const MANY_CALLS = 20;

const calls = new WeakMap<FileFacts, Map<string, CallFact[]>>();

function callsOf(name: string, facts: FileFacts): readonly CallFact[] {
  let known = calls.get(facts);
  if (!known) {
    calls.set(facts, (known = new Map()));
    for (const call of facts.calls) {
      const last = call.callee.slice(call.callee.lastIndexOf('.') + 1);
      const others = known.get(last);
      if (others) others.push(call);
      else known.set(last, [call]);
    }
  }
  return known.get(name) ?? [];
}

/**
 * A parameter of a function: what every call of it in this file hands over, when that is known and the same each time.
 * `url` in `send(url)`, of which all calls are `send("https://…")`.
 */
export function handedOver(
  path: string,
  { parameterOf, name }: BindingFact,
  facts: FileFacts,
  resolve: (given: Expr) => Resolved,
): Resolved | undefined {
  if (!parameterOf || path !== name) return undefined;
  const asked = callsOf(parameterOf.name, facts);
  if (asked.length > MANY_CALLS) return undefined;
  let one: Resolved | undefined;
  for (const { args } of asked) {
    const inOrder = args.filter((argument) => argument.name === undefined);
    const given = args.find((argument) => argument.name === name) ?? inOrder[parameterOf.index];
    const resolved = given && resolve(given.value);
    if (resolved?.value === undefined || (one && one.value !== resolved.value)) return undefined;
    one = resolved;
  }
  return one;
}
