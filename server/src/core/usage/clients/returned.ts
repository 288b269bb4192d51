import { nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { CallFact } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext, TrackedObject } from '../fileContext.js';
import type { Reach } from '../reach.js';

/** What each call leads to, as far as it was looked at. */
export type Seen = Map<CallFact, Reached | undefined>;

export interface Reached extends Reach {
  readonly calls: ReadonlySet<string>;
  readonly draft?: Draft;
  readonly framework?: string;
}

/**
 * What functions build by themselves and give back, or keep in a name that they give back (`_klant = OpenAI()`): known
 * before what asks them, wherever that stands.
 */
export function* builtToReturn({ facts, origins }: FileContext): Generator<CallFact> {
  for (const { name, value: given } of facts.bindings) {
    if (!name.endsWith('()') || given === undefined) continue;
    const value = given.t === 'name' ? nearestBinding(facts, given.path, given.span.start)?.value : given;
    if (value?.t !== 'call') continue;
    let head = value.call;
    while (head.receiver) head = head.receiver;
    const symbol = origins.symbolOf(head)?.symbol;
    if (symbol?.does === 'construct' && !symbol.through) yield value.call;
  }
}

/** `def klant(): return OpenAI()`: what a function gives, as long as it gives but one. */
export function trackReturned({ facts, objects }: FileContext, seen: Seen): void {
  const given = new Map<string, TrackedObject | null>();
  for (const { name, value } of facts.bindings) {
    if (!name.endsWith('()')) continue;
    // `return self._client`, which is known once all calls are looked at.
    const kept = value?.t === 'name' ? objects.get(ownName(value.path)) : undefined;
    const found = value?.t === 'call' ? seen.get(value.call) : kept;
    if (!found || (!kept && found.draft?.act !== 'construct') || found.calls.size === 0) continue;
    const known = given.get(name);
    given.set(name, known === undefined || known?.provider === found.provider ? found : null);
  }
  for (const [name, found] of given) if (found) objects.set(name, found);
}

export function sameObject({ provider, calls, endpoint, draft }: Reached | TrackedObject): Reached {
  return { provider, calls, ...(endpoint && { endpoint }), ...(draft && { draft }) };
}
