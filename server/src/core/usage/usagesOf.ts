import type { Catalogue } from '../catalog/catalogue.js';
import { fromConfiguration } from '../endpoint/references.js';
import type { ResolveContext } from '../endpoint/resolved.js';
import { lastName } from '../names.js';
import { rangeOf } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import { TooMuch } from '../syntax/tooMuch.js';
import type { Language } from '../syntax/source/language.js';
import { isTestPath } from '../testPath.js';
import { languageById } from '../syntax/source/languages/index.js';
import { canServe } from './canServe.js';
import { findClients } from './clients.js';
import { findAssistant, findConfigured } from './configurationUsages.js';
import { type Draft, Drafts } from './draft.js';
import { findEnvironment } from './environment.js';
import type { FileContext } from './fileContext.js';
import { findRequests, withoutInnerRequests } from './http.js';
import { findImports } from './imports.js';
import { findLiterals } from './literals.js';
import { findModelConstants } from './modelConstants.js';
import { completeModelLists } from './modelLists.js';
import { withoutNamesakes } from './lookalikes.js';
import { settleByNeighbours } from './modelNeighbours.js';
import { Origins } from './origins.js';
import { findStartedPrograms } from './startedPrograms.js';
import type { Usage } from './usage.js';
import { VendorNames } from './vendorNames.js';

let vendors: { readonly of: Catalogue; readonly names: VendorNames } | undefined;

function vendorsOf(catalogue: Catalogue): VendorNames {
  if (vendors?.of !== catalogue) vendors = { of: catalogue, names: new VendorNames(catalogue) };
  return vendors.names;
}

function importedProviders(facts: FileFacts, catalogue: Catalogue, language: Language['catalogueAs']): Set<string> {
  const found = new Set<string>();
  for (const { module, names } of facts.imports) {
    // `from google import genai`, `use OCP\TaskProcessing\IManager`: the name may say more than the module.
    for (const path of [module, ...names.map(({ name }) => `${module}.${name}`)]) {
      const provider = catalogue.modules.find(language, path);
      if (provider !== undefined) found.add(provider);
    }
  }
  return found;
}

/** Every usage of one file, in the order of the text; where there are too many, those found first, and `cut` says why. */
export function usagesOf(
  facts: FileFacts,
  catalogue: Catalogue,
  resolving: ResolveContext,
): { readonly usages: Usage[]; readonly cut?: TooMuch } {
  const drafts = new Drafts();
  try {
    find(facts, catalogue, resolving, drafts);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { usages: finish(drafts, facts, catalogue), cut: error };
  }
  return { usages: finish(drafts, facts, catalogue) };
}

function find(facts: FileFacts, catalogue: Catalogue, resolving: ResolveContext, drafts: Drafts): void {
  for (const part of facts.parts ?? [facts]) {
    const context = contextOf(part, catalogue, resolving, drafts);
    if (part.imports.length + part.calls.length + part.strings.length > 0) {
      findImports(context);
      findRequests(context);
      findStartedPrograms(context);
      findClients(context);
      findLiterals(context);
      completeModelLists(context);
      settleByNeighbours(context);
      findModelConstants(context);
      findEnvironment(context);
    }
    findConfigured(context);
    findAssistant(context);
  }
}

function contextOf(facts: FileFacts, catalogue: Catalogue, resolving: ResolveContext, drafts: Draft[]): FileContext {
  const language = languageById.get(facts.language)?.catalogueAs ?? 'python';
  return {
    facts,
    isTest: isTestPath(facts.path) && !isTable(facts),
    catalogue,
    language,
    origins: new Origins(
      facts,
      catalogue,
      language,
      resolving.globalImports?.(facts) ?? [],
      (name) => fromConfiguration(name, facts.path, resolving)?.value,
    ),
    resolving,
    vendors: vendorsOf(catalogue),
    imported: importedProviders(facts, catalogue, language),
    configured: new Map(),
    drafts,
    objects: new Map(),
  };
}

/** What evaluations and tests are run with: names and addresses alone, in a file that takes in nothing it could test. */
function isTable({ imports, calls, bindings }: FileFacts): boolean {
  return (
    bindings.length > 0 &&
    imports.every(({ module }) => offered.test(module)) &&
    calls.every(({ callee }) => converts.test(callee))
  );
}

const offered = /^(?:os|typing|enum|dataclasses|pathlib|collections|__future__|dotenv|(?:node:)?process)$/;
const converts =
  /^(?:os\.\w+(?:\.\w+)*|getenv|str|int|float|bool|list|dict|tuple|set|frozenset|load_dotenv|Path|print|len|sorted|\w*Error|\w+\.(?:append|extend|get|split|strip|lower|items|keys|values))$/;

function finish(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): Usage[] {
  const told = withoutNamesakes(withoutInnerRequests(drafts), facts, catalogue);
  settleProviders(told, facts, catalogue);
  const kept = onePerLine(told, facts);
  const index = new Map(kept.map((draft, at) => [draft, at]));
  return kept.map((draft) => {
    const carrier = draft.carrier && index.get(draft.carrier);
    return {
      kind: draft.kind,
      provider: draft.provider,
      path: facts.path,
      range: rangeOf(facts.lineStarts, draft.span),
      token: draft.token,
      ...(draft.model !== undefined && { model: draft.model }),
      ...(draft.endpoint && { endpoint: draft.endpoint }),
      ...(draft.act && { act: draft.act }),
      ...(draft.isGuess === true && { isGuess: true }),
      ...(draft.isNamed === true && { isNamed: true }),
      ...(draft.declared !== undefined && { declared: draft.declared }),
      ...(carrier !== undefined && { carrier }),
    };
  });
}

/**
 * A file whose clients all reach one service: its models and its calls are of that service, not of the vendor whose name
 * they bear.
 */
function settleProviders(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): void {
  if (facts.settings.length > 0) settleConfigured(drafts, catalogue);
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

/** One usage a line and kind: the surest, else the first. */
function onePerLine(drafts: readonly Draft[], facts: FileFacts): Draft[] {
  const byLine = new Map<string, Draft>();
  for (const draft of drafts) {
    const { line } = rangeOf(facts.lineStarts, draft.span).start;
    const key = `${line}:${draft.kind}`;
    const known = byLine.get(key);
    if (!known || draft.weight > known.weight) byLine.set(key, draft);
  }
  return [...byLine.values()].sort((a, b) => a.span.start - b.span.start || b.weight - a.weight);
}
