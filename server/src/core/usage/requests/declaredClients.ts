import { followReferences } from '../../endpoint/references.js';
import type { Resolved } from '../../endpoint/resolved.js';
import { lastName } from '../../names.js';
import type { CallFact } from '../../syntax/fact.js';
import { argumentOf } from '../clients/arguments.js';
import type { FileContext } from '../fileContext.js';
import { type Reach, reachesModel, reachOfAddress } from '../reach.js';
import { interfaceOf, isSharedPath } from './http.js';

interface Framework {
  readonly module: RegExp;
  /** The annotation that makes an interface a client. */
  readonly mark: string;
  /** Its arguments that hold the address, or the name of one. */
  readonly addresses: readonly (string | number)[];
  /** Where the configuration has the address of a name. */
  readonly key: (name: string) => string;
}

const frameworks: readonly Framework[] = [
  {
    module: /^io\.micronaut\.http\.client\b/,
    mark: 'Client',
    addresses: [0, 'value', 'id'],
    key: (name) => `micronaut.http.services.${name}.url`,
  },
  {
    module: /^org\.eclipse\.microprofile\.rest\.client\b/,
    mark: 'RegisterRestClient',
    addresses: ['baseUri', 'configKey'],
    key: (name) => `quarkus.rest-client.${name}.url`,
  },
  {
    module: /^org\.springframework\.web\.service\b/,
    mark: 'HttpExchange',
    addresses: ['url', 0],
    key: (name) => name,
  },
];

const requests = /^(?:Post|POST|Path|PostExchange)$/;

/**
 * Interfaces of Java and Kotlin that a framework fills in: `@Client("https://api.openai.com")` above it, and
 * `@Post("/v1/chat/completions")` above each of its methods.
 */
export function findDeclaredClients(context: FileContext): void {
  const { facts, language, drafts } = context;
  if (language !== 'java') return;
  const used = frameworks.filter(({ module }) => facts.imports.some((each) => module.test(each.module)));
  if (used.length === 0) return;
  let base: Resolved | undefined;
  for (const call of facts.calls) {
    if (call.isAnnotation !== true) continue;
    const name = lastName(call.callee);
    const framework = used.find(({ mark }) => mark === name);
    if (framework) base = baseOf(call, framework, context);
    const value = framework ? base?.value : base && pathOf(call, name, base);
    if (base === undefined || value === undefined) continue;
    const reach = reachOf({ ...base, value }, context);
    if (!reach) continue;
    const act = framework ? 'construct' : 'call';
    drafts.push({ kind: 'client', ...reach, span: call.span, token: call.callee, act, weight: 4 });
  }
}

/** Where the interface goes; without a value when nothing says so. */
function baseOf(call: CallFact, { addresses, key }: Framework, { facts, resolving }: FileContext): Resolved {
  const given = argumentOf(call, addresses, facts)?.value;
  if (given?.t !== 'string') return { source: 'unknown', way: [] };
  if (/^https?:|\$\{/.test(given.value)) return followReferences(given.value, facts.path, resolving, 0, [], '');
  const found = resolving.configuration.key(key(given.value), facts.path);
  if (!found) return { source: 'unknown', way: [], variable: key(given.value) };
  return followReferences(found.value, found.path, resolving, 0, [found.step], key(given.value));
}

function pathOf({ args: [first] }: CallFact, name: string, { value = '' }: Resolved): string | undefined {
  if (!requests.test(name) || first?.value.t !== 'string') return undefined;
  return `${value.replace(/\/$/, '')}/${first.value.value.replace(/^\//, '')}`;
}

/** Of an address, or of a path that only interfaces of models have. */
function reachOf(asked: Resolved, context: FileContext): Reach | undefined {
  const isShared = isSharedPath(asked.value ?? '', context.facts);
  const sdk = isShared ? interfaceOf(asked.value ?? '') : 'openai-compatible';
  const reach = reachOfAddress(sdk, asked, context);
  return isShared || (reach.provider !== sdk && reachesModel(reach.provider, context)) ? reach : undefined;
}
