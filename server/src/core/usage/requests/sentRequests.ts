import { nearestBinding } from '../../endpoint/bindings.js';
import { lastName } from '../../names.js';
import type { CallFact, FileFacts } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';

/** Last names of calls that send a request that was made before: with it as an argument. */
const sends =
  /^(?:Do|[sS]end(?:Async)?|newCall|execute|Execute(?:Post)?(?:Async)?|data|bytes|dataTask|upload|request|urlopen|fetch|curl_exec|req_perform\w*)$/;
/** What makes a request and does not send it; what was sent has an answer, which `send(answer)` passes on. */
const makes =
  /(?:Request(?:Message|WithContext)?|Command|basicRequest|curl_init|newCall|(?:^|\.)(?:build|(?:Post|Get|Put)\.new))$/;
const makesInR = /(?:^|\.)(?:request|req_(?!perform)\w+)$/;

/** Those that are called on it: `call.execute()`, `request.send(…)`. */
const sendsItself = /^(?:execute|enqueue|send)$/;

/** Whether a call of that last name may send a request that was made before. */
export function maySend(last: string): boolean {
  return sends.test(last) || sendsItself.test(last);
}

/**
 * `client.Do(req)`, `URLSession.shared.data(for: request)`, `client.send(command)`, `curl_exec($curl)`: the call that
 * asks, of a request that was told where it is made.
 */
export function findSent({ facts, drafts, words }: FileContext): void {
  const told = new Map<number, Draft>();
  for (const draft of drafts) if (isRequest(draft)) told.set(draft.span.start, draft);
  if (told.size === 0) return;
  // PHP fills in what it has made: `curl_setopt($curl, CURLOPT_URL, "https://…")`.
  const filled = new Map<string, Draft>();
  for (const call of facts.calls) {
    const own = told.get(call.span.start);
    const [first] = call.args;
    if (own && call.callee.startsWith('curl_setopt') && first?.value.t === 'name') filled.set(first.value.path, own);
    const carrier = own || !words.of(call.callee).maySend ? undefined : requestOf(call, facts, told, filled);
    if (!carrier) continue;
    const { provider, endpoint, isNamed } = carrier;
    const draft: Draft = {
      ...{ kind: 'client', provider, span: call.span, named: call.nameSpan },
      ...{ token: call.callee, act: 'call', weight: 3, carrier },
      ...(endpoint && { endpoint }),
      ...(isNamed === true && { isNamed }),
    };
    drafts.push(draft);
    // `call = client.newCall(request)`, and then `call.execute()`.
    told.set(call.span.start, draft);
  }
}

/** A request without an SDK, or a command of one that its client sends. */
function isRequest({ kind, weight, token, act }: Draft): boolean {
  return kind === 'client' && ((weight === 3 && act === 'call') || /[a-z]Command$/.test(token));
}

function requestOf(
  call: CallFact,
  facts: FileFacts,
  told: ReadonlyMap<number, Draft>,
  filled: ReadonlyMap<string, Draft>,
): Draft | undefined {
  const last = lastName(call.callee);
  const held = (name: string, isMade: (maker: CallFact) => boolean): Draft | undefined => {
    const value = nearestBinding(facts, name, call.span.start)?.value;
    // `req <- request("https://…") |> req_body_json(b)`
    const first = value?.t === 'other' ? value.operands?.[0] : value;
    return first?.t === 'call' && isMade(first.call) ? told.get(first.span.start) : undefined;
  };
  if (sends.test(last)) {
    const maker = facts.language === 'r' ? makesInR : makes;
    for (const { value } of call.args) {
      const found =
        value.t === 'name' && (filled.get(value.path) ?? held(value.path, ({ callee }) => maker.test(callee)));
      if (found) return found;
    }
  }
  // What answers a visitor is called so in JavaScript: `response.send(…)`.
  if (facts.language === 'javascript' || facts.language === 'typescript' || !sendsItself.test(last)) return undefined;
  const owner = call.callee.slice(0, Math.max(0, call.callee.length - last.length - 1));
  return /^\w+$/.test(owner) ? held(owner, () => true) : undefined;
}
