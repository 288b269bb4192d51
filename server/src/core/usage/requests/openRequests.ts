import { ownName } from '../../endpoint/bindings.js';
import { resolve } from '../../endpoint/resolve.js';
import type { Resolved } from '../../endpoint/resolved.js';
import { lastName } from '../../names.js';
import type { CallFact, Expr } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import { environmentName } from '../environment/environmentNames.js';
import type { FileContext } from '../fileContext.js';
import type { Questions } from './questions.js';
import { reachesModel, reachOfResolved, type Reach } from '../reach.js';
import { besideAddress, mayBeAddresses } from './requestCalls.js';
import { modelOfRequest } from './requestModels.js';

const isAddress = /(?:ur[il]|endpoint|host|base|api|address|adres)$/i;

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
    const named = isAddress.test(variable)
      ? (vendors.inSetting(variable) ?? environmentName(variable, context))
      : undefined;
    const provider = named ?? vendors.inSetting(path);
    if (provider === undefined || !reachesModel(provider, context)) return false;
    const { endpoint } = reachOfResolved(provider, resolved, catalogue);
    drafts.push({ ...requestOf(call, { provider, ...(endpoint && { endpoint }) }), isNamed: true });
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
export function askedByBody(call: CallFact, questions: Questions, context: FileContext): boolean {
  const address = context.isTest ? undefined : openAddress(call, context);
  const question = address && questions.sentBy(call);
  // What is sent is no address: `.url(endpoint).post(body)`.
  if (!question || question === 'vectors' || questions.isOne(address.written)) return false;
  const reach = reachOfResolved(question, address.resolved, context.catalogue);
  const draft = requestOf(call, reach);
  context.drafts.push(draft);
  modelOfRequest(call, draft, context);
  return true;
}

/** A request to an address that nothing tells, in a file that is called after the service: `GeminiCommunicator.php`. */
export function askedInFileOf(call: CallFact, context: FileContext): void {
  const { facts, vendors, catalogue, isTest, drafts } = context;
  if (isTest || !sendsQuestion(call)) return;
  const provider = vendors.ofFile(facts.path);
  const address = provider === undefined ? undefined : openAddress(call, context);
  if (!address || provider === undefined || !reachesModel(provider, context)) return;
  if (!isAddress.test(calledAs(address.written)?.replace(/\(\)$/, '') ?? '')) return;
  drafts.push({ ...requestOf(call, reachOfResolved(provider, address.resolved, catalogue)), isNamed: true });
}

/** By its name, or by the body that it is given: `fetch(url)` only gets a page, `MODELS.fetch(name)` looks something up. */
function sendsQuestion({ callee, args, next }: CallFact): boolean {
  const last = lastName(callee);
  // R: `request(url) |> req_body_json(body)`
  if (next && /(?:^|\.)req_body/.test(next.callee)) return true;
  if (
    /^(?:wp_remote_)?post|^Post|^exchange$|^HttpRequestMessage$|^NewRequest|^URLRequest$|^Invoke-|^i[rw]m$/.test(last)
  )
    return true;
  return args.some(
    ({ name, value }) =>
      (value.t === 'string' && value.value === 'POST') ||
      /^(?:json|data|body)$/.test(name ?? '') ||
      (value.t === 'object' && value.entries.some((entry) => /^(?:json|data|body)$/.test(entry.name ?? ''))),
  );
}

function requestOf({ span, nameSpan: named, callee: token }: CallFact, { provider, endpoint }: Reach): Draft {
  return { kind: 'client', provider, span, named, token, act: 'call', weight: 3, ...(endpoint && { endpoint }) };
}

/** An address of which nothing is known but what it is called. */
interface OpenAddress {
  readonly written: Expr;
  readonly resolved: Resolved;
}

function openAddress(call: CallFact, { facts, resolving }: FileContext): OpenAddress | undefined {
  // Go: `http.NewRequest(http.MethodPost, address, body)`
  const written = [...mayBeAddresses(call)].find(
    (value) =>
      !(value.t === 'name' && besideAddress.test(value.path)) && !(value.t === 'string' && isMethod.test(value.value)),
  );
  if (!written || written.t === 'object') return undefined;
  const { value, ...resolved } = resolve(written, facts, resolving);
  // A path of a server of one's own: `/api/chat`, `${base}/chat`.
  if (value !== undefined && !isOpen.test(value)) return undefined;
  const variable = resolved.variable ?? calledAs(written);
  return { written, resolved: variable === undefined ? resolved : { ...resolved, variable } };
}

const isMethod = /^(?:POST|PUT|post)$/;
