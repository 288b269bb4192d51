import { nearestBinding } from '../../endpoint/bindings.js';
import type { Argument, CallFact, FileFacts } from '../../syntax/fact.js';
import { parts, textOf } from '../clients/clientParts.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';

/** A body is made, put into JSON and wrapped: `new StringContent(JsonSerializer.Serialize(body))`. */
const MAX_DEPTH = 4;
/** So many links of a chain are looked at for a body, and so many values in all. */
const MAX_LINKS = 12;
const MAX_LOOKS = 100;

/** The model that a request asks for in its body, whatever its name: what is asked is known already. */
export function modelOfRequest(call: CallFact, draft: Draft, context: FileContext): void {
  const budget = { left: MAX_LOOKS };
  let links = 0;
  for (const each of context.language === 'r' ? piped(call, context.facts) : chained(call)) {
    if (++links > MAX_LINKS) return;
    const model = inBody(each.args, context.facts, 0, budget);
    if (!model) continue;
    const value = textOf(model.value, context);
    if (value !== undefined) draft.model = value;
    parts(draft, context, { given: undefined, key: undefined, model });
    return;
  }
}

function* chained(call: CallFact): Generator<CallFact> {
  for (let link: CallFact | undefined = call; link; link = link.next) yield link;
}

/** `request(url) |> req_body_json(list(model = model))`: what httr2 adds to a request stands before the next one. */
function* piped(call: CallFact, { calls }: FileFacts): Generator<CallFact> {
  yield call;
  const from = calls.indexOf(call) + 1;
  for (const each of calls.slice(from, from + MAX_LOOKS)) {
    if (/(?:^|\.)request$/.test(each.callee)) return;
    if (each.callee.endsWith('req_body_json')) yield each;
  }
}

/** `json={"model": MODEL}`, `body = list(model = model)`, `JSON.stringify(body)` */
function inBody(
  args: readonly Argument[],
  facts: FileFacts,
  depth: number,
  budget: { left: number },
): Argument | undefined {
  const own = depth > 0 ? args.find(({ name }) => name !== undefined && /^["']?model["']?$/i.test(name)) : undefined;
  if (own || depth === MAX_DEPTH) return own;
  for (const { name, value } of args) {
    if (budget.left-- <= 0) return undefined;
    if (name !== undefined && /header|param|auth|query/i.test(name)) continue;
    const bound = value.t === 'name' ? nearestBinding(facts, value.path, value.span.start)?.value : value;
    // `$body | ConvertTo-Json`
    const held = bound?.t === 'other' ? bound.operands?.[0] : bound;
    if (held?.t === 'name' && held !== value) {
      const found = inBody([{ value: held, span: held.span }], facts, depth + 1, budget);
      if (found) return found;
    }
    const inner = held?.t === 'object' ? held.entries : held?.t === 'call' ? held.call.args : undefined;
    const found = inner && inBody(inner, facts, depth + 1, budget);
    if (found) return found;
  }
  return undefined;
}
