import type { Catalogue } from '../catalog/catalogue.js';
import { azurePath } from '../catalog/triggerWords.js';
import { bindingsOf } from '../endpoint/bindings.js';
import { classify, withoutSpaces } from '../endpoint/classify.js';
import { followReferences, fromConfiguration } from '../endpoint/references.js';
import { behind, resolve } from '../endpoint/resolve.js';
import type { Resolved } from '../endpoint/resolved.js';
import type { Endpoint, EndpointClass } from '../endpoint/endpoint.js';
import type { BindingFact, Expr, FileFacts } from '../syntax/fact.js';
import { HOLE } from '../syntax/source/marks.js';
import type { FileContext } from './fileContext.js';
import { isPlaceholder } from './placeholder.js';

export interface Reach {
  readonly provider: string;
  readonly endpoint?: Endpoint;
}

/** Providers whose SDK people point at other services; another address makes it another service. */
const retargetable = new Set(['openai']);

/** Where a client of `provider` goes when it is given this endpoint, or none. */
export function reachOf(
  provider: string,
  given: Expr | undefined,
  region: Expr | undefined,
  context: FileContext,
  endpointClass?: EndpointClass,
): Reach {
  const { catalogue, facts, resolving } = context;
  if (given) return reachOfAddress(provider, resolve(given, facts, resolving), context);
  const configured = endpointClass === undefined ? askedOnce(provider, context) : undefined;
  if (configured) return reachOfResolved(provider, configured, catalogue);
  if (provider === 'openai' && isSetToAzure(facts))
    return reachOf('azure-openai', given, region, context, endpointClass);
  const entry = catalogue.provider(provider);
  if (entry && endpointClass !== undefined) {
    return { provider, endpoint: { value: entry.name, class: endpointClass, source: 'default', provider, way: [] } };
  }
  if (!entry?.endpoint) return { provider };
  const asked = region && resolve(region, facts, resolving).value;
  // A name that infrastructure refers to is no place: `Ref: BedrockRegion`.
  const where = asked === undefined || isPlaceholder(asked) || /[A-Z]/.test(asked) ? undefined : asked;
  const { default: url, class: kind } = entry.endpoint;
  return {
    provider,
    endpoint: {
      value: url?.replace('{region}', where === undefined || where.includes(HOLE) ? '…' : where) ?? entry.name,
      class: kind,
      source: 'default',
      provider,
      way: [],
      ...(where !== undefined && !where.includes(HOLE) && { region: where }),
    },
  };
}

/** `openai.api_type = "azure"`: from there on the module asks Azure. */
export function isSetToAzure(facts: FileFacts): boolean {
  return bindingsOf(facts, 'openai.api_type').some(({ value }) => value?.t === 'string' && /^azure/i.test(value.value));
}

const ownHosts = new Set<string | undefined>(['local', 'gateway', 'government']);

/** An address in code. Of a server of its own, the constant that holds it may say what it is: `LLAMACPP_URL`. */
export function reachOfAddress(sdk: string, resolved: Resolved, { catalogue, vendors }: FileContext): Reach {
  const reach = reachOfResolved(sdk, resolved, catalogue);
  if (reach.provider !== 'openai-compatible' || !reach.endpoint) return reach;
  const { way, variable } = reach.endpoint;
  for (const name of [...way.map((step) => step.name), variable ?? '']) {
    const known = catalogue.environment.get(name);
    const provider = known?.role === 'endpoint' ? known.provider : vendors.inSetting(name);
    if (provider === undefined || retargetable.has(provider)) continue;
    const entry = catalogue.provider(provider);
    const isTenant = entry?.endpoint?.class === 'tenant';
    // `f"{AZURE_OPENAI_ENDPOINT}/chat/completions"`: what a variable holds for one service is an address of it.
    const isOwn = reach.endpoint.class === 'unknown' && (known !== undefined || (isTenant && isAddress.test(name)));
    if (!isOwn && !ownHosts.has(entry?.kind)) continue;
    const { class: kind } = reach.endpoint;
    return { provider, endpoint: { ...reach.endpoint, provider, class: isOwn && isTenant ? 'tenant' : kind } };
  }
  return reach;
}

const isAddress = /(?:endpoint|url|host|base)$/i;

/** The provider and endpoint that a resolved address means for a client of `sdk`. */
export function reachOfResolved(sdk: string, resolved: Resolved, catalogue: Catalogue): Reach {
  const { value, source, way, variable, isParameter } = resolved;
  if ((retargetable.has(sdk) || sdk === 'openai-compatible') && value !== undefined && azurePath.test(value))
    return reachOfResolved('azure-openai', resolved, catalogue);
  const named = variable === undefined ? undefined : catalogue.environment.get(variable);
  const shared = { way, ...(variable !== undefined && { variable }) };
  const found = value === undefined ? undefined : classify(value, catalogue);
  if (value !== undefined && found && found.class !== 'unknown') {
    const { class: kind, provider, region } = found;
    const reached = provider ?? ownGateway(sdk, kind, named?.provider, catalogue);
    return {
      provider: reached,
      endpoint: {
        value: readable(value),
        class: provider === undefined ? classOf(sdk, kind, catalogue) : kind,
        source,
        provider: reached,
        ...(region !== undefined && { region }),
        ...shared,
      },
    };
  }
  const provider = retargetable.has(sdk) ? (named?.provider ?? 'openai-compatible') : sdk;
  const kind = !retargetable.has(sdk) && catalogue.provider(sdk)?.endpoint?.class === 'tenant' ? 'tenant' : 'unknown';
  const label = value !== undefined ? readable(value) : (variable ?? '');
  return {
    provider,
    endpoint: {
      value: label,
      class: kind,
      source: 'unknown',
      provider,
      ...shared,
      ...(isParameter && { isParameter }),
    },
  };
}

/** A host that the catalogue does not know: a gateway, unless the SDK only speaks to its own kind of service. */
function ownGateway(sdk: string, kind: EndpointClass, named: string | undefined, catalogue: Catalogue): string {
  // `OPENAI_API_BASE` tells how a host is asked, not that it is OpenAI's.
  if (named !== undefined && named !== sdk) return retargetable.has(named) ? 'openai-compatible' : named;
  if (kind === 'tenant' && isFront(sdk, catalogue)) return 'openai-compatible';
  return retargetable.has(sdk)
    ? 'openai-compatible'
    : kind === 'local' && sdk === 'azure-openai'
      ? 'openai-compatible'
      : sdk;
}

/** What only passes a question on: whose the host behind it is, it does not tell. */
function isFront(id: string, catalogue: Catalogue): boolean {
  const entry = catalogue.provider(id);
  return (
    entry?.kind === 'framework' ||
    entry?.kind === 'assistant' ||
    // The user interface that one runs oneself.
    (entry?.kind === 'tool' && entry.endpoint?.class === 'local' && entry.settings !== undefined)
  );
}

/** An Azure OpenAI or self-hosted client on an unknown host is what it always is; otherwise the host decides. */
function classOf(sdk: string, kind: EndpointClass, catalogue: Catalogue): EndpointClass {
  const own = catalogue.provider(sdk)?.endpoint?.class;
  return own === 'local' && kind === 'tenant' ? 'tenant' : kind;
}

function askedOnce(provider: string, context: FileContext): Resolved | undefined {
  const { configured } = context;
  if (!configured.has(provider)) configured.set(provider, configuredEndpoint(provider, context));
  return configured.get(provider);
}

/** What may stand for `**` in a key: for all of a service, or for its chat models. */
const between = ['', 'chat.', 'chat-model.'];

/** What an SDK or a framework itself reads for its address: an environment name, a key of the configuration. */
function configuredEndpoint(provider: string, context: FileContext): Resolved | undefined {
  const entry = context.catalogue.provider(provider);
  if (!entry) return undefined;
  const { facts, resolving } = context;
  const set = provider === 'openai' ? setForAll(context) : undefined;
  if (set) return set;
  for (const [name, role] of Object.entries(entry.environment ?? {})) {
    if (role !== 'endpoint' || name.includes('*') || !/(?:_BASE_URL|_API_BASE|_ENDPOINT|_HOST)$/.test(name)) continue;
    const found = setInCode(name, context) ?? fromConfiguration(name, facts.path, resolving);
    // A placeholder (`your-endpoint`) is no address.
    if (found?.value !== undefined && classify(found.value, context.catalogue)) return found;
  }
  for (const [key, role] of Object.entries(entry.settings ?? {})) {
    if (role !== 'endpoint' || key.startsWith('*')) continue;
    for (const path of between.map((part) => key.replace('**.', part))) {
      if (path.includes('*')) continue;
      const set = resolving.configuration.key(path, facts.path);
      if (set) return followReferences(set.value, set.path, resolving, 0, [set.step], path);
    }
  }
  return undefined;
}

/** `os.environ["OPENAI_BASE_URL"] = "https://…"`, `process.env.X = …`: a script that sets its own environment. */
function setInCode(name: string, { facts, resolving }: FileContext): Resolved | undefined {
  const [only, ...more] = bindingsOf(facts, name);
  if (!only?.value || more.length > 0) return undefined;
  const { span, value } = only;
  const isBefore = (at: { readonly start: number }) => at.start >= span.start && at.start < value.span.start;
  const isSet =
    facts.strings.some((text) => text.role === 'index' && text.value === name && isBefore(text.span)) ||
    facts.environment.some((read) => read.name === name && isBefore(read.span));
  return isSet ? behind(only, value, facts, resolving) : undefined;
}

/** `openai.api_base = "http://…"`, Dart's `OpenAI.baseUrl = '…'`, `config.uri_base = "…"` in the block of `OpenAI.configure`. */
function setForAll(context: FileContext): Resolved | undefined {
  const { facts, resolving, catalogue } = context;
  for (const each of [facts, ...(resolving.loadedFirst?.(facts) ?? [])]) {
    const [only, ...more] = each.bindings.filter((binding) => setsForAll(binding, each, context));
    if (!only?.value) continue;
    // Set for several cases, it cannot be told which holds.
    const found = more.length > 0 ? undefined : behind(only, only.value, each, resolving);
    return found?.value !== undefined && classify(found.value, catalogue) ? found : undefined;
  }
  return undefined;
}

function setsForAll({ name }: BindingFact, { calls }: FileFacts, { origins }: FileContext): boolean {
  const [, root = '', last = ''] = /^([\w.]+)\.(api_base|base_url|baseUrl|uri_base)$/.exec(name) ?? [];
  if (root === '') return false;
  if (last === 'uri_base') return calls.some(({ callee }) => callee === 'OpenAI.configure');
  return last === 'baseUrl' ? root === 'OpenAI' : origins.moduleProvider(root) === 'openai';
}

/** A value for people: holes as an ellipsis, also those of a format (`%s.openai.azure.com`). */
function readable(value: string): string {
  return withoutSpaces(value)
    .replaceAll(HOLE, '…')
    .replace(/%(?:\d\$)?s(?=[.:/]|$)/g, '…')
    .trim();
}

/** A host of a framework or a tool is no model by itself. */
export function reachesModel(provider: string, context: FileContext): boolean {
  const kind = context.catalogue.provider(provider)?.kind;
  return kind !== 'tool' && kind !== 'framework';
}
