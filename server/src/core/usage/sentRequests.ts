import { nearestBinding } from '../endpoint/bindings.js';
import { lastName } from '../names.js';
import type { CallFact } from '../syntax/fact.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';

/** Last names of calls that send a request that was made before: with it as an argument. */
const sends =
  /^(?:Do|[sS]end(?:Async)?|newCall|execute|Execute(?:Post)?(?:Async)?|data|bytes|dataTask|upload|request|urlopen|fetch|curl_exec|req_perform\w*)$/;
/** Those that are called on it: `call.execute()`, `request.send(…)`. */
const sendsItself = /^(?:execute|enqueue|send)$/;

/**
 * `client.Do(req)`, `URLSession.shared.data(for: request)`, `client.send(command)`, `curl_exec($curl)`: the call that
 * asks, of a request that was told where it is made.
 */
export function findSent({ facts, drafts }: FileContext): void {
  const made = new Map<number, Draft>();
  for (const draft of drafts) if (isRequest(draft)) made.set(draft.span.start, draft);
  if (made.size === 0) return;
  // PHP fills in what it has made: `curl_setopt($curl, CURLOPT_URL, "https://…")`.
  const filled = new Map<string, Draft>();
  for (const call of facts.calls) {
    const own = made.get(call.span.start);
    const [first] = call.args;
    if (own && call.callee.startsWith('curl_setopt') && first?.value.t === 'name') filled.set(first.value.path, own);
    const carrier = own ? undefined : requestOf(call, (name) => filled.get(name) ?? madeAt(name, call, made));
    if (!carrier) continue;
    const { provider, endpoint, isNamed } = carrier;
    const draft: Draft = {
      ...{ kind: 'client', provider, span: call.span, token: call.callee, act: 'call', weight: 3, carrier },
      ...(endpoint && { endpoint }),
      ...(isNamed === true && { isNamed }),
    };
    drafts.push(draft);
    // `call = client.newCall(request)`, and then `call.execute()`.
    made.set(call.span.start, draft);
  }

  function madeAt(name: string, { span }: CallFact, known: ReadonlyMap<number, Draft>): Draft | undefined {
    const value = nearestBinding(facts, name, span.start)?.value;
    // `req <- request("https://…") |> req_body_json(b)`
    const first = value?.t === 'other' ? value.operands?.[0] : value;
    return first?.t === 'call' ? known.get(first.span.start) : undefined;
  }
}

/** A request without an SDK, or a command of one that its client sends. */
function isRequest({ kind, weight, token }: Draft): boolean {
  return kind === 'client' && (weight === 3 || /[a-z]Command$/.test(token));
}

function requestOf(call: CallFact, held: (name: string) => Draft | undefined): Draft | undefined {
  const last = lastName(call.callee);
  if (sends.test(last)) {
    for (const { value } of call.args) {
      const found = value.t === 'name' ? held(value.path) : undefined;
      if (found) return found;
    }
  }
  const owner = call.callee.slice(0, Math.max(0, call.callee.length - last.length - 1));
  return sendsItself.test(last) && /^\$?\w+$/.test(owner) ? held(owner) : undefined;
}
