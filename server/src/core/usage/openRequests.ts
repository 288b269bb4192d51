import { ownName } from '../endpoint/bindings.js';
import { resolve } from '../endpoint/resolve.js';
import type { CallFact, Expr } from '../syntax/fact.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';
import type { Questions } from './questions.js';
import { reachesModel, reachOfResolved } from './reach.js';
import { besideAddress, mayBeAddresses } from './requestCalls.js';
import { modelOfRequest } from './requestModels.js';

const isAddress = /(?:url|uri|endpoint|host|base|api)$/i;

/** `requests.post(f"{OLLAMA_URL}/api/generate", …)`: nothing tells the address, but its variable tells whose it is. */
export function askedByName(call: CallFact, context: FileContext): boolean {
  const { facts, resolving, vendors, catalogue, drafts } = context;
  for (const value of mayBeAddresses(call)) {
    if (value.t === 'string') return false;
    // Go: `http.NewRequest(http.MethodPost, address, body)`
    if (value.t === 'name' && besideAddress.test(value.path)) continue;
    const resolved = resolve(value, facts, resolving);
    const { variable = '' } = resolved;
    // `ollama.settings.url`: of an object that is called after the service.
    const path = value.t === 'name' && isAddress.test(value.path) ? value.path : '';
    const provider = (isAddress.test(variable) ? vendors.inSetting(variable) : undefined) ?? vendors.inSetting(path);
    if (provider === undefined || !reachesModel(provider, context)) return false;
    const { endpoint } = reachOfResolved(provider, resolved, catalogue);
    const { span, callee: token } = call;
    drafts.push({
      kind: 'client',
      provider,
      span,
      token,
      act: 'call',
      weight: 3,
      isNamed: true,
      ...(endpoint && { endpoint }),
    });
    return true;
  }
  return false;
}

/** Nothing of an address but what is filled in: `endpoint`, `endpoint + "?key=" + key`. */
const isOpen = /^[\0/]*(?:\?key=[^/]*)?$/;

/** What a person calls an address that is worked out elsewhere: `endpoint`, `cfg.Endpoint()`. */
function calledAs(value: Expr): string | undefined {
  if (value.t === 'template') return value.parts[0] && calledAs(value.parts[0]);
  if (value.t === 'name') return ownName(value.path);
  if (value.t !== 'call') return undefined;
  const [first] = value.call.args;
  return value.call.isNew && first ? calledAs(first.value) : `${value.call.callee}()`;
}

/** `requests.post(self.url, json={"model": …, "messages": …})`: what is sent is a question to a model, wherever it goes. */
export function askedByBody(call: CallFact, questions: Questions, context: FileContext): void {
  const { facts, resolving, catalogue, drafts, isTest } = context;
  if (isTest) return;
  // Go: `http.NewRequest(http.MethodPost, address, body)`
  const address = [...mayBeAddresses(call)].find(
    (value) =>
      !(value.t === 'name' && besideAddress.test(value.path)) && !(value.t === 'string' && isMethod.test(value.value)),
  );
  if (!address || address.t === 'object') return;
  const resolved = resolve(address, facts, resolving);
  // A path of a server of one's own: `/api/chat`, `${base}/chat`.
  if (resolved.value !== undefined && !isOpen.test(resolved.value)) return;
  const question = questions.sentBy(call);
  // What is sent is no address: `.url(endpoint).post(body)`.
  if (!question || question === 'vectors' || questions.isOne(address)) return;
  const { value: _, ...open } = resolved;
  const variable = open.variable ?? calledAs(address);
  const { provider, endpoint } = reachOfResolved(
    question,
    { ...open, ...(variable !== undefined && { variable }) },
    catalogue,
  );
  const draft: Draft = {
    ...{ kind: 'client', provider, span: call.span, token: call.callee, act: 'call', weight: 3 },
    ...(endpoint && { endpoint }),
  };
  drafts.push(draft);
  modelOfRequest(call, draft, context);
}

const isMethod = /^(?:POST|PUT|post)$/;
