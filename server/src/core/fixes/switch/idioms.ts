import { providerById } from '../../checks/rules.js';
import type { CallFact, FileFacts, LanguageId } from '../../syntax/fact.js';
import type { Construction } from './argumentEdit.js';
import { inGo } from './goIdioms.js';
import { behindLast, insertion } from './insertion.js';
import type { Insertion } from './insertion.js';

type Idiom = (construction: Construction) => readonly Insertion[] | undefined;

const idioms: Partial<Record<LanguageId, Idiom>> = {
  java: inBuilder,
  scala: inBuilder,
  kotlin: (construction) => inBuilder(construction) ?? inKotlin(construction),
  csharp: inOptions,
  go: inGo,
  php: inFactory,
  ruby: inRuby,
};

/** How the SDKs of a language are told an address, as their documentation has it; others are left alone. */
export function inIdiom(language: LanguageId, construction: Construction): readonly Insertion[] | undefined {
  return idioms[language]?.(construction);
}

const imports = ({ imports: all }: FileFacts, module: RegExp): boolean => all.some((one) => module.test(one.module));

/** SDKs whose builders have `baseUrl`. Those of Spring AI put `/v1` behind it themselves. */
const builders: readonly (readonly [module: RegExp, token: RegExp])[] = [
  [/^com\.(?:openai|anthropic)\.client\.okhttp/, /^(?:OpenAI|Anthropic)OkHttpClient(?:Async)?\.(?:builder|fromEnv)$/],
  [/^dev\.langchain4j\.model\./, /^(?:OpenAi|Anthropic|MistralAi|Ollama)\w*Model\.(?:builder|withApiKey)$/],
  [/^org\.springframework\.ai\./, /^(?:OpenAi|Anthropic)Api\.builder$/],
];
const azureHost = /^https:\/\/[^/]+\.azure(?:-api)?\.(?:com|net)(?:[:/]|$)/;

/** `X.builder().baseUrl("…")`; `X.fromEnv()` is first written out as the builder that it stands for. */
function inBuilder({ call, usage, facts, text, address }: Construction): Insertion[] | undefined {
  // Azure's own client asks for paths that only Azure has.
  if (usage.token === 'OpenAIClientBuilder' && call.isNew && azureHost.test(address))
    return [insertion(call.span.end, `.endpoint(${JSON.stringify(address)})`)];
  // Before it had a builder: the address comes first.
  if (
    usage.token === 'OpenAiApi' &&
    call.isNew &&
    call.args.length === 1 &&
    imports(facts, /^org\.springframework\.ai\./)
  )
    return [insertion(call.args[0]?.span.start ?? 0, `${JSON.stringify(withoutVersion(address))}, `)];
  const known = builders.find(([module, token]) => token.test(usage.token) && imports(facts, module));
  if (known === undefined || !call.callee.endsWith(usage.token)) return undefined;
  const method = `.baseUrl(${JSON.stringify(known === builders[2] ? withoutVersion(address) : address)})`;
  const { start } = call.nameSpan;
  if (usage.token.endsWith('.fromEnv'))
    return [{ span: { start, end: call.span.end }, text: `builder().fromEnv()${method}.build()` }];
  if (usage.token.endsWith('.withApiKey'))
    return [{ span: call.nameSpan, text: 'builder().apiKey' }, insertion(call.span.end, `${method}.build()`)];
  // `fromEnv()` later in the chain would put the address of the environment over it.
  let at = call;
  for (let next = call.next; next !== undefined; next = next.next) if (next.callee.endsWith('.fromEnv')) at = next;
  const space = /^(\s*)\./.exec(text.slice(at.span.end, at.span.end + 200))?.[1] ?? '';
  return [insertion(at.span.end, `${space}${method}`)];
}

/** `https://host/v1` → `https://host`. */
export function withoutVersion(address: string): string {
  return address.replace(/\/v1\/?$/, '');
}

/** `OpenAI(token = …, host = OpenAIHost(baseUrl = "…/"))` of `com.aallam.openai`. */
function inKotlin({ call, usage, facts, text, address }: Construction): Insertion[] | undefined {
  if (!imports(facts, /^com\.aallam\.openai\.client/) || usage.token !== 'OpenAI') return undefined;
  const [first] = call.args;
  const target =
    first?.value.t === 'call' && /(?:^|\.)OpenAIConfig$/.test(first.value.call.callee) ? first.value : call;
  const args = target === call ? call.args : (target as { call: CallFact }).call.args;
  const { end } = target.span;
  if (args.length === 0 || text[end - 1] !== ')' || args.some((one) => one.name === 'config')) return undefined;
  const host = `host = com.aallam.openai.client.OpenAIHost(baseUrl = ${JSON.stringify(address.replace(/\/*$/, '/'))})`;
  return [behindLast(args, text, end, host)];
}

/** `new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri("…") })` of the package `OpenAI`. */
function inOptions({ call, usage, facts, text, address, context }: Construction): Insertion[] | undefined {
  const { project } = context;
  if (!imports(facts, /^OpenAI(?:\.|$)/) || imports(facts, /^Azure\.AI\.OpenAI/)) return undefined;
  // Another package, with the same names.
  for (const path of project.paths())
    if (project.facts(path)?.dependencies.some(({ name }) => name === 'OpenAI-DotNet')) return undefined;
  const symbol = providerById('openai')?.symbols?.find(
    ({ names, languages }) => languages?.includes('csharp') === true && names.includes(usage.token),
  );
  const credential = symbol?.key?.find((one) => typeof one === 'number');
  const key = credential === undefined ? undefined : call.args[credential];
  if (credential === undefined || key === undefined || !/^OpenAIClient$|^[A-Z]\w+Client$/.test(usage.token))
    return undefined;
  if (key.value.t === 'call' && /Auth\w*$/.test(key.value.call.callee)) return undefined;
  const setting = `Endpoint = new ${imports(facts, /^System$/) ? '' : 'System.'}Uri(${JSON.stringify(address)})`;
  const options = call.args[credential + 1];
  if (options !== undefined) {
    // Into the options that stand there, when they are written here.
    const { start, end } = options.value.span;
    const head = /^(?:new\s*)?(?:[\w.]*OpenAIClientOptions\s*(?:\(\s*\))?|\(\s*\))\s*(\{)?/.exec(
      text.slice(start, end),
    );
    if (head === null || options.value.t !== 'call') return undefined;
    const at = start + head[0].length;
    const more = options.value.call.args.length === 0 ? ' ' : ', ';
    return [insertion(at, head[1] === undefined ? ` { ${setting} }` : ` ${setting}${more.trimEnd()}`)];
  }
  const type = imports(facts, /^OpenAI$/) ? 'OpenAIClientOptions' : 'OpenAI.OpenAIClientOptions';
  const named = key.name === undefined ? '' : 'options: ';
  const made = behindLast(call.args, text, call.span.end, `${named}new ${type} { ${setting} }`);
  // A constructor with options takes the key as a credential, and makes one of a string by itself.
  const isText = key.name === 'apiKey' && text.startsWith('apiKey', key.span.start);
  const rename = { start: key.span.start, end: key.span.start + 'apiKey'.length };
  return isText ? [{ span: rename, text: 'credential' }, made] : [made];
}

/** `OpenAI::factory()->withBaseUri('…')`; `OpenAI::client($key)` is first written out as the factory that it stands for. */
function inFactory({ call, usage, text, address }: Construction): Insertion[] | undefined {
  const method = `->withBaseUri('${address}')`;
  if (usage.token === 'OpenAI.factory') {
    const space = /^(\s*)->/.exec(text.slice(call.span.end, call.span.end + 200))?.[1] ?? '';
    return [insertion(call.span.end, `${space}${method}`)];
  }
  if (usage.token !== 'OpenAI.client' || call.args.length !== 1) return undefined;
  return [{ span: call.nameSpan, text: 'factory()->withApiKey' }, insertion(call.span.end, `${method}->make()`)];
}

/** Two gems have this class: `ruby-openai` takes an `access_token`, the official one an `api_key`. */
function inRuby({ call, usage, text, address }: Construction): Insertion[] | undefined {
  if (usage.token !== 'OpenAI.Client.new') return undefined;
  const has = (name: string): boolean => call.args.some((one) => one.name === name);
  const name = has('access_token') ? 'uri_base' : has('api_key') ? 'base_url' : undefined;
  if (name === undefined) return undefined;
  return [behindLast(call.args, text, call.span.end, `${name}: ${JSON.stringify(address)}`)];
}
