import type { Catalogue } from '../catalog/catalogue.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { lastName } from '../names.js';
import type { FileFacts } from '../syntax/fact.js';
import { canServe } from './canServe.js';
import type { Draft } from './draft.js';

/**
 * A file whose clients all reach one service: its models and its calls are of that service, not of the vendor whose name
 * they bear.
 */
export function settleProviders(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): void {
  if (facts.settings.length > 0) settleConfigured(drafts, catalogue);
  settleByModels(drafts, catalogue);
  // What only watches reaches no model.
  const built = drafts.filter(
    ({ kind, act, weight, provider }) =>
      kind === 'client' && act === 'construct' && weight >= 4 && catalogue.provider(provider)?.kind !== 'observability',
  );
  // What a framework builds goes to a service that is built beside it.
  const services = built.filter(({ provider }) => catalogue.provider(provider)?.kind !== 'framework');
  const clients = services.length > 0 ? services : built;
  const reached = new Set(clients.map(({ provider }) => provider));
  const [only] = reached;
  if (reached.size !== 1 || only === undefined) {
    settleCalls(drafts, clients);
    if (reached.size === 0) settleAddressed(drafts, catalogue);
    return;
  }
  // What is asked of a host of open models bears any name.
  const isService = !['framework', 'tool'].includes(catalogue.provider(only)?.kind ?? '');
  const mayBeOf = (service: string, { provider }: Draft) =>
    // A framework asks somebody, and a tool is asked: whose the model is, its name tells.
    isService && (catalogue.provider(service)?.openness !== 'closed' || canServe(service, provider, catalogue));
  // `genai` has no `chat.completions.create`, where Groq's SDK has.
  const asksAsOpenAi = ({ token }: Draft): boolean =>
    clients.some((client) => /openai/i.test(client.token)) ||
    catalogue.calls
      .get(lastName(token))
      ?.some(({ provider, tail }) => provider === only && tail.includes('.') && token.endsWith(tail)) === true;
  const moved = new Set<Draft>();
  for (const draft of drafts) {
    if (draft.carrier && moved.has(draft.carrier) && draft.provider === 'openai') draft.provider = only;
    if (draft.isGuess === true && draft.kind !== 'client' && mayBeOf(only, draft)) {
      draft.provider = only;
      draft.isGuess = false;
    }
    if (draft.kind !== 'client' || draft.act !== 'call' || draft.endpoint) continue;
    if (draft.provider !== only && !(draft.provider === 'openai' && asksAsOpenAi(draft))) continue;
    draft.provider = only;
    moved.add(draft);
    const [client] = clients;
    if (client?.endpoint) draft.endpoint = client.endpoint;
    if (client) draft.carrier = client;
  }
}

/**
 * An SDK of OpenAI whose address nothing tells, as an option that may stay empty: when it is asked for models of OpenAI
 * alone, it is a client of OpenAI. Where it goes stays unknown.
 */
function settleByModels(drafts: readonly Draft[], catalogue: Catalogue): void {
  const isUntold = ({ provider, endpoint }: Draft): boolean =>
    provider === 'openai-compatible' && (endpoint === undefined || isNowhere(endpoint));
  if (!drafts.some((draft) => draft.act === 'construct' && draft.endpoint && isUntold(draft))) return;
  const models = drafts.filter(({ model }) => model !== undefined);
  if (models.length === 0) return;
  if (!models.every(({ model = '' }) => catalogue.modelProvider(model) === 'openai')) return;
  if (!drafts.every((draft) => draft.provider === 'openai' || isUntold(draft))) return;
  for (const draft of drafts) {
    draft.provider = 'openai';
    if (draft.endpoint && isNowhere(draft.endpoint)) draft.endpoint = { ...draft.endpoint, provider: 'openai' };
  }
}

function isNowhere({ source, class: kind, value }: Endpoint): boolean {
  return source === 'unknown' && kind === 'unknown' && !value.includes('/');
}

/** Without an SDK, the one address that a file gives says who serves the open models that it names. */
function settleAddressed(drafts: readonly Draft[], catalogue: Catalogue): void {
  const given = new Set(drafts.filter(({ endpoint }) => endpoint).map(({ provider }) => provider));
  const [only] = given;
  const service = catalogue.provider(only ?? '');
  const isAzure = only === 'azure-openai';
  if (given.size !== 1 || only === undefined || service?.kind === 'tool') return;
  if (service?.openness === 'closed' && !isAzure) return;
  const own = withSettings(drafts);
  for (const draft of drafts) {
    if (draft.kind !== 'model' || draft.isGuess !== true || own.has(draft.provider)) continue;
    const isClosed = catalogue.provider(draft.provider)?.openness === 'closed';
    if (isAzure ? draft.provider !== 'openai' : isClosed || !canServe(only, draft.provider, catalogue)) continue;
    draft.provider = only;
    draft.isGuess = false;
  }
}

/** Who has settings of its own is asked itself; OpenAI's key is also what services of its kind are given. */
function withSettings(drafts: readonly Draft[]): ReadonlySet<string> {
  const own = new Set(drafts.filter(({ kind }) => kind === 'environment').map(({ provider }) => provider));
  own.delete('openai');
  return own;
}

/** Beside clients of other kinds: what is asked as OpenAI is asked goes to the one client that is asked so. */
function settleCalls(drafts: readonly Draft[], clients: readonly Draft[]): void {
  const [client, ...more] = clients.filter(({ provider }) => /^(?:azure-)?openai/.test(provider));
  if (!client || client.provider === 'openai' || more.some(({ provider }) => provider !== client.provider)) return;
  const moved = new Set<Draft>();
  for (const draft of drafts) {
    if (draft.provider !== 'openai' || draft.endpoint) continue;
    const isCall = draft.kind === 'client' && draft.act === 'call';
    if (!isCall && !(draft.carrier && moved.has(draft.carrier))) continue;
    draft.provider = client.provider;
    if (client.endpoint) draft.endpoint = client.endpoint;
    if (!isCall) continue;
    draft.carrier = client;
    moved.add(draft);
  }
}

/** In a configuration file the one address that it gives says whose the models beside it are. */
function settleConfigured(drafts: readonly Draft[], catalogue: Catalogue): void {
  const kindOf = (id: string) => catalogue.provider(id)?.kind;
  // A server of tools (MCP) has no models.
  const told = drafts.filter(({ kind, provider }) => kind === 'endpoint' && kindOf(provider) !== 'tool');
  const reached = new Set(told.map(({ provider }) => provider));
  const [only] = reached;
  if (reached.size !== 1 || only === undefined) return;
  const isGateway = only !== 'openai-compatible' && kindOf(only) === 'gateway';
  const own = withSettings(drafts);
  for (const draft of drafts) {
    // `google/gemini-2.5-flash` is how a gateway names what it passes on to.
    const isRouted = isGateway && draft.model?.includes('/') === true && kindOf(draft.provider) === 'service';
    if (!isRouted && (draft.isGuess !== true || own.has(draft.provider) || !canServe(only, draft.provider, catalogue)))
      continue;
    draft.provider = only;
    draft.isGuess = false;
  }
}
