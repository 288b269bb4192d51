import { azurePath, endpointPaths, vectors } from '../../catalog/triggerWords.js';
import { classify, splitUrl, type Classified } from '../../endpoint/classify.js';
import { bindingsOf, nearestBinding, ownName } from '../../endpoint/bindings.js';
import { joinedParts } from '../../endpoint/joinedTexts.js';
import { followReferences } from '../../endpoint/references.js';
import { resolve } from '../../endpoint/resolve.js';
import type { Resolved } from '../../endpoint/resolved.js';
import { lastName } from '../../names.js';
import { innerOf, positionAt } from '../../place.js';
import type { Span } from '../../place.js';
import type { CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import { HOLE } from '../../syntax/source/marks.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { isOwnRoute } from './ownRoutes.js';
import { reachesModel, reachOfAddress } from '../reach.js';
import { askedByBody, askedByName, askedInFileOf } from './openRequests.js';
import { Questions } from './questions.js';
import { asksWith, makes, mayBeAddresses } from './requestCalls.js';
import { modelOfRequest } from './requestModels.js';
import { isForMessages, ofSharedPath, withoutQuery } from './sharedPaths.js';
import { isStandIn, sendsNothing } from '../standIns.js';
import { trackedPrefix } from '../clients/trackedObjects.js';

/** `os.environ.get("URL", "https://…")`, `config.get(…)`: a map that is asked, with what it has else. */
const asksMap = /(?:environ|env|conf|config|configuration|settings|options|kwargs|params|headers|secrets)\.get$/i;

/** Retrofit's `@POST("v1/chat/completions")`; Spring's `@PostMapping` answers, and asks nothing. */
const asksByAnnotation = /^(?:POST|PostExchange|FeignClient)$/;

/** Direct requests to a generative-AI address, without an SDK. */
export function findRequests(context: FileContext): void {
  if (sendsNothing(context)) return;
  const questions = new Questions(context.facts);
  for (const call of context.facts.calls) {
    const { last, mayAsk } = context.words.of(call.callee);
    if (call.isAnnotation === true ? !asksByAnnotation.test(last) : !mayAsk || !asksWith(call, last)) continue;
    if (isStandIn(call.callee, context) || (last === 'get' && asksMap.test(call.callee))) continue;
    const resolved = withBase(call, addressOf(call, context), context);
    if (resolved?.value === undefined) {
      if (!posts.test(last) && last !== 'url') continue;
      // OkHttp: `Request.Builder().url(BuildConfig.GROQ_ENDPOINT)`
      const mayBeNamed = posts.test(last) || /Request\.Builder\.url$/.test(call.callee);
      const isTold = mayBeNamed && askedByName(call, context);
      if (!isTold && !askedByBody(call, questions, context) && posts.test(last)) askedInFileOf(call, context);
      continue;
    }
    const url = splitUrl(resolved.value);
    const found = url && classify(resolved.value, context.catalogue);
    const isShared =
      isSharedPath(call.isAnnotation === true ? `/${resolved.value}` : resolved.value, context.facts) ||
      (resolved.value.endsWith(vectors) && !context.isTest && questions.sentBy(call) === 'vectors');
    if (!found && isOwnRoute(call)) continue;
    // The own server, asked by its tests: `client.post("/v1/chat/completions")`.
    if (!found && context.isTest && !resolved.value.includes(HOLE)) continue;
    const named = isShared || found?.provider !== undefined ? undefined : ofSharedPath(resolved.value, context);
    const provider = found?.provider ?? named;
    if (!isShared && (provider === undefined || !reachesModel(provider, context))) continue;
    const reach = reachOfAddress(provider ?? interfaceOf(resolved.value), resolved, context);
    // `@FeignClient(url = "${openai.url}")`: the interface below it is the client.
    const isRetrofit = /(?:^|\.)Retrofit\b|^FeignClient$/.test(call.callee);
    const made = makes.test(call.callee) ? call.assignedTo : isRetrofit ? undefined : builtAs(call, last);
    const isClient = made !== undefined;
    if (made !== undefined) {
      const earlier = context.objects.get(ownName(made));
      context.objects.set(ownName(made), {
        provider: reach.provider,
        calls: requests,
        madeBy: call,
        ...(earlier && { earlier }),
        ...(reach.endpoint && { endpoint: reach.endpoint }),
      });
    }
    const draft: Draft = {
      kind: 'client',
      provider: reach.provider,
      span: call.span,
      ...namedBy(call, last, context),
      token: call.callee,
      act: isClient || isRetrofit ? 'construct' : 'call',
      weight: 3,
      // The interface has the path; the one `Retrofit.Builder().baseUrl(…)` of the project has the address.
      ...(call.isAnnotation === true && !isRetrofit && { declared: 'baseUrl' }),
      ...(!isShared && (named !== undefined || isAnybodys(found, url)) && { isNamed: true }),
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    };
    context.drafts.push(draft);
    if (isShared) pathBelow(call, draft, resolved.value, context);
    // A path alone is of the client that has the address: it tells its model itself.
    if (!isClient && !resolved.value.startsWith('/')) modelOfRequest(call, draft, context);
  }
}

const posts =
  /^(?:\$?fetch|axios|ofetch|got|ky|request|urlopen|[pP]ost(?:Async|AsJsonAsync|ForObject|ForEntity)?|exchange|POST|URLRequest|uri|NewRequest(?:WithContext)?|HttpRequestMessage|curl_init|irm|iwr|Invoke-(?:RestMethod|WebRequest))$/;

/** What names a request: the verb that stands before the address in the chain, `client.post()\n.uri(…)`. */
function namedBy(call: CallFact, last: string, { facts }: FileContext): Pick<Draft, 'named'> {
  const { nameSpan, receiver } = call;
  if (!addresses.test(last)) return { named: nameSpan };
  if (receiver && sendsVerb.test(receiver.callee)) return { named: receiver.nameSpan };
  // Scala's `ws.url("…").addHttpHeaders(…).post(body)`: the verb stands behind it.
  let sends = facts.language === 'scala' ? call.next : undefined;
  for (let links = 0; sends && links < MAX_LINKS && !sendsVerb.test(sends.callee); links++) sends = sends.next;
  return sends && sendsVerb.test(sends.callee) ? { named: sends.nameSpan } : {};
}

/** No person writes more between an address and its verb. */
const MAX_LINKS = 20;

/** `.uri("/v1/chat/completions")` on a line of its own, below the verb that names the request. */
function pathBelow(call: CallFact, { named, provider, endpoint }: Draft, token: string, context: FileContext): void {
  const path = call.args[0];
  if (!named || path?.value.t !== 'string' || lineOf(path.span, context) <= lineOf(named, context)) return;
  const asked = trackedPrefix(call, context) ?? { provider, endpoint };
  context.drafts.push({
    kind: 'endpoint',
    provider: asked.provider,
    span: path.span,
    token,
    weight: 1,
    ...(asked.endpoint && { endpoint: asked.endpoint }),
  });
}

function lineOf({ start }: Span, { facts }: FileContext): number {
  return positionAt(facts.lineStarts, start).line;
}

const sendsVerb = /(?:^|\.)(?:post|get|put|method)$/;

/** Which only says where the request goes that stands before it in the chain. */
const addresses = /^(?:uri|url|baseUrl|baseUri)$/i;

/** `client = WebClient.builder().baseUrl("https://…").build()` */
function builtAs(call: CallFact, last: string): string | undefined {
  if (last !== 'baseUrl') return undefined;
  let end = call;
  while (end.next) end = end.next;
  return end.assignedTo;
}

/**
 * `http.BaseAddress = new Uri("https://…/v1/")` before `http.PostAsync("chat/completions", …)`; so too what Dio and axios
 * keep, and what HTTParty's `base_uri "https://…"` says of a class.
 */
function withBase({ callee }: CallFact, asked: Resolved | undefined, context: FileContext): Resolved | undefined {
  const { facts, resolving } = context;
  if (asked?.value === undefined || /^[a-z]+:|^\u0000/i.test(asked.value)) return asked;
  const base = baseOf(callee.slice(0, Math.max(0, callee.lastIndexOf('.'))), context);
  const found = base && resolve(base, facts, resolving);
  if (found?.value === undefined) return asked;
  return { ...found, value: `${found.value.replace(/\/$/, '')}/${asked.value.replace(/^\//, '')}` };
}

function baseOf(client: string, { facts, language }: FileContext): Expr | undefined {
  if (language === 'ruby' && /^(?:self\.class|self|)$/.test(client))
    return facts.calls.find(({ callee }) => callee === 'base_uri')?.args[0]?.value;
  const kept = language === 'csharp' ? 'BaseAddress' : language === 'dart' ? 'options.baseUrl' : 'defaults.baseURL';
  return client === '' ? undefined : bindingsOf(facts, `${client}.${kept}`)[0]?.value;
}

/** A port on the machine may be anybody's, but for Ollama's; only the path of a model's interface tells. */
export function isAnybodys(found: Classified | undefined, url: { readonly host: string } | undefined): boolean {
  return found?.class === 'local' && url?.host.endsWith(':11434') !== true;
}

const requests = new Set([
  ...['post', 'stream', 'request', 'PostAsync', 'SendAsync', 'PostAsJsonAsync', 'send', 'Post', 'PostJsonAsync'],
  ...['ExecuteAsync', 'ExecutePostAsync', 'Execute'],
]);

/** The first argument that is an address, as far as it resolves. */
function addressOf(call: CallFact, context: FileContext): Resolved | undefined {
  const { facts, resolving } = context;
  for (const value of joinedParts(call) ? [{ t: 'call', call, span: call.span } as const] : mayBeAddresses(call)) {
    if (value.t === 'string' && !/[/.]/.test(value.value)) continue;
    if (value.t === 'name' && isTold(value, context)) continue;
    const resolved = withPath(value, injectedAddress(value, context) ?? resolve(value, facts, resolving), context);
    if (
      resolved.value !== undefined &&
      (splitUrl(resolved.value) ||
        isSharedPath(`/${resolved.value}`, context.facts) ||
        resolved.value.endsWith(vectors) ||
        ofSharedPath(resolved.value, context) !== undefined ||
        call.isAnnotation === true)
    )
      return resolved;
  }
  return undefined;
}

/** `@FeignClient(url = "${openai.url}")`: what Spring fills in. */
function injectedAddress(value: Expr, { facts, resolving }: FileContext): Resolved | undefined {
  if (value.t !== 'string' || !value.value.startsWith('${')) return undefined;
  return followReferences(value.value, facts.path, resolving, 0, [], '');
}

/** `this.urlOf("chat/completions")`: what a function of the project's own puts before a path is not known. */
function withPath(value: Expr, resolved: Resolved, { facts }: FileContext): Resolved {
  const [only, ...more] = value.t === 'call' && resolved.value === undefined ? value.call.args : [];
  if (only?.value.t !== 'string' || more.length > 0) return resolved;
  const path = `/${only.value.value.replace(/^\//, '')}`;
  return isSharedPath(path, facts) ? { ...resolved, value: `${HOLE}${path}` } : resolved;
}

/**
 * A variable that holds a request which was told where it is made, `urlopen(request)`, or the answer to one:
 * `answer = await axios.post(url)`, and then `res.send(answer)`.
 */
function isTold({ path, span }: Extract<Expr, { t: 'name' }>, { facts }: FileContext): boolean {
  const value = nearestBinding(facts, path, span.start)?.value;
  return value?.t === 'call' && made.test(value.call.callee);
}

const made =
  /(?:Request|RequestMessage|build|NewRequest\w*|curl_init)$|(?:^|\.)(?:\$?fetch|axios|ofetch|got|ky|[pP]ost\w*|exchange|SendAsync)$/;

/** Calls that only make an address of a text: the request around them is the use. */
const onlyAddresses = new Set(['Uri', 'URI', 'URL', 'create', 'uri', 'url', 'baseUrl', 'parse', 'URLRequest', 'toUri']);

/** `client.send(request(URI.create(x)))` is told once, by the outermost. */
export function withoutInnerRequests(drafts: readonly Draft[]): Draft[] {
  const inner = innerOf(drafts.flatMap(({ kind, span }) => (kind === 'client' ? [span] : [])));
  return drafts.filter(({ kind, weight, token, span }) => {
    const isAddress = kind === 'client' && weight === 3 && onlyAddresses.has(lastName(token));
    return !isAddress || !inner.has(span);
  });
}

/** The path is that of a model's interface, whatever the host: `…/chat/completions`. */
export function isSharedPath(value: string, facts: FileFacts): boolean {
  // `"$($adres)chat/completions"`, of an address that ends in a slash.
  const path = withoutQuery(value).replace(/\u0000(?=chat\/completions$)/, '\u0000/');
  if (!isForMessages(path, facts)) return false;
  return (endpointPaths.some((each) => path.endsWith(each)) && /[/\u0000]/.test(path)) || azurePath.test(path);
}

/** Model inference of Azure AI Foundry: its path, and the version that Azure's interfaces ask for. */
const ofFoundry = /\/models\/(?:chat\/completions|(?:images\/)?embeddings)\?api-version=/;

/** Whose interface such a path is of: Google's, Anthropic's, or that of OpenAI, which many others have. */
export function interfaceOf(value: string): string {
  if (/:(?:stream)?[gG]enerateContent(?![a-z])/.test(value)) return 'google-gemini';
  if (ofFoundry.test(value)) return 'azure-openai';
  return /\/v1\/messages$/.test(withoutQuery(value)) ? 'anthropic' : 'openai-compatible';
}
