import type { CatalogueSymbol } from '../catalog/symbols.js';
import { ownName, resolve } from '../endpoint/resolve.js';
import type { Span } from '../place.js';
import type { Argument, BindingFact, CallFact, Expr } from '../syntax/fact.js';
import { HOLE } from '../syntax/source/stringValue.js';
import { argumentOf } from './arguments.js';
import type { Draft } from './draft.js';
import type { FileContext, TrackedObject } from './fileContext.js';
import { routedProvider } from './modelNames.js';
import { reachOf, type Reach } from './reach.js';

const modelNames = ['model', 'model_name', 'modelName', 'model_id', 'modelId', 'deployment_name', 'deploymentName', 'azure_deployment', 'deployment', 'engine', 'repo_id', 'azureOpenAIApiDeploymentName'];
const endpointNames = ['base_url', 'baseURL', 'baseUrl', 'api_base', 'azure_endpoint', 'endpoint', 'Endpoint'];
const keyNames = ['api_key', 'apiKey', 'key', 'credential', 'api_token', 'token'];
/** Methods that hand on the object they are called on, in another shape. */
const reshapes = /^(?:with|bind|as|get|create|to)[_A-Z].*|^(?:pipe|beta|chat|copy|build)$/;
/** Verbs that send something on an object that is known to be a client, whatever the SDK's version calls it. */
const sending =
  /^(?:a?(?:create|generate|complete|invoke|stream|predict|embed|converse)(?:_(?:async|stream|content|text|response|message|messages|completion|chat|embeddings?|images?|speech|query|documents|object|structured\w*))*|(?:[cC]reate|[gG]enerate|[cC]omplete|[iI]nvoke|[sS]tream|[sS]end|[eE]mbed|[cC]onverse|[cC]hat|GetResponse|GetStreamingResponse)(?:Async|Stream|Streaming|Content|Text|Response|Message|Messages|Completion|Completions|Chat|Embeddings?|Images?|Speech|Object|Query|Documents|Model|Prompt|Command)*|parse|kickoff|NewStreaming)$/;
const givesClient = /(?:Client|Model|Agent|Assistant|Chain|Llm|LLM|Deployment|Service)$/;

/** Clients that are built and calls that are made, in the order of the text, with what they are given. */
export function findClients(context: FileContext): void {
  declareTypes(context);
  const seen = new Map<CallFact, Reached>();
  for (const call of context.facts.calls) {
    if (call.isAnnotation === true && context.language !== 'java') continue;
    reached(call, context, seen);
  }
  trackBindings(context, seen);
  // A second look finds the calls on objects that were bound below or through other names.
  for (const call of context.facts.calls) if (!seen.get(call)) methodCall(call, context, seen);
}

interface Reached extends Reach {
  readonly calls: ReadonlySet<string>;
  readonly draft?: Draft;
}

/** Names whose declared type is a client: fields, parameters. */
function declareTypes(context: FileContext): void {
  for (const binding of context.facts.bindings) {
    if (binding.value?.t !== 'call') declareType(binding, context);
  }
}

function declareType(binding: BindingFact, context: FileContext): void {
  if (binding.type === undefined) return;
  const symbol = context.origins.symbolNamed(binding.type);
  if (symbol?.symbol.does !== 'construct') return;
  const provider = serviceOf(symbol.provider, context);
  const { endpoint } = reachOf(provider, undefined, undefined, context);
  context.objects.set(ownName(binding.name), {
    provider,
    calls: symbol.calls,
    // A framework's client goes where the project's configuration says; an SDK's was built elsewhere.
    ...(isFramework(symbol.provider, context) && endpoint && { endpoint }),
  });
}

function reached(call: CallFact, context: FileContext, seen: Map<CallFact, Reached>): Reached | undefined {
  const known = seen.get(call);
  if (known) return known;
  let symbol = context.origins.symbolOf(call);
  // What a known client gives is that client's, whatever its class is called elsewhere: `azure.GetChatClient(…)`.
  const owner = symbol && !call.receiver && call.callee.includes('.') ? trackedPrefix(call, context) : undefined;
  if (owner && !isFramework(owner.provider, context) && /\.(?:[Gg]et|[Aa]s)[A-Z]\w*$/.test(call.callee)) symbol = undefined;
  const found = symbol ? symbolCall(call, symbol, context, seen) : (methodCall(call, context, seen) ?? joined(call, context, seen));
  if (found) seen.set(call, found);
  return found;
}

/** `prompt.pipe(model)`, `RunnableSequence.from([prompt, model])`: what is made of an object is one. */
function joined(call: CallFact, context: FileContext, seen: Map<CallFact, Reached>): Reached | undefined {
  const last = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  if (!joins.has(last)) return undefined;
  for (const { value } of call.args) {
    const parts = value.t === 'list' ? value.items : value.t === 'object' ? value.entries.map((entry) => entry.value) : [value];
    for (const part of parts) {
      const object = part.t === 'name' || part.t === 'call' ? objectOf(part, context, seen) : undefined;
      if (!object || object.calls.size === 0) continue;
      if (call.assignedTo !== undefined) remember(call.assignedTo, object, context);
      return object;
    }
  }
  return undefined;
}

const joins = new Set(['pipe', 'from', 'from_llm', 'fromLLM', 'from_chain_type', 'assign', 'compile']);

function symbolCall(call: CallFact, symbol: CatalogueSymbol, context: FileContext, seen: Map<CallFact, Reached>): Reached | undefined {
  const { facts } = context;
  const { endpoint, key, model, region, through } = symbol.symbol;
  const through_ = argumentOf(call, through, facts)?.value;
  const carried = through_ && objectOf(through_, context, seen);
  let given = argumentOf(call, endpoint ?? endpointNames, facts);
  if (given && isOnlyPassedOn(given, call, context)) given = undefined;
  const modelArgument = argumentOf(call, model ?? modelNames, facts);
  const modelValue = modelArgument && textOf(modelArgument.value, context);
  let reach: Reach = carried ?? reachOf(call.isAnnotation === true ? symbol.provider : serviceOf(symbol.provider, context), given?.value, argumentOf(call, region, facts)?.value, context, symbol.symbol.endpointClass);
  // An agent that is given a model by name shows the framework; where it goes is known all the same.
  if (carried && symbol.symbol.does === 'construct' && through_?.t === 'name') reach = { ...carried, provider: symbol.provider };
  if (!carried && !given && modelValue !== undefined && isFramework(symbol.provider, context)) {
    const routed = routedProvider(modelValue, context.catalogue) ?? context.catalogue.modelProvider(modelValue);
    if (routed !== undefined) reach = reachOf(routed, undefined, undefined, context);
  }
  const draft: Draft = {
    kind: 'client',
    provider: reach.provider,
    span: chainSpan(call),
    token: call.callee,
    act: symbol.symbol.does,
    weight: 5,
    ...(reach.endpoint && { endpoint: reach.endpoint }),
    ...(modelValue !== undefined && { model: modelValue }),
  };
  context.drafts.push(draft);
  parts(draft, context, { given, key: argumentOf(call, key ?? keyNames, facts), model: modelArgument });
  const found = { ...reach, calls: symbol.calls, draft };
  if (call.assignedTo !== undefined && symbol.symbol.does === 'construct') remember(call.assignedTo, found, context);
  return found;
}

/** The service that the project's manifests choose for a framework that names none in code. */
function serviceOf(provider: string, context: FileContext): string {
  if (!isFramework(provider, context)) return provider;
  return context.resolving.serviceOf?.(provider, context.facts) ?? provider;
}

/**
 * An options object that is filled elsewhere, with an address that nothing tells: the SDK's default holds until somebody
 * sets another.
 */
function isOnlyPassedOn(given: Argument, call: CallFact, context: FileContext): boolean {
  if (given.span.start >= call.span.start && given.span.end <= chainSpan(call).end) return false;
  const { value, variable } = resolve(given.value, context.facts, context.resolving);
  return value === undefined && !(variable !== undefined && /^[A-Z][A-Z0-9_]+$|:/.test(variable));
}

function isFramework(provider: string, context: FileContext): boolean {
  const kind = context.catalogue.provider(provider)?.kind;
  return kind === 'framework' || provider === 'litellm';
}

/** A call on an object that is known, or one whose name no other library has. */
function methodCall(call: CallFact, context: FileContext, seen: Map<CallFact, Reached>): Reached | undefined {
  const object = call.receiver ? (seen.get(call.receiver) ?? reached(call.receiver, context, seen)) : undefined;
  // `const openrouter = createOpenRouter(…); openrouter('model')`: a provider that is itself called gives a model.
  const called = call.receiver || call.isNew ? undefined : context.objects.get(ownName(call.callee));
  if (called?.draft?.act === 'construct' && call.args[0]?.value.t !== 'object') return modelOf(call, called, context);
  const owner = object ?? trackedPrefix(call, context);
  if (owner) return callOn(call, owner, context);
  const distinctive = distinctiveTail(call, context) ?? vendorsCall(call, context) ?? runnableCall(call, context);
  if (!distinctive) return undefined;
  return pushCall(call, { provider: distinctive, calls: new Set() }, context);
}

function modelOf(call: CallFact, owner: TrackedObject, context: FileContext): Reached {
  const model = call.args.find(({ name }) => name === undefined);
  const value = model && textOf(model.value, context);
  const draft: Draft = {
    kind: 'client',
    provider: owner.provider,
    span: chainSpan(call),
    token: call.callee,
    act: 'construct',
    weight: 4,
    ...(owner.endpoint && { endpoint: owner.endpoint }),
    ...(value !== undefined && { model: value }),
  };
  context.drafts.push(draft);
  parts(draft, context, { given: undefined, key: undefined, model });
  return { provider: owner.provider, calls: owner.calls, draft, ...(owner.endpoint && { endpoint: owner.endpoint }) };
}

function callOn(call: CallFact, owner: Reached | TrackedObject, context: FileContext): Reached | undefined {
  const path = call.callee;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const sends = [...tails(path)].some((tail) => owner.calls.has(tail)) || (owner.calls.size > 0 && sending.test(last) && !isFramework(owner.provider, context));
  if (sends) return pushCall(call, owner, context);
  if (givesClient.test(last) || reshapes.test(last)) {
    const found: Reached = { provider: owner.provider, calls: owner.calls, ...(owner.endpoint && { endpoint: owner.endpoint }), ...(owner.draft && { draft: owner.draft }) };
    if (call.assignedTo !== undefined) remember(call.assignedTo, found, context);
    if (givesClient.test(last) && !call.receiver) pushCall(call, owner, context);
    return found;
  }
  // A builder's setters and everything else: the chain goes on with the same object.
  return call.receiver ? { provider: owner.provider, calls: owner.calls, ...(owner.endpoint && { endpoint: owner.endpoint }), ...(owner.draft && { draft: owner.draft }) } : undefined;
}

function pushCall(call: CallFact, owner: Reached | TrackedObject, context: FileContext): Reached {
  const model = argumentOf(call, modelNames, context.facts);
  const modelValue = model && textOf(model.value, context);
  const draft: Draft = {
    kind: 'client',
    provider: owner.provider,
    span: chainSpan(call),
    token: call.callee,
    act: 'call',
    weight: 4,
    ...(owner.endpoint ? { endpoint: owner.endpoint } : {}),
    ...(modelValue !== undefined && { model: modelValue }),
    ...(owner.draft && { carrier: owner.draft }),
  };
  context.drafts.push(draft);
  parts(draft, context, { given: undefined, key: undefined, model });
  return { provider: owner.provider, calls: owner.calls, draft, ...(owner.endpoint && { endpoint: owner.endpoint }) };
}

/** The model, endpoint and key lines of a call are usages of their own. */
function parts(
  carrier: Draft,
  context: FileContext,
  found: { readonly given: Argument | undefined; readonly key: Argument | undefined; readonly model: Argument | undefined },
): void {
  const add = (kind: Draft['kind'], argument: Argument | undefined, token: string) => {
    if (!argument) return;
    context.drafts.push({
      kind,
      provider: carrier.provider,
      span: argument.span,
      token,
      carrier,
      weight: 4,
      ...(kind === 'model' && carrier.model !== undefined && { model: carrier.model }),
      ...(carrier.endpoint && { endpoint: carrier.endpoint }),
    });
  };
  if (found.given && says(found.given.value, context)) add('endpoint', found.given, found.given.name ?? 'endpoint');
  if (found.model && says(found.model.value, context)) add('model', found.model, carrier.model ?? 'model');
  if (found.key && says(found.key.value, context)) add('environment', found.key, found.key.name ?? 'key');
}

/** A value that tells something where it stands: not just a name that is passed on, nor an object. */
function says(value: Expr, context: FileContext): boolean {
  if (value.t === 'string' || value.t === 'environment' || value.t === 'template' || value.t === 'either') return true;
  if (value.t !== 'name' && value.t !== 'call') return false;
  const { value: text, variable } = resolve(value, context.facts, context.resolving);
  return text !== undefined || (variable !== undefined && /^[A-Z][A-Z0-9_]+$/.test(variable));
}

function textOf(value: Expr, context: FileContext): string | undefined {
  const { value: text } = resolve(value, context.facts, context.resolving);
  return text === undefined || text.includes(HOLE) || text.length > 200 ? undefined : text;
}

function objectOf(value: Expr, context: FileContext, seen: Map<CallFact, Reached>): Reached | undefined {
  if (value.t === 'call') return reached(value.call, context, seen);
  if (value.t === 'name') {
    const object = context.objects.get(ownName(value.path));
    return object;
  }
  if (value.t === 'string') {
    const routed = routedProvider(value.value, context.catalogue) ?? context.catalogue.modelProvider(value.value);
    return routed === undefined ? undefined : { ...reachOf(routed, undefined, undefined, context), calls: new Set() };
  }
  const inner = value.t === 'either' ? value.options : value.t === 'other' ? (value.operands ?? []) : [];
  for (const option of inner) {
    const found = objectOf(option, context, seen);
    if (found) return found;
  }
  return undefined;
}

/** `chain = prompt | model`, `alias = client`: what holds an object is one. */
function trackBindings(context: FileContext, seen: Map<CallFact, Reached>): void {
  for (const binding of context.facts.bindings) {
    const { value } = binding;
    if (!value || context.objects.has(ownName(binding.name))) continue;
    if (value.t !== 'name' && value.t !== 'other' && value.t !== 'either' && value.t !== 'call') continue;
    if (value.t === 'call' && seen.get(value.call)?.draft?.act !== 'construct') {
      declareType(binding, context);
      continue;
    }
    if (value.t === 'other' && !value.operands) continue;
    const found = objectOf(value, context, seen);
    if (found && found.calls.size > 0) remember(binding.name, found, context);
  }
}

function remember(name: string, found: Reached, context: FileContext): void {
  context.objects.set(ownName(name), {
    provider: found.provider,
    calls: found.calls,
    ...(found.endpoint && { endpoint: found.endpoint }),
    ...(found.draft && { draft: found.draft }),
  });
}

/** The tracked object that a callee starts with: `self.client` of `self.client.chat.completions.create`. */
function trackedPrefix(call: CallFact, context: FileContext): TrackedObject | undefined {
  const path = ownName(call.callee);
  for (let cut = path.lastIndexOf('.'); cut > 0; cut = path.lastIndexOf('.', cut - 1)) {
    const object = context.objects.get(path.slice(0, cut));
    if (object) return object;
  }
  // `c.client.Messages.New`: a field that the type declares.
  const first = path.indexOf('.');
  const second = path.indexOf('.', first + 1);
  return second === -1 ? undefined : context.objects.get(path.slice(first + 1, second));
}

function distinctiveTail(call: CallFact, context: FileContext): string | undefined {
  const path = call.callee;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const entries = context.catalogue.distinctiveCalls.get(last);
  if (!entries || !path.includes('.')) return undefined;
  const fitting = entries.filter(({ tail }) => path === tail || path.endsWith(`.${tail}`));
  if (fitting.length === 0) return undefined;
  // Several providers may share a call; the file's own imports say which.
  const imported = fitting.find(({ provider }) => context.facts.imports.some((each) => context.catalogue.modules.find(context.language, each.module) === provider));
  return (imported ?? fitting[0])?.provider;
}

const commonVerbs = new Set(['create', 'generate', 'invoke', 'stream', 'run', 'chat', 'call', 'embed', 'predict', 'complete', 'batch', 'send', 'New', 'list', 'get', 'prompt', 'execute', 'kickoff', 'Chat', 'Generate', 'Send', 'encode', 'train', 'query']);

/** A call of an SDK on an object from elsewhere, in a file that speaks of that provider: by an import, or by the object's name. */
function vendorsCall(call: CallFact, context: FileContext): string | undefined {
  const path = ownName(call.callee);
  const dot = path.indexOf('.');
  if (dot === -1 || call.receiver) return undefined;
  const last = path.slice(path.lastIndexOf('.') + 1);
  for (const { tail, provider } of context.catalogue.calls.get(last) ?? []) {
    if (!path.endsWith(`.${tail}`) || (!tail.includes('.') && commonVerbs.has(tail))) continue;
    const named = context.vendors.inVariable(path.slice(0, dot).replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase());
    if (named === provider) return provider;
    if (context.facts.imports.some((each) => context.catalogue.modules.find(context.language, each.module) === provider)) return provider;
  }
  return undefined;
}

/** `rag_chain.invoke(…)`, `get_llm().astream(…)`: the framework's own verbs on what is named as one of its objects. */
function runnableCall(call: CallFact, context: FileContext): string | undefined {
  const path = call.callee.split('.');
  const [object, verb] = [path.at(-2), path.at(-1)];
  if (object === undefined || verb === undefined || !/^a?(?:invoke|stream|batch)$/.test(verb)) return undefined;
  if (!/llm|chain|agent|chat_?model|runnable/i.test(object)) return undefined;
  const imports = context.facts.imports.map((each) => context.catalogue.modules.find(context.language, each.module));
  return imports.includes('langchain') ? 'langchain' : undefined;
}

function* tails(path: string): Generator<string> {
  for (let cut = path.indexOf('.'); cut !== -1; cut = path.indexOf('.', cut + 1)) yield path.slice(cut + 1);
}

/** From the start of the chain to its last bracket. */
function chainSpan(call: CallFact): Span {
  let last = call;
  while (last.next) last = last.next;
  return { start: call.span.start, end: last.span.end };
}
