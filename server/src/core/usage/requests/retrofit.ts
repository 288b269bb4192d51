import { nearestBinding } from '../../endpoint/bindings.js';
import { lastName } from '../../names.js';
import type { CallFact } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';

/** `OpenAiService.class`, in Kotlin `OpenAiService::class.java`. */
const isInterface = /^\w+\.class(?:\.java)?$/;

/**
 * `retrofit.create(OpenAiService.class)` of a `Retrofit.Builder().baseUrl("https://api.openai.com/v1/")` that was told:
 * the library fills in the interface, and each of its methods is a request.
 */
export function findInterfaces({ facts, drafts }: FileContext): void {
  const bases = new Map<number, Draft>();
  for (const draft of drafts)
    if (draft.kind === 'client' && /\bRetrofit\b.*\.baseUrl$/.test(draft.token)) bases.set(draft.span.start, draft);
  if (bases.size === 0) return;
  /** Whose address the client has that a name holds, or that the chain before the call builds. */
  const baseOf = (name: string, at: number): Draft | undefined => {
    const value = nearestBinding(facts, name, at)?.value;
    return value?.t === 'call' ? bases.get(value.span.start) : undefined;
  };
  const made = new Map<number, Draft>();
  for (const call of facts.calls) {
    const owner = call.callee.slice(0, Math.max(0, call.callee.lastIndexOf('.')));
    const [only] = call.args;
    if (lastName(call.callee) === 'create' && only?.value.t === 'name' && isInterface.test(only.value.path)) {
      const inChain = bases.get(call.span.start);
      const base = inChain ?? baseOf(owner, call.span.start);
      if (!base) continue;
      made.set(call.span.start, base);
      if (!inChain) drafts.push(requestOf(call, 'construct', base));
    } else if (/^\w+$/.test(owner)) {
      const value = nearestBinding(facts, owner, call.span.start)?.value;
      const base = value?.t === 'call' && lastName(value.call.callee) === 'create' && made.get(value.span.start);
      if (base) drafts.push(requestOf(call, 'call', base));
    }
  }
}

function requestOf(call: CallFact, act: 'construct' | 'call', { provider, endpoint, isNamed }: Draft): Draft {
  return {
    ...{ kind: 'client', provider, span: call.span, named: call.nameSpan, token: call.callee, act, weight: 3 },
    ...(endpoint && { endpoint }),
    ...(isNamed === true && { isNamed }),
  };
}
