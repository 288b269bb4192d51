import type { CatalogueSymbol } from '../../catalog/symbols.js';
import { nearestBinding } from '../../endpoint/bindings.js';
import { resolve } from '../../endpoint/resolve.js';
import { lastName } from '../../names.js';
import { positionAt, type Span } from '../../place.js';
import type { Argument, CallFact, Expr } from '../../syntax/fact.js';
import { HOLE } from '../../syntax/source/marks.js';
import { argumentOf } from './arguments.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { environmentName } from '../environment/environmentNames.js';
import { routedProvider } from '../models/modelNames.js';
import { isPlaceholder } from '../placeholder.js';

/** Names of the arguments where a symbol of the catalogue does not say its own. */
export const modelNames = [
  'model',
  'model_name',
  'modelName',
  'model_id',
  'modelId',
  'deployment_name',
  'deploymentName',
  'azure_deployment',
  'deployment',
  'engine',
  'repo_id',
  'azureOpenAIApiDeploymentName',
];
export const endpointNames = [
  'base_url',
  'baseURL',
  'baseUrl',
  'api_base',
  'azure_endpoint',
  'azureOpenAIEndpoint',
  'azureOpenAIBasePath',
  'endpoint',
  'Endpoint',
];
export const keyNames = ['api_key', 'apiKey', 'azureOpenAIApiKey', 'key', 'credential', 'api_token', 'token'];
const azureNames = [
  'azureOpenAIApiKey',
  'azureOpenAIApiInstanceName',
  'azureOpenAIApiDeploymentName',
  'azureADTokenProvider',
];

/** The model, endpoint and key lines of a call are usages of their own. */
export function parts(
  carrier: Draft,
  context: FileContext,
  found: {
    readonly given: Argument | undefined;
    readonly key: Argument | undefined;
    readonly model: Argument | undefined;
  },
): void {
  const add = (kind: Draft['kind'], argument: Argument | undefined, token: string) => {
    if (!argument) return;
    context.drafts.push({
      kind,
      provider: (kind === 'environment' ? keyOwner(argument.value, context) : undefined) ?? serviceOf(carrier, context),
      span: placeOf(argument, context),
      token,
      carrier,
      weight: 4,
      ...(kind === 'model' && carrier.model !== undefined && { model: carrier.model }),
      ...(carrier.endpoint && { endpoint: carrier.endpoint }),
    });
  };
  // Models and keys that stand elsewhere, in an options object say, are told where they stand.
  const isHere = ({ span }: Argument) => span.start >= carrier.span.start && span.end <= carrier.span.end;
  // Go's options are calls, of which nothing else tells: `opts = append(opts, option.WithAPIKey(key))`.
  const isToldHere = (argument: Argument) => context.facts.language === 'go' || isHere(argument);
  // Of several lines that set it, which one gives the address is not told.
  if (
    found.given &&
    (isHere(found.given) || found.given.value.t !== 'either') &&
    (says(found.given.value, context) || isOnItsLine(found.given, carrier, context))
  )
    add('endpoint', found.given, found.given.name ?? 'endpoint');
  if (
    found.model &&
    isToldHere(found.model) &&
    (says(found.model.value, context) ||
      isConstant(found.model.value, context) ||
      (!isFramework(carrier, context) && isOnItsLine(found.model, carrier, context)))
  )
    add('model', found.model, carrier.model ?? 'model');
  // `input := &bedrockruntime.ConverseInput{⏎ ModelId: aws.String(modelID),` is handed over further on.
  else if (
    found.model?.value.t === 'call' &&
    isOnItsLine(found.model, carrier, context) &&
    !isFramework(carrier, context)
  )
    add('model', found.model, carrier.model ?? 'model');
  if (found.model?.value.t === 'name') namedModel(found.model.value, carrier, context);
  // In a list of settings that is handed over, any name of the service's own: `config_list = [{"model": "mistral"}]`.
  if (found.model?.value.t === 'string' && !isHere(found.model)) modelAt(found.model.value, carrier, context);
  if (found.key?.value.t === 'name') namedKey(found.key.value, carrier, context);
  if (
    found.key &&
    isToldHere(found.key) &&
    (says(found.key.value, context) || (isKey(found.key) && isOnItsLine(found.key, carrier, context)))
  )
    add('environment', found.key, variableOf(found.key.value, context) ?? found.key.name ?? 'key');
}

/** `model: config.model,` on a line of its own: what the call is given, wherever it comes from. */
function isOnItsLine({ name, value, span }: Argument, carrier: Draft, context: FileContext): boolean {
  if (context.isTest || !isPassedOn(value, context)) return false;
  // By its place in the row an argument may be something else: `new AzureAIAgent(definition, client)`.
  const kind = context.catalogue.provider(carrier.provider)?.kind;
  const isOther = kind === 'tool' || /Agent$/.test(carrier.token);
  if (name === undefined && (isOther || (value.t === 'name' && isObject.test(value.path)))) return false;
  const lineOf = (offset: number) => positionAt(context.facts.lineStarts, offset).line;
  return lineOf(span.start) !== lineOf(carrier.span.start);
}

const isObject = /(?:client|thread|agent|factory|builder|definition|kernel|session|plugin|tool)s?(?:\.id)?$/i;

/** A framework is given an object as its model, as often as a name. */
function isFramework({ provider }: Draft, { catalogue }: FileContext): boolean {
  return catalogue.provider(provider)?.kind === 'framework';
}

/** Not who asks, of which the SDK makes a key itself: `credential=DefaultAzureCredential()`. */
function isKey({ name, value }: Argument): boolean {
  const said = name ?? (value.t === 'call' ? value.call.callee : value.t === 'name' ? lastName(value.path) : '');
  return /key|token/i.test(said);
}

/** A name from elsewhere, or what is made of it: `config.model.clone()`, `chooseModel(size)`, `new URL(config.address)`. */
export function isPassedOn(value: Expr, { origins }: FileContext): boolean {
  if (value.t !== 'call') return value.t === 'name';
  const isPlain = value.call.args.every((each) => each.value.t === 'name');
  return isPlain && origins.symbolOf(value.call) === undefined;
}

/** `SNEL = 'sonar'`, `def vraag(model="sonar")`: the constant or default that a client takes its model from. */
function namedModel({ path, span }: Expr & { t: 'name' }, carrier: Draft, context: FileContext): void {
  const value = nearestBinding(context.facts, path, span.start)?.value;
  if (value?.t === 'string') modelAt(value, carrier, context);
  // `LLM_MODEL = os.getenv("LLM_MODEL")`
  if (value?.t !== 'environment' || !/MODEL|DEPLOYMENT|LLM/.test(value.name)) return;
  const provider = keyOwner(value, context) ?? serviceOf(carrier, context);
  context.drafts.push({ kind: 'environment', provider, span: value.span, token: value.name, weight: 1, carrier });
}

/** `const key = process.env.KEY`, and then `new Anthropic({ apiKey: key })`: under a name that tells nothing by itself. */
function namedKey({ path, span }: Expr & { t: 'name' }, carrier: Draft, context: FileContext): void {
  const value = nearestBinding(context.facts, path, span.start)?.value;
  if (value?.t !== 'environment') return;
  const provider = keyOwner(value, context) ?? serviceOf(carrier, context);
  context.drafts.push({ kind: 'environment', provider, span: value.span, token: value.name, weight: 1, carrier });
}

/** `model:⏎  "owner/name:version"`: where the name stands. */
function placeOf({ span, value }: Argument, { facts }: FileContext): Span {
  if (value.t !== 'string') return span;
  const lineOf = (offset: number) => positionAt(facts.lineStarts, offset).line;
  return lineOf(span.start) === lineOf(value.span.start) ? span : value.span;
}

/** Of an agent that shows its framework the address may tell the service. */
function serviceOf({ provider, endpoint }: Draft, { catalogue }: FileContext): string {
  return (catalogue.provider(provider)?.kind === 'framework' ? endpoint?.provider : undefined) ?? provider;
}

function modelAt(value: Expr & { t: 'string' }, carrier: Draft, context: FileContext): void {
  if (value.value.length < 2 || isPlaceholder(value.value)) return;
  const { span, value: model } = value;
  const { endpoint } = carrier;
  context.drafts.push({
    kind: 'model',
    provider: serviceOf(carrier, context),
    span,
    token: model,
    model,
    weight: 2,
    ...(endpoint && { endpoint }),
  });
}

/** The variable that a key is taken from. */
function variableOf(value: Expr, { facts, resolving }: FileContext): string | undefined {
  return value.t === 'environment'
    ? value.name
    : value.t === 'name'
      ? resolve(value, facts, resolving).variable
      : undefined;
}

/** Whose key an environment variable holds, when its name says so. */
function keyOwner(value: Expr, context: FileContext): string | undefined {
  const owner = value.t === 'environment' ? environmentName(value.name, context) : undefined;
  // `LLM_API_KEY` is the key of whoever is asked with it.
  return owner === 'openai-compatible' ? undefined : owner;
}

/** A value that tells something where it stands: not just a name that is passed on, nor an object. */
export function says(value: Expr, context: FileContext): boolean {
  if (value.t === 'string' || value.t === 'environment' || value.t === 'template' || value.t === 'either') return true;
  if (value.t !== 'name' && value.t !== 'call') return false;
  const { value: text, variable } = resolve(value, context.facts, context.resolving);
  return text !== undefined || (variable !== undefined && /^[A-Z][A-Z0-9_]+$/.test(variable));
}

/** What is handed over in another shape: `String.valueOf(Name.SMALL)`, `BedrockModels.Claude4_5.withInferenceProfile("eu")`. */
export function constantIn(given: Expr): Expr {
  if (given.t !== 'call') return given;
  const { callee, args } = given.call;
  const path = /^((?:[A-Z]\w*\.)+[A-Z]\w*)\.[a-z]\w*$/.exec(callee)?.[1];
  if (path !== undefined) return { t: 'name', path, span: given.span };
  return (args.length === 1 ? args[0]?.value : undefined) ?? given;
}

/** `openai.ChatModelGPT4o`, `GPT_4O` that was imported: a model that the SDK itself names. */
export function isConstant(given: Expr, { origins }: FileContext): boolean {
  const value = constantIn(given);
  if (value.t !== 'name' || !/(?:\.[A-Z]\w*|^[A-Z][A-Z0-9_]*)$/.test(value.path)) return false;
  return origins.moduleProvider(value.path.split('.', 1)[0] as string) !== undefined;
}

export function textOf(value: Expr, context: FileContext): string | undefined {
  const { value: text } = resolve(value, context.facts, context.resolving);
  return text === undefined || text.includes(HOLE) || text.length > 200 ? undefined : text;
}

/** The service that the name of a model begins with, also where the rest is filled in: `f"ollama/{settings.MODEL}"`. */
export function routedBy(value: Expr, context: FileContext): string | undefined {
  const { value: text = '' } = resolve(value, context.facts, context.resolving);
  return text.length > 200 ? undefined : routedProvider(text, context.catalogue);
}

/**
 * An options object that is filled elsewhere, with an address that nothing tells: the SDK's default holds until somebody
 * sets another.
 */
export function isOnlyPassedOn(given: Argument, call: CallFact, context: FileContext): boolean {
  if (isOwnConstant(given.value, call, context)) return true;
  if (given.span.start >= call.span.start && given.span.end <= chainSpan(call).end) return false;
  const { value, variable } = resolve(given.value, context.facts, context.resolving);
  return value === undefined && !(variable !== undefined && /^[A-Z][A-Z0-9_]+$|:/.test(variable));
}

/** `ReplicateAPI(baseURL: URL(string: ReplicateAPI.Endpoint.baseURL)!)`: the default, by the name that the SDK gives it. */
function isOwnConstant(given: Expr, { callee }: CallFact, { facts }: FileContext): boolean {
  const held = given.t === 'name' ? (nearestBinding(facts, given.path, given.span.start)?.value ?? given) : given;
  const value = held.t === 'call' && held.call.args.length === 1 ? held.call.args[0]?.value : held;
  const [root = ''] = callee.split('.', 1);
  return value?.t === 'name' && /^[A-Z]/.test(root) && value.path.startsWith(`${root}.`);
}

/** From the start of the chain to its last bracket. */
export function chainSpan(call: CallFact): Span {
  let last = call;
  while (last.next) last = last.next;
  return { start: call.span.start, end: last.span.end };
}

/** All of the chain, told on the line of the call that is meant. */
export function chainOf(call: CallFact): Pick<Draft, 'span' | 'named' | 'token'> {
  return { span: chainSpan(call), named: call.nameSpan, token: call.callee };
}

/**
 * The service that an argument names; of a client for OpenAI also by what only Azure's is given: `new ChatOpenAI({
 * azureOpenAIApiKey, … })`. Given both ways, it is for whoever has which.
 */
export function toldService(
  call: CallFact,
  { provider, symbol }: CatalogueSymbol,
  context: FileContext,
): string | undefined {
  const { facts } = context;
  const named = serviceNamed(argumentOf(call, symbol.service, facts)?.value, context);
  if (named !== undefined || provider !== 'openai' || !argumentOf(call, azureNames, facts)) return named;
  return argumentOf(call, ['openAIApiKey', 'apiKey'], facts) ? undefined : 'azure-openai';
}

/** The service that a word names: `'mistral'`, `Provider::Mistral`. */
export function serviceNamed(value: Expr | undefined, { catalogue }: FileContext): string | undefined {
  const word = value?.t === 'string' ? value.value : value?.t === 'name' ? lastName(value.path) : undefined;
  return word && routedProvider(`${word.toLowerCase()}/x`, catalogue);
}
