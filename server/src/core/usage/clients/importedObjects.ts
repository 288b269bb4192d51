import { bindingsOf, nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { CallFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { madeBy, type Made } from './handedBack.js';
import type { Reached } from './returned.js';
import { remember } from './trackedObjects.js';
import { unwrapped } from './wrapped.js';

/** A file that takes in more objects than this is made, not written. */
const MANY = 50;

const ofClass = /^([A-Z]\w*\.[a-z]\w*)\.\w+$/;

/** Before the first character, where another file looks from. */
const OUTSIDE = -1;

/**
 * `import { ai } from './genkit'`, and then `ai.generate(…)`; `klant().chat(…)` of a function that another file has: what
 * that file makes. `reach` tells what a call makes in the file that it stands in.
 */
export function trackImported(
  context: FileContext,
  reach: (call: CallFact, there: FileContext) => Reached | undefined,
): void {
  const { facts, words, objects, resolving } = context;
  const names = new Set(facts.imports.flatMap((each) => each.names.map(({ alias }) => alias)));
  if (!resolving.imported) return;
  const looked = new Set<string>();
  /** Keeps what the first of the calls makes that leads to a model. */
  const keep = (name: string, made: Iterable<Made>): void => {
    for (const { call, facts: there } of made) {
      if (there === facts) continue;
      const found = reachThere(call, context.elsewhere(there), reach);
      if (!found || found.calls.size === 0) continue;
      const { provider, calls, endpoint, framework } = found;
      const object = { provider, calls, ...(endpoint && { endpoint }), ...(framework !== undefined && { framework }) };
      remember(name, object, context);
      return;
    }
  };
  for (const { callee } of facts.calls) {
    const { root, mayTell, own } = words.of(callee);
    if (!mayTell || objects.get(root)) continue;
    // `Hulp.model.generateContent(…)`: a field of a class or an object that another file has.
    const field = ofClass.exec(own)?.[1];
    if (field !== undefined && looked.size < MANY && !looked.has(field)) {
      looked.add(field);
      const home = resolving.imported(facts, field);
      const value = home && nearestBinding(home.facts, home.name, OUTSIDE)?.value;
      if (home && value) keep(field, madeBy(value, home.facts, resolving));
    }
    if (looked.has(root)) continue;
    if (looked.size >= MANY) return;
    looked.add(root);
    if (!names.has(root)) {
      // `client = klant()`, of a function that another file has, or that gives what such a function gives.
      for (const { value } of bindingsOf(facts, root).slice(0, MANY)) {
        const given = value && unwrapped(value);
        const maker = given?.t === 'call' && !given.call.isNew ? ownName(given.call.callee) : undefined;
        if (given === undefined || maker === undefined || looked.has(`${maker}()`)) continue;
        looked.add(`${maker}()`);
        if (!objects.get(`${maker}()`)) keep(`${maker}()`, madeBy(given, facts, resolving));
      }
      continue;
    }
    const isGiven = own.startsWith(`${root}()`);
    const home = resolving.imported(facts, root, isGiven ? 'call' : 'name');
    const value = home && nearestBinding(home.facts, home.name, OUTSIDE)?.value;
    if (home === undefined || value === undefined) continue;
    // What it makes there hangs on more than the one name.
    resolving.importedFile?.(facts, root);
    keep(isGiven ? `${root}()` : root, madeBy(value, home.facts, resolving));
  }
}

/** What a call makes in the file that it stands in, once what it is called on is known there: `genAI.getGenerativeModel(…)`. */
function reachThere(
  call: CallFact,
  there: FileContext,
  reach: (call: CallFact, there: FileContext) => Reached | undefined,
): Reached | undefined {
  const owner = there.words.of(call.callee).root;
  const made = owner === call.callee ? undefined : nearestBinding(there.facts, owner, call.span.start)?.value;
  const maker = made && unwrapped(made);
  if (maker?.t === 'call' && maker.call !== call) reach(maker.call, there);
  return reach(call, there);
}
