import type { CatalogueSymbol } from '../../catalog/symbols.js';
import { nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { CallFact, Expr } from '../../syntax/fact.js';
import { argumentOf, setAfterwards } from './arguments.js';
import type { CallWords } from './callWords.js';
import {
  distinctiveTail,
  modelledCall,
  resources,
  isRunnable,
  rubyCall,
  runnableCall,
  vendorsCall,
  fillsIn,
  hasCall,
  isAnswer,
  isExtension,
} from './callNames.js';
import {
  chainSpan,
  endpointNames,
  isOnlyPassedOn,
  keyNames,
  modelNames,
  parts,
  routedBy,
  toldService,
  textOf,
} from './clientParts.js';
import type { Draft } from '../draft.js';
import type { FileContext, TrackedObject } from '../fileContext.js';
import { givesOne, oneInstance, trackFields } from './heldClients.js';
import { routedProvider } from '../models/modelNames.js';
import { parentsReach } from './parents.js';
import { reachOf, type Reach } from '../reach.js';
import { isOwnMethod, registeredClient } from './registered.js';
import { barelyCalled, trackConstants } from './rubyConstants.js';
import { trackImported } from './importedObjects.js';
import { isLookedAt } from '../standIns.js';
import { callOn, modelOf, pushCall } from './callsOn.js';
import { unwrapped } from './wrapped.js';
import { type Reached, type Seen, builtToReturn, trackReturned } from './returned.js';
import { isKeyInPlace, isSecret } from '../secrets.js';
import {
  declareType,
  declareTypes,
  isFramework,
  redeclareType,
  remember,
  retargeted,
  serviceOf,
  trackedPrefix,
} from './trackedObjects.js';

/** Clients that are built and calls that are made, in the order of the text, with what they are given. */
export function findClients(context: FileContext): void {
  const declared = declareTypes(context);
  const seen: Seen = new Map();
  trackConstants(context);
  trackImported(context, (call, there) => reached(call, there, new Map()));
  for (const call of builtToReturn(context)) reached(call, context, seen);
  trackReturned(context, seen);
  let at = 0;
  for (const call of context.facts.calls) {
    for (let next = declared[at]; next && next.span.start < call.span.start; next = declared[++at])
      redeclareType(next, context);
    // `@llm.call("…")` makes a function that asks a model; what else stands above one builds nothing.
    const isMark = call.isAnnotation === true && context.language !== 'java';
    if (isMark && context.origins.symbolOf(call)?.symbol.does !== 'call') continue;
    reached(call, context, seen);
  }
  trackReturned(context, seen);
  trackBindings(context, seen);
  for (const call of barelyCalled(context)) if (trackedPrefix(call, context)) methodCall(call, context, seen);
  // A second look finds the calls on objects that were bound below or through other names.
  for (const call of context.facts.calls) {
    if (!seen.get(call)) {
      const found = methodCall(call, context, seen);
      if (found) seen.set(call, found);
    }
    handedOn(call, context, seen);
  }
}

/** `retry(client.chat.completions.create, model=…)`: the method is called there, with what is given beside it. */
function handedOn(call: CallFact, context: FileContext, seen: Seen): void {
  if (isLookedAt(call.callee, context)) return;
  for (const { name, value } of call.args) {
    if (value.t !== 'name') continue;
    // `partial(chat_openai, model = …)`, ZIO's `vraag.provide(Completions.default)`, R's `vraag(chat_fn = chat_openai)`
    const mayFill = fillsIn.test(call.callee) || (context.language === 'r' && name !== undefined);
    const symbol = mayFill ? context.origins.symbolNamed(value.path) : undefined;
    if (!symbol && !(value.path.includes('.') && resources.test(value.path))) continue;
    const args = call.args.filter((each) => each.name !== undefined);
    const method = { callee: value.path, args, isNew: false, span: value.span, nameSpan: value.span };
    if (symbol) symbolCall(method, symbol, context, seen);
    else methodCall(method, context, seen);
  }
}

function reached(call: CallFact, context: FileContext, seen: Seen): Reached | undefined {
  if (seen.has(call)) return seen.get(call);
  // A chain from its start, in a loop: it may have thousands of links.
  const links: CallFact[] = [];
  for (let at = call.receiver; at && !seen.has(at); at = at.receiver) links.push(at);
  for (const link of links.reverse()) reached(link, context, seen);
  let symbol = context.origins.symbolOf(call);
  // What a known client gives is that client's, whatever its class is called elsewhere: `azure.GetChatClient(…)`.
  const owner = symbol && !call.receiver && call.callee.includes('.') ? trackedPrefix(call, context) : undefined;
  const isOwners = symbol?.symbol.does === 'call' || /\.(?:[Gg]et|[Aa]s)[A-Z]\w*$/.test(call.callee);
  const made = owner && isOwners && !isFramework(owner.provider, context) ? symbol : undefined;
  if (made) symbol = undefined;
  let found = symbol
    ? symbolCall(call, symbol, context, seen)
    : (methodCall(call, context, seen) ?? registeredClient(call, context) ?? joined(call, context, seen));
  // `project.AsAIAgent(…)` is asked as an agent is, at the client's address.
  if (found && made?.symbol.does === 'construct') {
    found = { ...found, calls: new Set([...found.calls, ...made.calls]) };
    if (call.assignedTo !== undefined) remember(call.assignedTo, found, context);
  }
  // What stands by itself and leads to nothing is asked again sooner than it is kept.
  if (found ?? call.receiver ?? call.next) seen.set(call, found);
  return found;
}

/** `prompt.pipe(model)`, `RunnableSequence.from([prompt, model])`: what is made of an object is one. */
function joined(call: CallFact, context: FileContext, seen: Seen): Reached | undefined {
  if (!joins.has(context.words.of(call.callee).last)) return undefined;
  for (const { value } of call.args) {
    const parts =
      value.t === 'list' ? value.items : value.t === 'object' ? value.entries.map((entry) => entry.value) : [value];
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

function symbolCall(call: CallFact, symbol: CatalogueSymbol, context: FileContext, seen: Seen): Reached | undefined {
  const { facts } = context;
  const { endpoint, key, model, region, through } = symbol.symbol;
  const handed = argumentOf(call, through, facts);
  const through_ = handed?.value;
  // `azure.AddChatClient("deployment")`: on the registration of a service, which gets the name of the model.
  const isNamed = through_?.t === 'string' && /\.Add(?!Keyed)\w+$/.test(call.callee);
  const { receiver } = call;
  const service = isNamed ? (receiver ? seen.get(receiver) : trackedPrefix(call, context)) : undefined;
  const carried = service ?? (through_ && objectOf(through_, context, seen));
  const addresses = [...(endpoint ?? []), ...endpointNames];
  let given = argumentOf(call, addresses, facts);
  const setHere = given;
  if (given && (isOnlyPassedOn(given, call, context) || isKeyInPlace(given))) given = undefined;
  const set = given ? undefined : setAfterwards(call, addresses, facts);
  if (set && !isOnlyPassedOn(set, call, context)) given = set;
  let modelArgument = argumentOf(call, model ?? modelNames, facts) ?? (service ? handed : undefined);
  // An object that is passed on is no name of a model.
  if (carried && through_?.t === 'name' && modelArgument?.value === through_) modelArgument = undefined;
  const modelValue = modelArgument && textOf(modelArgument.value, context);
  // Options ask for nothing themselves; `createFromOptions(…)` gives what asks.
  const isOptions = /(?<!From)Options(?:\.builder)?$/.test(call.callee);
  const home = isOptions ? retargeted(call, symbol, context) : undefined;
  if (home) {
    if (modelValue !== undefined) home.model ??= modelValue;
    parts(home, context, { given: undefined, key: undefined, model: modelArgument });
    return {
      provider: home.provider,
      calls: new Set(),
      draft: home,
      ...(home.endpoint && { endpoint: home.endpoint }),
    };
  }
  const told = toldService(call, symbol, context);
  let reach: Reach =
    carried ??
    reachOf(
      told ?? (call.isAnnotation === true ? symbol.provider : serviceOf(symbol.provider, context)),
      given?.value,
      argumentOf(call, region, facts)?.value,
      context,
      symbol.symbol.endpointClass,
    );
  // An agent that is given a model by name shows the framework; where it goes is known all the same.
  const isOwn = symbol.symbol.does === 'construct' && through_?.t === 'name' && symbol.symbol.isThin !== true;
  const isElsewhere = given && (given.span.start < call.span.start || given.span.start > call.span.end);
  if ((carried ?? isElsewhere) && isOwn && isFramework(symbol.provider, context))
    reach = { ...(carried ?? reach), provider: symbol.provider };
  // What a client from elsewhere is asked for says nothing of whose client that is.
  const isAsked = through_?.t !== 'name' || modelArgument?.value === through_;
  if (!carried && !told && isAsked && modelArgument && isFramework(symbol.provider, context)) {
    const known = given || isOwnMethod(call, context) ? undefined : context.catalogue.modelProvider(modelValue ?? '');
    const routed = routedBy(modelArgument.value, context) ?? known;
    if (routed !== undefined) reach = reachOf(routed, given?.value, undefined, context);
  }
  // A client from elsewhere decides where it goes, not the SDK's default.
  const isTold = (modelArgument?.value === through_ && modelValue !== undefined) || isSecret(through_);
  if (!carried && !given && !isTold && (through_?.t === 'name' || through_?.t === 'call'))
    reach = { provider: reach.provider };
  const draft: Draft = {
    kind: 'client',
    provider: reach.provider,
    span: isExtension(call, symbol, context) ? { ...chainSpan(call), start: call.nameSpan.start } : chainSpan(call),
    token: call.callee,
    act: symbol.symbol.does,
    weight: 5,
    ...(reach.endpoint && { endpoint: reach.endpoint }),
    ...(modelValue !== undefined && { model: modelValue }),
  };
  context.drafts.push(draft);
  const keyArgument = argumentOf(call, key ?? keyNames, facts);
  // The place of the key may hold a configuration instead.
  const isKey = !carried || keyArgument?.value !== through_;
  parts(draft, context, { given: given ?? setHere ?? set, key: isKey ? keyArgument : undefined, model: modelArgument });
  const isConnector = symbol.owner !== symbol.provider && isFramework(symbol.owner, context);
  const calls = isOptions ? new Set<string>() : symbol.calls;
  const found = { ...reach, calls, draft, ...(isConnector && { framework: symbol.owner }) };
  if (call.assignedTo !== undefined && symbol.symbol.does === 'construct' && !isOptions && !isAnswer(call, symbol))
    remember(call.assignedTo, found, context);
  return found;
}

/** A call on an object that is known, or one whose name no other library has. */
function methodCall(call: CallFact, context: FileContext, seen: Seen): Reached | undefined {
  const words = context.words.of(call.callee);
  const object = call.receiver && seen.get(call.receiver);
  // Most calls are on something else.
  if (!object && !words.mayTell && !context.objects.mayOwn(words)) return ofModule(call, words, context);
  // `const openrouter = createOpenRouter(…); openrouter('model')`: a provider that is itself called gives a model.
  const isPlain = call.receiver === undefined && !call.isNew && context.language !== 'php';
  const called = !isPlain ? undefined : context.objects.get(words.own);
  const givesModels = called?.draft?.act === 'construct' || called?.isProvider === true;
  if (givesModels && call.args[0]?.value.t !== 'object') return modelOf(call, called, context);
  const made = call.isNew ? undefined : context.objects.get(`${words.own}()`);
  if (made) {
    if (call.assignedTo !== undefined) remember(call.assignedTo, made, context);
    return made;
  }
  const owner = object ?? trackedPrefix(call, context) ?? joinedPrefix(call, context, seen);
  // Two clients by one name: `client.messages.create(…)` is asked of the one that has such a call.
  const isStranger = owner && /\..*\./.test(ownName(call.callee)) && !hasCall(owner, call);
  const others = isStranger ? vendorsCall(call, context) : undefined;
  if (owner && (others === undefined || others === owner.provider)) return callOn(call, owner, context);
  const asked = ofModule(call, words, context);
  if (asked || !words.mayTell) return asked;
  const frameworks = distinctiveTail(call, context);
  const told =
    frameworks ??
    vendorsCall(call, context) ??
    runnableCall(call, context) ??
    modelledCall(call, context) ??
    rubyCall(call, context);
  const distinctive = told ?? (isRunnable(call, context) ? 'langchain' : undefined);
  if (!distinctive) return undefined;
  const reach = distinctive === 'openai' ? parentsReach(call, context) : undefined;
  const pushed = pushCall(call, { provider: distinctive, ...reach, calls: new Set() }, context);
  // A project without the framework may have methods of such a name itself.
  if (frameworks !== undefined && pushed.draft && isFramework(frameworks, context) && !context.imported.has(frameworks))
    pushed.draft.isGuess = true;
  if (told === undefined && pushed.draft) pushed.draft.isNamed = pushed.draft.isGuess = true;
  return pushed;
}

/** `openai.models.list()`: of Python's module itself, which is a client. */
function ofModule(call: CallFact, { isOfResource, root }: CallWords, context: FileContext): Reached | undefined {
  if (!isOfResource || context.language !== 'python' || call.receiver) return undefined;
  const provider = context.origins.moduleProvider(root);
  if (provider === undefined || isFramework(provider, context) || context.facts.declared?.has(root)) return undefined;
  return pushCall(call, { ...reachOf(provider, undefined, undefined, context), calls: new Set() }, context);
}

/** Nobody joins more. */
const MAX_JOINED = 50;

/** The object that a value is, or the first of those that it joins or chooses from: one of a service before a framework's. */
function objectOf(value: Expr, context: FileContext, seen: Seen): Reached | undefined {
  let [waiting, framework]: [readonly Expr[], Reached | undefined] = [[value], undefined];
  for (let looked = 0; looked < MAX_JOINED; looked++) {
    const [first, ...rest] = waiting;
    if (!first) return framework;
    const found = objectAt(first, context, seen);
    if (found && !isFramework(found.provider, context)) return found;
    framework ??= found;
    const inner = first.t === 'either' ? first.options : first.t === 'other' ? (first.operands ?? []) : [];
    waiting = found || inner.length === 0 ? rest : [...inner.slice(0, MAX_JOINED), ...rest];
  }
  return framework;
}

function objectAt(value: Expr, context: FileContext, seen: Seen): Reached | undefined {
  if (value.t === 'call') return reached(value.call, context, seen);
  if (value.t === 'name') return context.objects.get(ownName(value.path));
  if (value.t !== 'string') return undefined;
  const routed = routedProvider(value.value, context.catalogue) ?? context.catalogue.modelProvider(value.value);
  return routed === undefined ? undefined : { ...reachOf(routed, undefined, undefined, context), calls: new Set() };
}

/** `chain = prompt | model`, whose name is called before all such names have been looked at. */
function joinedPrefix(call: CallFact, context: FileContext, seen: Seen): TrackedObject | undefined {
  const path = ownName(call.callee);
  const name = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  const value = name === '' ? undefined : nearestBinding(context.facts, name, call.span.start)?.value;
  const found = value?.t === 'other' && value.operands ? objectOf(value, context, seen) : undefined;
  if (!found || found.calls.size === 0) return undefined;
  remember(name, found, context);
  return context.objects.get(name);
}

/** `chain = prompt | model`, `alias = client`: what holds an object is one. */
function trackBindings(context: FileContext, seen: Seen): void {
  for (const binding of context.facts.bindings) {
    const value = binding.value && unwrapped(binding.value);
    if (!value || binding.name.endsWith('()') || context.objects.has(ownName(binding.name))) continue;
    if (value.t !== 'name' && value.t !== 'other' && value.t !== 'either' && value.t !== 'call') continue;
    if (value.t === 'call' && seen.get(value.call)?.draft?.act !== 'construct') {
      declareType(binding, context);
      continue;
    }
    if (value.t === 'other' && !value.operands) continue;
    if (value.t === 'name' && givesOne.test(value.path)) oneInstance(binding.name, value, context);
    const found = objectOf(value, context, seen);
    if (found && found.calls.size > 0) remember(binding.name, found, context);
  }
  if (context.language === 'go') trackFields(context, seen);
}
