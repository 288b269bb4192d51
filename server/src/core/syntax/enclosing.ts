import type { Span } from '../place.js';
import type { CallFact, FileFacts } from './fact.js';

const parents = new WeakMap<FileFacts, ReadonlyMap<CallFact, CallFact>>();

/** The calls around a call, innermost first: those that have it among their arguments, and links of their chains. */
export function* enclosingCalls(facts: FileFacts, call: CallFact): Generator<CallFact> {
  let known = parents.get(facts);
  if (!known) parents.set(facts, (known = parentsIn(facts.calls)));
  for (let at = known.get(call); at !== undefined; at = known.get(at)) yield at;
}

function parentsIn(calls: readonly CallFact[]): ReadonlyMap<CallFact, CallFact> {
  const found = new Map<CallFact, CallFact>();
  const open: CallFact[] = [];
  for (const call of [...calls].sort(({ span: a }, { span: b }) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && !covers(open.at(-1) as CallFact, call.span)) open.pop();
    const around = open.at(-1);
    if (around) found.set(call, around);
    open.push(call);
  }
  return found;
}

export function covers({ span }: { readonly span: Span }, inner: Span): boolean {
  return span.start <= inner.start && inner.end <= span.end;
}
