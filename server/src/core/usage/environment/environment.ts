import { classify } from '../../endpoint/classify.js';
import { lastName, toWords } from '../../names.js';
import type { Argument, BindingFact, Expr } from '../../syntax/fact.js';
import { languageById } from '../../syntax/source/languages/index.js';
import type { FileContext } from '../fileContext.js';
import { positionAt, type Span } from '../../place.js';
import { textOf } from '../clients/clientParts.js';
import { environmentName, ofVisitor } from './environmentNames.js';
import { keyInHeader, keySetInHeader, ofHeader } from './headerKeys.js';
import { isLogged, isShown } from '../logged.js';
import { routedProvider } from '../models/modelNames.js';
import { isSetToAzure, reachOf, reachOfResolved } from '../reach.js';
import { isScriptsOwn } from '../commands/shellVariables.js';
import { carriesSetting } from '../vendorNames.js';

/** Reads of a provider's environment variables, and names that declare them: settings fields, module-level keys. */
export function findEnvironment(context: FileContext): void {
  const { facts } = context;
  for (const { name, span } of facts.environment) {
    // Windows and its scripts read names in any case: `OpenAiToken`, `GoogleApiKey`.
    const words = toWords(name);
    const certain = environmentName(name, context) ?? environmentName(words, context);
    const provider = certain ?? context.vendors.inVariable(words) ?? context.vendors.inSetting(name);
    if (provider === undefined || isScriptsOwn(name, context) || isShown(span, facts) || isLogged(span, facts))
      continue;
    context.drafts.push({
      kind: 'environment',
      provider,
      span,
      token: name,
      weight: 2,
      isNamed: certain === undefined,
    });
  }
  for (const { module, names } of facts.imports) {
    if (!ofEnvironment.test(module)) continue;
    for (const { name, span } of names) told(name, span, context);
  }
  const lineOf = (offset: number) => positionAt(facts.lineStarts, offset).line;
  const clients = new Set(context.drafts.filter(({ kind }) => kind === 'client').map(({ span }) => lineOf(span.start)));
  const reads = languageById.get(facts.language)?.environmentCalls ?? [];
  for (const call of facts.calls) {
    const { isAnnotation, callee, args, span } = call;
    const first = args[0]?.value;
    if (isAnnotation === true && /(?:Value|ConfigProperty)$/.test(callee)) injected(first, context);
    else if (first?.t === 'name' && reads.includes(callee)) readByName(first, span, context);
    else if (!context.isTest && describes.test(callee)) described(args, context);
    else if (getsByName.test(callee) && first?.t === 'string') told(first.value, first.span, context);
    else if (callee.endsWith('SetEnvironmentVariable') && first?.t === 'string') told(first.value, first.span, context);
    else if (setsByName.test(callee)) {
      for (const { name, span: place } of args) if (name !== undefined) told(name, place, context);
    } else if (!context.isTest) {
      passedOn(args, context);
      keySetInHeader(call, context);
      handedByName(callee, args, clients, context);
    }
  }
  if (!context.isTest)
    for (const { value } of facts.bindings)
      for (const each of value?.t === 'either' ? value.options : [value])
        if (each?.t === 'object') handedOn(each.entries, context);
  const hasSettings = facts.imports.some(({ module }) => /^pydantic|^environ$|^decouple$/.test(module));
  for (const binding of facts.bindings) {
    if (!context.isTest) takenOver(binding, context);
    const dot = binding.name.lastIndexOf('.');
    const last = binding.name.slice(dot + 1);
    if (dot > 0) {
      moduleSetting(binding.name.slice(0, dot), last, binding, context);
      continue;
    }
    const isField =
      hasSettings && binding.type !== undefined && binding.isParameter !== true && /^[a-z][a-z0-9_]*$/.test(last);
    // `const AzureOpenAIKey = "…"`: Go writes its constants so.
    const isText = facts.language === 'go' && binding.value?.t === 'string' && binding.value.value !== '';
    const name = isField ? last.toUpperCase() : isText ? toWords(last) : last;
    if (!isField && !/^[A-Z]/.test(name)) continue;
    // Only a name that says what it carries: `OPENAI_PROMPT` is a word of the project's own.
    if (binding.value?.t === 'other') continue;
    if (binding.value?.t === 'call' && ofVisitor.test(binding.value.call.callee)) continue;
    if (holdsObject(binding)) continue;
    if (namesKey.test(name) && binding.value?.t === 'string') continue;
    const isTelling =
      carriesSetting.test(name) || (isField && context.catalogue.environment.exactly(name)?.role === 'key');
    const provider = isTelling
      ? environmentName(name, context)
      : hasSettings && binding.type !== undefined && carriesFirst.test(name)
        ? context.vendors.inVariable(lastWord(name))
        : undefined;
    if (provider !== undefined) {
      context.drafts.push({ kind: 'environment', provider, span: binding.nameSpan, token: last, weight: 2 });
    }
  }
}

/** `AWS_REGION_BEDROCK: str`: what it carries stands before whose it is. */
const carriesFirst = /_(?:KEY|KEY_ID|TOKEN|REGION|CREDENTIALS|MODEL|ENDPOINT|URL)_[A-Z]+$/;

/** `BEDROCK` of `AWS_REGION_BEDROCK`. */
function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1);
}

/** `model = settings.BEDROCK_MODEL`, `$this->endpoint = MISTRAL_API_ENDPOINT`: what is kept elsewhere, under its own name. */
function takenOver({ name, value, isParameter }: BindingFact, context: FileContext): void {
  if (isParameter === true || name.endsWith('()') || /^[A-Z][A-Z\d_]*$/.test(lastName(name))) return;
  const options = value?.t === 'either' ? value.options : [value];
  for (const each of options) {
    if (each?.t !== 'name') continue;
    const token = lastName(each.path);
    if (token === each.path || ofSettings.test(each.path)) told(token, each.span, context);
  }
}

/** `OPENAI_MODEL_KEY = "ai/model"`: what a setting is kept under. */
const namesKey =
  /_(?:MODEL|TOKENS|TIMEOUT|WORKERS|PROMPT|URL|ENDPOINT|TEMPERATURE|ENABLED|PROVIDER|CACHE|STORAGE)_KEY$/;

/** `static final OpenAiChatModel OPENAI_CHAT_MODEL = OpenAiChatModel.builder()…`: the object itself, or a place for it. */
function holdsObject({ type, value }: BindingFact): boolean {
  if (value?.t === 'call') return /(?:^|\.)build(?:er)?$/.test(value.call.callee);
  return /(?:Model|Client|Service|Assistant)$/.test(type ?? '') || (value?.t === 'name' && value.path === 'null');
}

/** `import { OPENAI_API_KEY } from '$env/static/private'`: SvelteKit, Astro and React Native give variables as modules. */
const ofEnvironment = /^(?:\$env\/(?:static|dynamic)\/|\$app\/env\/|astro:env\/|@env$)/;

/** `os.Getenv(EnvOpenAIKey)`: the name stands in a constant; of one that stands elsewhere its own name tells. */
function readByName(given: Expr, span: Span, context: FileContext): void {
  const name =
    given.t === 'name' ? lastName(given.path.replaceAll('::', '.')).replace(/^ENV_|_ENV(?:_(?:VAR|NAME))?$/g, '') : '';
  told(textOf(given, context) ?? name, span, context);
}

/** `Environment.getenv("OPENAI_API_KEY")`: a function of one's own around the usual one. */
const getsByName = /(?:^|[._])[gG]et_?[eE]nv(?:ironment)?(?:_?[vV]ar(?:iable)?)?(?:_or_\w+|Or[A-Z]\w*)?$/;

/** `Sys.setenv(OPENAI_API_KEY = sleutel)`, `withr::local_envvar(…)`, `os.environ.update(OPENAI_API_KEY=sleutel)` */
const setsByName = /(?:^|\.)(?:Sys\.setenv|local_envvar|environ\.update)$/;

function told(token: string, span: Span, context: FileContext): void {
  const certain = environmentName(token, context);
  const isTelling = carriesFirst.test(token) || carriesSetting.test(token);
  const provider = certain ?? (isTelling ? context.vendors.inVariable(token) : undefined);
  const isNamed = certain === undefined;
  if (provider !== undefined) context.drafts.push({ kind: 'environment', provider, span, token, weight: 2, isNamed });
}

/** What says which variables there are to be: Zod, Joi, T3 Env, Envalid, Envsafe. */
const describes = /(?:^|\.)(?:(?:strict|loose)?[oO]bject|createEnv|cleanEnv|envsafe)$/;

/** `z.object({ OPENAI_API_KEY: z.string() })`, `createEnv({ server: { OPENAI_API_KEY: z.string() } })` */
function described(args: readonly Argument[], context: FileContext): void {
  for (const { name = '', value, span } of args) {
    if (value.t === 'object') described(value.entries, context);
    const provider = value.t === 'call' ? context.catalogue.environment.exactly(name)?.provider : undefined;
    if (provider === undefined) continue;
    context.drafts.push({ kind: 'environment', provider, span, token: name, weight: 2 });
  }
}

/** `@Value("${OPENAI_API_KEY:}")`, `@ConfigProperty(name = "ollama.base.url")`: a field gets what a setting holds. */
function injected(value: Expr | undefined, context: FileContext): void {
  const [, name, given] =
    (value?.t === 'string' && /^(?:\$\{)?([\w.-]+)(?::([\w.:/${}-]+)\})?/.exec(value.value)) || [];
  // `${AI_MODEL:${OLLAMA_MODEL:qwen3:8b}}`
  const other = given?.replace(/^(?:\$\{[\w.-]+:)+|\}+$/g, '');
  if (name === undefined || !value) return;
  // `@Value("${api.model-name:gemini-2.5-flash}")`
  const owner = other === undefined ? undefined : context.catalogue.modelProvider(other);
  if (owner !== undefined && other !== undefined)
    context.drafts.push({
      kind: 'model',
      provider: owner,
      span: value.span,
      token: other,
      model: other,
      weight: 2,
      isGuess: true,
    });
  if (other?.includes('://') === true) defaultAddress(other, name, value.span, context);
  const certain = environmentName(name, context);
  const provider = certain ?? context.vendors.inSetting(name);
  const isNamed = certain === undefined;
  if (provider !== undefined)
    context.drafts.push({ kind: 'environment', provider, span: value.span, token: name, weight: 2, isNamed });
}

/** `@Value("${grok.base-url:https://api.x.ai/v1}")`: where it goes until something else is set. */
function defaultAddress(value: string, token: string, span: Span, { catalogue, drafts }: FileContext): void {
  const provider = classify(value, catalogue)?.provider;
  if (provider === undefined) return;
  const reach = reachOfResolved(provider, { value, source: 'literal', way: [] }, catalogue);
  drafts.push({ kind: 'endpoint', ...reach, span, token, weight: 2 });
}

/** `{ OPENAI_BASE_URL: args.url }`: variables that are put together for something else, by their own names. */
function handedOn(entries: readonly Argument[], context: FileContext): void {
  for (const each of entries) {
    const { name = '', value, span } = each;
    keyInHeader(each, context);
    if (value.t === 'name' || (value.t === 'call' && givesSecret.test(value.call.callee))) told(name, span, context);
  }
}

/** `EnvValue.fromSecretValue(…)`, `getParameter(…)`; not what tells people something: `tekst('key')`. */
const givesSecret = /secret|env|param|config|vault|token|output/i;

/** Nobody nests variables deeper in what a call is given. */
const MAX_DEPTH = 4;

const ofSettings = /(?:^|\.)\w*(?:settings|config|conf|cfg|env)\.[A-Z][A-Z0-9_]+$/i;

/** `environment: { OPENAI_API_KEY: props.key }`, `env: { … }`: a variable that something else is started with. */
function passedOn(args: readonly Argument[], context: FileContext, depth = 0): void {
  for (const each of args) {
    const { name = '', value, span } = each;
    if (value.t === 'object') {
      if (depth < MAX_DEPTH) passedOn(value.entries, context, depth + 1);
      continue;
    }
    keyInHeader(each, context);
    const isEmpty = value.t === 'name' && /^(?:null|undefined|None|nil)$/.test(value.path);
    if (value.t !== 'string' && value.t !== 'other' && !isEmpty) told(name, span, context);
    // `api_key=settings.OPENAI_API_KEY`, `Authorization: \`Bearer ${config.OPENAI_API_KEY}\``
    for (const part of value.t === 'template' && ofHeader.test(name) ? value.parts : [value])
      if (part.t === 'name' && ofSettings.test(part.path)) told(lastName(part.path), span, context);
  }
}

const receives = /(?:url|uri|endpoint|address|host|model|deployment|key|token)$/i;

/** `Klant(url = cfg.ollamaUrl, model = cfg.ollamaModel)`, `new Uri(options.OpenAiEndpoint)`: a setting of its own name. */
function handedByName(
  callee: string,
  args: readonly Argument[],
  clients: ReadonlySet<number>,
  { vendors, drafts, facts }: FileContext,
): void {
  const isMade = /^(?:Uri|URL|URI)$/.test(callee);
  for (const { name = '', value, span } of args) {
    if (value.t !== 'name' || !value.path.includes('.') || !(isMade || receives.test(name))) continue;
    const token = lastName(value.path);
    const provider = vendors.inSetting(token);
    if (provider === undefined || isLogged(span, facts)) continue;
    // A client that is built on the line tells all that it is given.
    if (clients.has(positionAt(facts.lineStarts, span.start).line)) continue;
    drafts.push({ kind: 'environment', provider, span, token, weight: 1, isNamed: true });
  }
}

const moduleKeys: Readonly<Record<string, 'environment' | 'endpoint'>> = {
  api_key: 'environment',
  api_type: 'environment',
  api_version: 'environment',
  organization: 'environment',
  api_base: 'endpoint',
  base_url: 'endpoint',
  azure_endpoint: 'endpoint',
};

/** `openai.api_key = …`: settings of an SDK's module. */
function moduleSetting(root: string, last: string, binding: { readonly span: Span }, context: FileContext): void {
  const kind = moduleKeys[last];
  if (kind === undefined) {
    settingInBlock(last, binding.span, context);
    return;
  }
  const owner = context.origins.moduleProvider(root);
  if (owner === undefined) {
    if (/^c(?:onf(?:ig(?:uration)?)?)?$/.test(root)) settingInBlock(last, binding.span, context);
    return;
  }
  const provider = owner === 'openai' && isSetToAzure(context.facts) ? 'azure-openai' : owner;
  const reach = kind === 'endpoint' ? reachOf(provider, undefined, undefined, context) : { provider };
  context.drafts.push({ kind, ...reach, span: binding.span, token: `${root}.${last}`, weight: 3 });
}

const ofService =
  /^([a-z]+)_(?:api_key|api_base|secret_key|region|session_token|project_id|location|service_account_key)$/;

const ofClient = /^(?:access_token|api_key|admin_token|organization_id)$/;

/**
 * `config.bedrock_region = …` in the block of `RubyLLM.configure`: the name begins with the service;
 * `config.access_token = …` in that of `OpenAI.configure`.
 */
function settingInBlock(last: string, span: Span, { facts, drafts, isTest, catalogue }: FileContext): void {
  if (facts.language !== 'ruby' || isTest) return;
  if (ofClient.test(last)) {
    const block = drafts.findLast((each) => each.span.start < span.start && each.token.endsWith('.configure'));
    if (block) drafts.push({ kind: 'environment', provider: block.provider, span, token: last, weight: 1 });
    return;
  }
  const word = ofService.exec(last)?.[1];
  if (word === undefined || !drafts.some(({ token }) => /^RubyLLM\.(?:configure|context)$/.test(token))) return;
  const provider = routedProvider(`${word}/x`, catalogue);
  if (provider !== undefined) drafts.push({ kind: 'environment', provider, span, token: last, weight: 1 });
}
