import type { Catalogue } from '../catalog/catalogue.js';
import { splitUrl } from '../endpoint/classify.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { rangeOf } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import { isTestPath } from '../testPath.js';
import { canServe } from './canServe.js';
import { lastName } from '../names.js';
import { isLogged } from './logged.js';
import { namesGemini } from './models/modelNames.js';
import { keepVariable, type OwnVariables } from './environment/ownVariables.js';
import { keepFamily, ofItsFamily, ofNobody, ofOwn, type VariableFamilies } from './environment/variableFamilies.js';
import type { Usage } from './usage.js';

/** What only the whole project tells about the usages of one file. */
export interface ProjectView {
  /** Providers that are certainly used somewhere. */
  readonly present: ReadonlySet<string>;
  /** The one service that every client of the project reaches, when there is just one. */
  readonly sole?: { readonly provider: string; readonly endpoint?: Endpoint };
  /** The same among those that are asked with OpenAI's SDK, whatever else the project uses. */
  readonly asked?: ProjectView['sole'];
  /** What is called after OpenAI is for Azure: a client goes there, and nothing reaches OpenAI itself. */
  readonly asksAzure: boolean;
  /** It asks a model, of whomever: variables of nobody's in particular (`AI_API_KEY`) are for that. */
  readonly asks: boolean;
  /** The one gateway that the project asks: it names a model with its maker, `anthropic/claude-sonnet-4`. */
  readonly gateway?: string;
  /** Where the clients of a class go, when all that the project builds of it go to one place. */
  readonly built: ReadonlyMap<string, Pick<Usage, 'provider' | 'endpoint'> | undefined>;
  /** The one address that the project has of a service: calls of a path alone go there. */
  readonly homes: ReadonlyMap<string, Endpoint | undefined>;
  /** Lines of configuration and constants that code takes an address from: path → usages to add. */
  readonly addresses: ReadonlyMap<string, readonly Usage[]>;
  /** Names of the project's own for what a client takes from the environment. */
  readonly variables: OwnVariables;
  /** Whose variables of nobody's name are, by the address among them. */
  readonly families: VariableFamilies;
  /** Changes when anything of the above does. */
  readonly signature: string;
}

const noService = new Set<string | undefined>(['framework', 'tool', 'observability']);

/** Of these no other product bears the name. */
const ofNoOther = new Set(['openai', 'azure-openai', 'anthropic', 'ollama', 'openrouter', 'deepseek', 'huggingface']);

/** Providers that a file speaks of in two ways, if only by name: `${openai.api.key}`, and a model of OpenAI's. */
function* resembledTwice(usages: readonly Usage[]): Generator<string> {
  const kinds = new Map<string, Set<string>>();
  for (const { provider, kind, isNamed, isGuess, isReached } of usages) {
    if (!ofNoOther.has(provider) || (isNamed !== true && isGuess !== true) || isReached === true) continue;
    const known = kinds.get(provider) ?? new Set();
    kinds.set(provider, known.add(kind));
    if (known.size === 2 && (known.has('environment') || known.has('client'))) yield provider;
  }
}

/** Joins the usages that each file shows by itself. */
export function viewOf(byFile: Iterable<readonly Usage[]>, catalogue: Catalogue): ProjectView {
  const present = new Set<string>();
  const services = new Map<string, Endpoint | undefined>();
  const asks = new Map<string, Endpoint | undefined>();
  const built = new Map<string, Pick<Usage, 'provider' | 'endpoint'> | undefined>();
  const addresses = new Map<string, Map<number, Usage>>();
  const homes = new Map<string, Endpoint | undefined>();
  const gateways = new Set<string>();
  const requested = new Set<string>();
  let reachesOpenAi = false;
  const variables = new Map<string, string | undefined>();
  const families = new Map<string, string | undefined>();
  for (const usages of byFile) {
    for (const provider of resembledTwice(usages)) present.add(provider);
    for (const usage of usages) {
      if (usage.isGuess !== true && usage.isNamed !== true) present.add(usage.provider);
      else if (namesGemini(usage)) present.add(usage.provider);
      keepVariable(usage, variables);
      keepFamily(usage, catalogue, families);
      const { endpoint } = usage;
      if (usage.provider === 'openai' && endpoint) reachesOpenAi = true;
      const isGateway = catalogue.provider(usage.provider)?.kind === 'gateway';
      // Where a gateway goes is said where it is set up: LiteLLM asks whom the model belongs to.
      if (usage.kind === 'client' && isGateway && !endpoint) requested.add(usage.provider);
      if (!endpoint) continue;
      if (endpoint.class !== 'unknown' && endpoint.source !== 'default' && /^https?:/.test(endpoint.value)) {
        const home = homes.get(usage.provider);
        if (!homes.has(usage.provider)) homes.set(usage.provider, endpoint);
        else if (home?.class !== endpoint.class || hostOf(home) !== hostOf(endpoint))
          homes.set(usage.provider, undefined);
      }
      if (usage.provider !== 'openai-compatible' && isGateway) gateways.add(usage.provider);
      if (usage.kind === 'client' && usage.act === 'construct') {
        const name = lastName(usage.token);
        const same = built.get(name);
        const agrees = same?.provider === usage.provider && same.endpoint?.value === endpoint.value;
        if (!built.has(name)) built.set(name, { provider: usage.provider, endpoint });
        else if (!agrees) built.set(name, undefined);
      }
      const kind = catalogue.provider(usage.provider)?.kind;
      if (usage.kind === 'client' && usage.act === 'construct' && !noService.has(kind)) {
        if (!services.has(usage.provider)) services.set(usage.provider, endpoint);
        if (/openai/i.test(usage.token)) asks.set(usage.provider, asks.get(usage.provider) ?? endpoint);
      }
      if (usage.act === 'call' && usage.provider !== 'openai-compatible' && !noService.has(kind))
        requested.add(usage.provider);
      const last = endpoint.way.at(-1);
      // Where nothing says how the address begins, no line holds it.
      if (!last || endpoint.class === 'unknown' || endpoint.value.startsWith('…')) continue;
      const lines = addresses.get(last.path) ?? new Map<number, Usage>();
      addresses.set(last.path, lines);
      const { line } = last.range.start;
      if (lines.has(line)) continue;
      lines.set(line, {
        kind: 'endpoint',
        provider: endpoint.provider ?? usage.provider,
        path: last.path,
        range: last.range,
        token: last.name,
        endpoint: { ...endpoint, way: [] },
        isReached: true,
      });
    }
  }
  const one = onlyOf([...services]);
  // A request without an SDK builds nothing, yet reaches a service too.
  const sole = one && [...requested].every((each) => each === one.provider) ? one : undefined;
  const asked = onlyOf([...asks]);
  const asksAzure = services.has('azure-openai') && !reachesOpenAi;
  const [only, ...others] = gateways;
  const gateway = others.length === 0 ? only : undefined;
  const listed = new Map([...addresses].map(([path, lines]) => [path, [...lines.values()]]));
  const signature = [
    [...present].sort().join(),
    sole?.provider ?? '',
    sole?.endpoint?.value ?? '',
    asked?.provider ?? '',
    gateway ?? '',
    String(services.size + requested.size > 0),
    String(asksAzure),
    ...[...variables, ...families].map(([name, provider]) => `${name} ${provider ?? ''}`),
    ...[...built].map(([name, reach]) => `${name} ${reach?.provider ?? ''} ${reach?.endpoint?.value ?? ''}`),
    ...[...homes].map(([name, endpoint]) => `${name} ${endpoint?.class ?? ''} ${endpoint?.value ?? ''}`),
    ...[...listed].flatMap(([path, usages]) =>
      usages.map((usage) => `${path}:${usage.range.start.line}:${usage.provider}`),
    ),
  ].join('\n');
  return {
    present,
    built,
    homes,
    asksAzure,
    addresses: listed,
    asks: services.size + requested.size > 0,
    variables,
    families,
    signature,
    ...(sole && { sole }),
    ...(asked && { asked }),
    ...(gateway !== undefined && { gateway }),
  };
}

function onlyOf([first, ...more]: readonly (readonly [string, Endpoint | undefined])[]): ProjectView['sole'] {
  if (!first || more.length > 0) return undefined;
  const [provider, endpoint] = first;
  return { provider, ...(endpoint && { endpoint }) };
}

/** The usages of a file with what the project adds to them. */
export function settle(
  usages: readonly Usage[],
  facts: FileFacts,
  view: ProjectView,
  catalogue: Catalogue,
): readonly Usage[] {
  const kept = usages.some(({ isNamed }) => isNamed === true) ? withoutStrangers(usages, view, catalogue) : usages;
  const reached = new Map((view.addresses.get(facts.path) ?? []).map((each) => [each.range.start.line, each]));
  const settled = kept
    .map((usage) => settleOne(usage, kept, view, catalogue))
    .map((usage) => {
      const taken = usage.kind === 'endpoint' ? reached.get(usage.range.start.line) : undefined;
      if (!taken) return usage;
      // The code that takes a host of nobody's knows whose it is.
      const { provider, endpoint } = usage.provider === 'openai-compatible' ? taken : usage;
      return { ...usage, provider, ...(endpoint && { endpoint }), isReached: true };
    });
  const lines = new Set(settled.map(({ range }) => range.start.line));
  const added: Usage[] = [];
  const add = (usage: Usage) => {
    if (lines.has(usage.range.start.line)) return;
    lines.add(usage.range.start.line);
    added.push(usage);
  };
  for (const usage of view.addresses.get(facts.path) ?? []) add(usage);
  for (const usage of sharedVariables(facts, view, catalogue)) add(usage);
  if (added.length === 0) return settled;
  // Carriers are positions in the list, so what is added comes behind it.
  return [...settled, ...added];
}

/** Names that resemble a provider's are of that provider only in a project that uses it. */
function withoutStrangers(
  usages: readonly Usage[],
  { present, asks }: ProjectView,
  catalogue: Catalogue,
): readonly Usage[] {
  const isKnown = ({ isNamed, isGuess, kind, provider }: Usage) =>
    isNamed !== true ||
    // `self.llm.invoke(…)`, in a project that asks a model.
    (kind === 'client' && isGuess === true && asks) ||
    present.has(provider) ||
    (siblings[provider] ?? []).some((each) => present.has(each)) ||
    // A model server on the machine is reached with any SDK, and a library may be there for another.
    (present.size > 0 && (kind === 'dependency' || catalogue.provider(provider)?.kind === 'local'));
  const index = new Map<number, number>();
  usages.forEach((usage, at) => {
    if (isKnown(usage)) index.set(at, index.size);
  });
  return usages.filter(isKnown).map((usage) => {
    const carrier = usage.carrier === undefined ? undefined : index.get(usage.carrier);
    const { carrier: _, ...rest } = usage;
    return carrier === undefined ? rest : { ...rest, carrier };
  });
}

/** Reached with the same SDK, so that the one speaks for the other. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  'azure-openai': ['openai'],
  openai: ['azure-openai', 'openai-compatible'],
  'openai-compatible': ['openai'],
  'google-vertex': ['google-gemini'],
};

function settleOne(usage: Usage, all: readonly Usage[], view: ProjectView, catalogue: Catalogue): Usage {
  const { sole, asked, built, gateway, homes } = view;
  const kin =
    usage.kind === 'environment' && usage.provider === 'openai-compatible'
      ? ofItsFamily(usage.token, view.families)
      : undefined;
  if (kin !== undefined) return { ...usage, provider: kin };
  const isPath = usage.endpoint?.class === 'unknown' && onlyPath.test(usage.endpoint.value);
  const home = isPath ? homes.get(usage.provider) : undefined;
  if (home) return { ...usage, endpoint: home };
  const asking = isPath && usage.provider === 'openai-compatible' ? askedByPath(all, view, catalogue) : undefined;
  if (asking) return { ...usage, ...asking };
  // A client that is handed over goes where the project's clients of its class go.
  const reach = usage.declared === undefined || isSettled(usage) ? undefined : built.get(usage.declared);
  if (reach) return { ...usage, ...reach };
  if (gateway !== undefined && usage.isGuess === true && ofGateway.test(usage.token))
    return { ...usage, provider: gateway };
  // A method that bears the name of a framework's, in a project that has no such framework.
  if (usage.isGuess === true && usage.kind === 'client')
    return sole && !view.present.has(usage.provider)
      ? { ...usage, provider: sole.provider, ...(sole.endpoint && { endpoint: sole.endpoint }) }
      : usage;
  // A framework asks the one service that the project builds, which another file hands over.
  if (
    sole &&
    isHandedOver(usage, sole.provider, all, catalogue) &&
    !mayAskAnother(usage, sole.provider, view, catalogue)
  )
    return { ...usage, provider: sole.provider, ...(sole.endpoint && { endpoint: sole.endpoint }) };
  // The variables of infrastructure stand in a file of their own.
  if (view.asksAzure && isOpenAis(usage)) return { ...usage, provider: 'azure-openai' };
  const isAzure = usage.provider === 'openai' && view.present.has('azure-openai');
  if (isAzure && usage.kind === 'model' && /\.(?:tf|tfvars|bicepparam)$/.test(usage.path))
    return { ...usage, provider: 'azure-openai' };
  const only = sole ?? (usage.provider === 'openai' ? asked : undefined);
  if (!only) return usage;
  const hasClient = all.some(({ kind, act }) => kind === 'client' && act === 'construct');
  if (hasClient) return usage;
  if (usage.isGuess === true)
    return sole && canServe(sole.provider, usage.provider, catalogue) ? { ...usage, provider: sole.provider } : usage;
  // A call on a client from another file, where every client reaches the same service.
  const sameSdk = usage.provider === only.provider || usage.provider === 'openai';
  if (usage.kind === 'client' && usage.act === 'call' && !usage.endpoint && only.endpoint && sameSdk) {
    return { ...usage, provider: only.provider, endpoint: only.endpoint };
  }
  return usage;
}

/** A call of a framework on an object that the file does not build, or what C# registers without saying of whom. */
function isHandedOver(usage: Usage, sole: string, all: readonly Usage[], catalogue: Catalogue): boolean {
  const { kind, act, path, token, provider, endpoint } = usage;
  if (endpoint || catalogue.provider(provider)?.kind !== 'framework') return false;
  const isRegistered = (kind === 'model' && path.endsWith('.cs')) || registers.test(token);
  if (!isRegistered && (kind !== 'client' || act !== 'call')) return false;
  const built = all.filter((each) => each.kind === 'client' && each.act === 'construct' && each.endpoint);
  return built.every((each) => isRegistered && each.provider === sole);
}

/**
 * In Spring and Quarkus settings build what is asked: those of another service than the one that code builds. The
 * frameworks of Ruby and PHP know themselves whom they ask.
 */
function mayAskAnother({ path }: Usage, sole: string, { present }: ProjectView, catalogue: Catalogue): boolean {
  if (/\.(?:rb|php)$/.test(path)) return true;
  if (!/\.(?:java|kt)$/.test(path)) return false;
  return [...present].some(
    (each) =>
      each !== sole &&
      /^(?:service|cloud|local|gateway)$/.test(catalogue.provider(each)?.kind ?? '') &&
      !(siblings[sole] ?? []).includes(each),
  );
}

const registers = /(?:^|\.)Add(?:ChatClient|EmbeddingGenerator)$/;

/** A variable, or the name of a model: what the SDK is asked with. */
function isOpenAis({ provider, kind, endpoint }: Usage): boolean {
  return provider === 'openai' && (kind === 'environment' || kind === 'model') && !endpoint;
}

/** In small letters, as makers of open models do not write theirs, and of no maker whose models one runs oneself. */
const ofGateway =
  /^(?!(?:sentence-transformers|stabilityai|runwayml|intfloat|distilbert|facebook)\/)[a-z][a-z\d-]*\/(?!.*(?:embed|bge|rerank))[a-z\d][a-z\d.:-]*$/;

function hostOf({ value }: Endpoint): string | undefined {
  return splitUrl(value)?.host;
}

/** The path of a service's interface, whose address stands elsewhere: `/v1beta/models/…:generateContent`. */
const onlyPath = /^\/?(?:v\d\w*|models|chat)\//;

/** Who is asked at a path that many have: whom the file's clients ask, or the one service whose address the project has. */
function askedByPath(
  all: readonly Usage[],
  { sole, homes }: ProjectView,
  catalogue: Catalogue,
): Pick<Usage, 'provider' | 'endpoint'> | undefined {
  const clients = all.filter(({ kind, act, endpoint }) => kind === 'client' && act === 'construct' && endpoint);
  const [client] = clients;
  if (client && clients.every(({ provider }) => provider === client.provider))
    return { provider: client.provider, ...(client.endpoint && { endpoint: client.endpoint }) };
  if (client) return undefined;
  if (sole) return sole;
  const known = [...homes].filter(([provider]) => !noService.has(catalogue.provider(provider)?.kind));
  const [one, ...more] = known;
  return one?.[1] && more.length === 0 ? { provider: one[0], endpoint: one[1] } : undefined;
}

function isSettled({ endpoint }: Usage): boolean {
  return endpoint !== undefined && endpoint.class !== 'unknown';
}

/** `@Value("${AI_API_KEY}")` */
const injected = /^\$\{([A-Z][A-Z\d_]*)(?::[^}]*)?\}$/;

/**
 * Environment names that other things use too, which count beside another token of their provider; and names of the
 * project's own, as `GPT_API_KEY=` in `.env.example`, where code gives it to a client.
 */
function* sharedVariables(facts: FileFacts, view: ProjectView, catalogue: Catalogue): Generator<Usage> {
  // In a test such a name is data.
  const mayBeAnyones = view.asks && !isTestPath(facts.path);
  const usageOf = (
    name: string,
    span: { readonly start: number; readonly end: number },
    isVariable = true,
  ): Usage | undefined => {
    const provider =
      catalogue.sharedVariable(name)?.find((each) => view.present.has(each)) ??
      view.variables.get(name) ??
      (mayBeAnyones && (ofNobody.test(name) || (isVariable && ofOwn.test(name)))
        ? (ofItsFamily(name, view.families) ?? view.sole?.provider ?? 'openai-compatible')
        : undefined);
    return provider === undefined
      ? undefined
      : { kind: 'environment', provider, path: facts.path, range: rangeOf(facts.lineStarts, span), token: name };
  };
  for (const { name, span } of facts.environment) {
    const usage = usageOf(name, span);
    if (usage && !isLogged(span, facts)) yield usage;
  }
  for (const { value, span, role } of facts.strings) {
    if (role === 'other' || role === 'comparison' || role === 'key') continue;
    const variable = injected.exec(value)?.[1];
    const usage = usageOf(variable ?? value, span, variable !== undefined);
    if (usage) yield usage;
  }
  for (const { name, nameSpan, type, value } of facts.bindings) {
    // `GENAI_API_KEY: str`, of a class of settings.
    const isField = facts.language === 'python' && type !== undefined && value?.t !== 'environment';
    const usage = isField && ofNobody.test(name) ? usageOf(name, nameSpan) : undefined;
    if (usage) yield usage;
  }
  for (const { path, keySpan, valueSpan } of facts.settings) {
    const usage = usageOf(path.at(-1) ?? '', { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) });
    if (usage) yield usage;
  }
}
