import { nearestBinding } from '../endpoint/bindings.js';
import type { CallFact } from '../syntax/fact.js';
import type { FileContext } from './fileContext.js';
import type { Reached } from './returned.js';
import { remember } from './trackedObjects.js';

/** A file that takes in more objects than this is made, not written. */
const MANY = 50;

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
  if (names.size === 0 || !resolving.imported) return;
  const looked = new Set<string>();
  for (const { callee } of facts.calls) {
    const { root, mayTell, own } = words.of(callee);
    if (!mayTell || !names.has(root) || looked.has(root) || objects.get(root)) continue;
    if (looked.size >= MANY) return;
    looked.add(root);
    const isGiven = own.startsWith(`${root}()`);
    const home = resolving.imported(facts, root, isGiven ? 'call' : 'name');
    const value = home && nearestBinding(home.facts, home.name, OUTSIDE)?.value;
    if (value?.t !== 'call' || home === undefined) continue;
    // What it makes there hangs on more than the one name.
    resolving.importedFile?.(facts, root);
    const found = reach(value.call, context.elsewhere(home.facts));
    if (!found || found.calls.size === 0) continue;
    const { provider, calls, endpoint, framework } = found;
    remember(
      isGiven ? `${root}()` : root,
      { provider, calls, ...(endpoint && { endpoint }), ...(framework !== undefined && { framework }) },
      context,
    );
  }
}
