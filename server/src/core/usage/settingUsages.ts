import type { SettingMatch } from '../catalog/settings.js';
import { assistantOf } from '../catalog/trigger.js';
import { classify } from '../endpoint/classify.js';
import { followReferences } from '../endpoint/references.js';
import { positionAt } from '../place.js';
import type { FileFacts, SettingFact } from '../syntax/fact.js';
import { deploymentOwner, inAzure, likeGpt, isDeployed, isOfAzure } from './azureSettings.js';
import { builtBy } from './builtBy.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';
import { isSharedPath } from './http.js';
import { environmentName } from './environmentNames.js';
import { expressionUsage } from './expressionUsages.js';
import { isUnmistakable, openModel, ownerOfModel, routedProvider } from './modelNames.js';
import { isPlaceholder } from './placeholder.js';
import { reachOfResolved } from './reach.js';
import { isAddressKey, isName, isPage, mayHoldAddress, modelKey, namesModel } from './settingKeys.js';
import { tellService } from './tellService.js';
import { type Sections, stemOf, ties } from './sections.js';
import { isFramework } from './trackedObjects.js';

const noService = new Set(['assistant', 'tool', 'observability']);
/** A longer key is none that anyone wrote; a longer value is neither an address nor a name. */
const MAX_KEY = 200;
const MAX_VALUE = 2000;

/** What a key of a configuration file with its value says. */
export function settingUsage(setting: SettingFact, sections: Sections, context: FileContext): void {
  const { catalogue, facts } = context;
  const last = setting.path.at(-1) ?? '';
  if (last.length > MAX_KEY || setting.path.length > MAX_KEY) return;
  if (/^(?:description|documentationUrl|if|help|comment|title)$/i.test(last)) return;
  const key = setting.path.findLast((each) => !/^(?:\d+|[Dd]efault(?:Value)?|value|Ref)$/.test(each)) ?? last;
  // What may be used, or may not, is not used by that.
  if (/^(?:approved|banned|blocked|denied|deprecated|disallowed|forbidden)[-_A-Z]/.test(key)) return;
  const span = { start: setting.keySpan.start, end: Math.max(setting.keySpan.end, setting.valueSpan.end) };
  expressionUsage(setting, span, sections, context);
  const push = (told: Omit<Draft, 'span' | 'weight'>): Draft => {
    const isWhole = told.kind === 'environment' || isOneLine(setting, facts);
    const draft: Draft = {
      isNamed: isResembling && !isFilledFrom(setting, resembling, context),
      ...told,
      weight: 3,
      span: isWhole ? span : setting.valueSpan,
    };
    context.drafts.push(draft);
    if (isWhole || variable === undefined) return draft;
    // `name: OPENAI_BASE_URL` with its `value:` on the next line.
    context.drafts.push({
      kind: 'environment',
      provider: draft.provider,
      token: key,
      weight: 3,
      span: setting.keySpan,
    });
    return draft;
  };
  const certain = environmentName(key, context);
  const resembling =
    certain === undefined
      ? (context.vendors.inVariable(/^[A-Z][A-Z0-9_]+$/.test(key) ? key : '') ?? vendorSetting(setting, context))
      : undefined;
  const variable = certain ?? resembling;
  const table = tableOf(setting, context);
  const role = (variable === undefined ? undefined : catalogue.environment.get(key)?.role) ?? table?.role;
  // LiteLLM reads its keys from variables: `os.environ/OPENAI_API_KEY`, `${OPENAI_API_KEY}`.
  const variables =
    table?.provider === 'litellm' ? /^(?:os\.environ\/|\$\{?)(\w+)\}?$/ : /^(?:os\.environ\/|\{env:)(\w+)\}?$/;
  const named = variables.exec(setting.value)?.[1];
  const told =
    (named === undefined ? undefined : environmentName(named, context)) ??
    (table && serviceNamed(setting.path, table.provider, context)) ??
    variable;
  const isOwnName = certain === undefined || catalogue.environment.exactly(key) === undefined;
  const isAzure =
    (certain === undefined && isOfAzure(setting, context)) || (isOwnName && isDeployed(key, sections, facts));
  const owner = told === 'openai' && isAzure ? 'azure-openai' : told;

  const isResembling = resembling !== undefined && table === undefined && !passesOn(setting, context);

  if (certain !== undefined && role === 'key') sections.noteKey(setting.path, certain);
  const isText = setting.value === '' || named !== undefined || setting.value.length > MAX_VALUE;
  const resolved = isText ? undefined : followReferences(setting.value, facts.path, context.resolving, 0, [], key);
  const held = sections.defaultOf(setting, facts) ?? resolved?.value ?? (named === undefined ? setting.value : '');
  // `arn:aws:bedrock:${region}::foundation-model/…`: the region and the account are no part of the model's name.
  const written = /^arn:.*-model\/[\w.:-]+$/.test(held)
    ? held.replace(/(?<=^arn:)(?:\0|\$\{[^}]*\})/, 'aws').replace(/\0|\$\{[^}]*\}/g, '*')
    : held;
  // A model that is fetched: `ollama://gemma2:2b`, `hf://meta-llama/Llama-3.1-8B-Instruct`.
  const [, source, fetched] = fetchedModel.exec(written) ?? [];
  if (fetched !== undefined) {
    push({
      kind: 'model',
      provider: source === 'hf' ? 'huggingface' : 'ollama',
      token: written,
      model: fetched,
      isNamed: false,
    });
    return;
  }
  // `OLLAMA_HOST=ollama:11434`
  const isHost = role === 'endpoint' && /^[\w-]+:\d+$/.test(written);
  // `Endpoint=https://…;Key=…`: a connection as .NET writes it.
  const connected = /^Endpoint=([^;]+)/.exec(written)?.[1] ?? written;
  const value = isPlaceholder(written) ? '' : isHost ? `http://${written}` : connected;
  const found =
    /^[a-z]+:\/\/|^localhost|\.[a-z]{2,}(?:[:/]|$)/i.test(value) && !/\s/.test(value)
      ? classify(value, catalogue)
      : undefined;
  const kind = catalogue.provider(found?.provider ?? '')?.kind;
  // An assistant's host is its own, but where it has models for others too: `https://opencode.ai/zen/v1`.
  const reaches = kind !== undefined && kind !== 'tool' && (kind !== 'assistant' || /\/v\d+$/.test(value));

  if (isResembling && isPage.test(value)) return;
  const answers = !noService.has(catalogue.provider(owner ?? '')?.kind ?? '');
  const asksAddress = role === 'endpoint' || (isResembling && answers && /^https?:/i.test(value) && isAddressKey(key));
  if (reaches || isSharedPath(value) || (asksAddress && found && found.class !== 'unknown')) {
    if (owner === undefined && !mayHoldAddress(setting, facts.path)) return;
    const reach = reachOfResolved(
      owner ?? found?.provider ?? 'openai-compatible',
      { value, source: 'configuration', way: resolved?.way ?? [] },
      catalogue,
    );
    const draft = push({
      kind: 'endpoint',
      provider: reach.provider,
      token: owner === undefined ? value : key,
      // A host that is known needs no name.
      ...(reaches && { isNamed: false }),
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    });
    if (reach.provider === 'openai-compatible') sections.ask(draft, setting.path, [`${ties.serves}${stemOf(key)}`], 1);
    // `provider: { eigen: { options: { baseURL } } }`, whose models are called `eigen/…`.
    const own = setting.path[setting.path.findLastIndex((each) => /^providers?$/.test(each)) + 1] ?? '';
    sections.tell([own], `${ties.routed}/${own}`, reach.provider);
    // `ANTHROPIC_BEDROCK_BASE_URL` speaks of Anthropic's models, at another's.
    const vendor = certain === undefined ? undefined : context.vendors.inVariable(key);
    if (kind === 'assistant' || !noService.has(catalogue.provider(reach.provider)?.kind ?? ''))
      for (const tie of new Set([owner ?? stemOf(key), vendor ?? ties.all, ties.all]))
        sections.tell(setting.path, tie, reach.provider);
    return;
  }
  tellService(setting, span, sections, context);
  const switched = /^(CLAUDE_CODE|GOOGLE_GENAI)_USE_/.exec(key)?.[1];
  if (switched !== undefined && owner !== undefined && /^(?:1|true)$/i.test(value))
    sections.tell(setting.path, switched === 'CLAUDE_CODE' ? 'anthropic' : 'google-gemini', owner);
  // `model: { name: … }`, `deployments: [{ name: … }]`
  const parent = setting.path.slice(0, -1).findLast((each) => !/^(?:\d+|value|defaultValue)$/.test(each)) ?? '';
  const isModelKey =
    role === 'model' ||
    modelKey.test(key) ||
    (/^(?:name|id|(?:api|provider|base)[-_]?(?:name|id))$/i.test(key) &&
      (modelKey.test(parent) || /deployments$|modelproperties$|^providers$/i.test(parent))) ||
    namesModel(key) ||
    (/ModelArn$/.test(key) && value.startsWith('arn:')) ||
    (/^(?:primary|fallbacks?)$/.test(key) && modelKey.test(setting.path[setting.path.indexOf(key) - 1] ?? '')) ||
    // `providers: [openai:gpt-4o]`
    (key === 'providers' && /^[a-z]+:./.test(value)) ||
    isUnmistakable(value, catalogue);
  const routed = isModelKey ? (routedProvider(value, catalogue) ?? sectionVendor(setting, value, context)) : undefined;
  // `claude_args: --model claude-opus-4-1`
  const option = /args$/i.test(key) ? /--model[= ]([\w./:-]+)/.exec(value)?.[1] : undefined;
  const asked = option === undefined ? undefined : catalogue.modelProvider(option);
  if (option !== undefined && asked !== undefined) {
    push({ kind: 'model', provider: asked, token: option, model: option });
    return;
  }
  const deployment = deploymentOwner(setting, context);
  // The key of a map may be a short word of another kind: `o1`.
  const isWord = value.length < 4 && setting.keySpan.start === setting.valueSpan.start;
  const known =
    isModelKey && !isWord
      ? (ownerOfModel(key, value, catalogue) ?? (owner === undefined ? openModel(value) : undefined))
      : undefined;
  const model = known === 'openai' && /^azure/i.test(key) ? 'azure-openai' : known;
  const modelProvider = routed ?? deployment ?? inAzure(model, sections, facts);
  const stem = stemOf(key);
  if (isModelKey && value !== '') sections.tell(setting.path, `${ties.model}${stem}`, '');
  // `model: { format: 'OpenAI', name: chatModel }`: what Azure deploys, under a name that comes from elsewhere.
  if (/model(?:properties)?$/i.test(parent) && last === 'format' && value === 'OpenAI')
    for (const path of [setting.path, setting.path.slice(0, -1)]) sections.tell(path, ties.format, 'azure-openai');
  else if (
    last === 'name' &&
    ((/deployments$/i.test(parent) && likeGpt.test(value)) || (parent === 'model' && setting.reference === true))
  ) {
    const draft: Draft = { kind: 'model', provider: '', token: value, weight: 3, span };
    sections.ask(draft, setting.path, [ties.format], 1, true);
  }
  if (role === 'model' || (modelProvider !== undefined && facts.dependencies.length === 0)) {
    const chosen = owner !== undefined && isFramework(owner, context) ? routed : undefined;
    // An assistant asks whoever the name or the section tells.
    const teller = catalogue.provider(owner ?? '')?.kind === 'assistant' ? undefined : owner;
    const provider = chosen ?? teller ?? modelProvider ?? owner;
    const isGuess = teller === undefined && routed === undefined && deployment === undefined && model === known;
    if (provider === undefined) return;
    const draft = push({
      isGuess,
      // The name of the model itself tells whose it is.
      isNamed: isResembling && model !== provider,
      // What is still to be filled in is a variable, and no model yet.
      kind: value !== written && variable !== undefined ? 'environment' : 'model',
      provider,
      token: value === '' ? key : value,
      ...(value !== '' && { model: value }),
    });
    if (routed !== undefined) sections.tell(setting.path, ties.routed, routed);
    if (known !== undefined) sections.tell(setting.path, `${ties.base}${stem}`, 'openai-compatible');
    if (isGuess) sections.ask(draft, setting.path, [stem, ties.all, `${ties.named}${stem}`, ties.uses], 2);
    else if (provider === routed)
      sections.ask(
        draft,
        setting.path,
        [...(provider === 'openai' ? [owner ?? stem] : []), `${ties.hosts}${stem}`, ties.uses],
        // What is chosen above says nothing of a section that is named after another: `openrouter { model = … }`.
        setting.path.some((each) => each.toLowerCase() === provider) ? 1 : 2,
      );
    else {
      sections.ask(draft, setting.path, [provider], setting.path.length);
      // `deepseek-chat: { provider: openrouter, model: … }`: what is called so need not come from there.
      if (isResembling) sections.ask(draft, setting.path, [`${ties.named}${stem}`], 1);
    }
    askGateway(draft, value, setting.path, sections, false);
    return;
  }
  if (owner === undefined && setting.reference !== true && facts.dependencies.length === 0) {
    // A name that no vendor has, or a host of one's own: of the service that the section names.
    const draft = { provider: '', token: value, weight: 3, span } as const;
    // A key that can mean nothing else, of a service that this file does not tell: `llm_model`.
    const isCertain = /^(?:default[-_]?)?llm[-_]?model(?:[-_]?(?:name|id))?$/i.test(key) && !isPlaceholder(value);
    if (isCertain && isName.test(value) && !/^(?:string|text)$/.test(value)) {
      const model = push({ kind: 'model', provider: 'openai-compatible', token: value, model: value, isNamed: true });
      sections.ask(model, setting.path, [stem, `${ties.named}${stem}`, ties.all], 1);
    } else if (isModelKey && (/model|^azure_deployment$/i.test(key) || parent === 'model') && isName.test(value)) {
      const asked: Draft = { ...draft, kind: 'model', model: value };
      const wanted = [stem, `${ties.named}${stem}`, ties.uses, ...(/^models?$/.test(key) ? [ties.all] : [])];
      sections.ask(asked, setting.path, wanted, /^\d+$/.test(last) ? 2 : 1, true);
      askGateway({ ...asked }, value, setting.path, sections, true);
    } else if (/^https?:/.test(value) && /(?:url|endpoint|host|base)$/i.test(key)) {
      const resolution = { value, source: 'configuration', way: resolved?.way ?? [] } as const;
      const { endpoint } = reachOfResolved('openai-compatible', resolution, catalogue);
      const isBase = /(?:base(?:[-_]?url)?|api[-_]?url|endpoint)$/i.test(key) && !isPage.test(value);
      const wanted = [`${ties.serves}${stem}`, ...(isBase ? [`${ties.base}${stem}`] : [])];
      if (isBase) sections.tell(setting.path, `${ties.elsewhere}${stem}`, '');
      if (endpoint) sections.ask({ ...draft, kind: 'endpoint', endpoint }, setting.path, wanted, 1, true);
    }
  }
  // How a gateway goes about it says nothing of a use.
  if (
    table?.role === 'other' &&
    /^(?:true|false|[\d._]+)$/i.test(value) &&
    catalogue.provider(table.provider)?.kind === 'gateway'
  )
    return;
  // A number or a sentence under a name of the project's own is no key: `BEDROCK_MAX_SESSIONS=100`, `"loadingKey": "Sleutel laden…"`.
  if (resembling !== undefined && setting.reference !== true && isNoKey.test(value)) return;
  if (owner !== undefined && (setting.value !== '' || /^[A-Z]/.test(key) || setting.reference === true)) {
    // An address that infrastructure passes on is that of what it builds.
    const isBuilt = isResembling && facts.language === 'bicep' && isAddressKey(key);
    const draft = push(
      isBuilt
        ? { kind: 'endpoint', provider: inAzure(owner, sections, facts) ?? owner, token: key }
        : { kind: 'environment', provider: owner, token: key },
    );
    // What a user interface is given belongs to the service that it is given it for.
    const isTool = table !== undefined && catalogue.provider(table.provider)?.kind === 'tool';
    if (owner === table?.provider && (named !== undefined || isTool))
      sections.ask(draft, setting.path, isTool ? [owner] : [ties.routed], 1);
    // OpenAI's key is what others of its kind are given too: the address beside it tells.
    else if (owner === 'openai' && !isBuilt) sections.ask(draft, setting.path, [owner], 1);
    return;
  }
  // `data.aws_bedrock_foundation_model.vragen.model_id`
  if (isModelKey && setting.reference === true && /\baws_bedrock_\w+\./.test(setting.value))
    push({ kind: 'model', provider: 'aws-bedrock', token: key });
  const builder = isModelKey || /model_?arn$/i.test(key) ? builtBy(setting, sections, context) : undefined;
  if (builder !== undefined) push({ kind: 'model', provider: builder, token: key });
  // A key that other things have too, among the keys of several vendors.
  if (/^(?:GOOGLE|AZURE)_API_KEY$/.test(key)) {
    const [shared = ''] = catalogue.sharedVariable(key) ?? [];
    sections.ask(
      { kind: 'environment', provider: shared, token: key, weight: 3, span },
      setting.path,
      [ties.keys],
      1,
      true,
    );
  }
  // Of a model that is told elsewhere.
  if (/^LLM_MODEL(?:_NAME|_ID)?$/.test(key) && (value === '' || setting.reference === true))
    push({ kind: 'environment', provider: 'openai-compatible', token: key });
  // What a service is given to start with: `--set-secrets`, `JWT=JWT:latest,OPENAI_API_KEY=OPENAI_API_KEY:latest`.
  for (const [, name = ''] of /^(?:--set-|\w+=.*,\w+=)/.test(setting.value) ? setting.value.matchAll(handedOver) : []) {
    const known = environmentName(name, context);
    const provider = known ?? context.vendors.inVariable(name);
    if (provider === undefined) continue;
    push({ kind: 'environment', provider, token: name, isNamed: known === undefined });
    return;
  }
  // A value that is a variable of a provider, or holds one: `value: ${OPENAI_API_KEY}`, `- OPENAI_API_KEY`.
  for (const name of setting.value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []) {
    if ((setting.reference !== true || setting.value.includes('\n')) && setting.value !== name) continue;
    const isName = setting.reference === true || /^(?:key|name|env\w*|variable)$/i.test(last);
    const provider = environmentName(name, context) ?? (isName ? context.vendors.inVariable(name) : undefined);
    if (provider === undefined) continue;
    push({ kind: 'environment', provider, token: name, isNamed: environmentName(name, context) === undefined });
    return;
  }
}

/** `eigen/qwen3-coder`, of a gateway that the file gives that name. */
function askGateway(
  draft: Draft,
  model: string,
  path: readonly string[],
  sections: Sections,
  isPending: boolean,
): void {
  const [, name] = /^([\w.-]+)\/./.exec(model) ?? [];
  if (name !== undefined) sections.ask(draft, path, [`${ties.routed}/${name}`], path.length, isPending);
}

const handedOver = /(?:^|[,=])([A-Z][A-Z0-9_]{5,})=/g;

const isNoKey = /^[\d._]+$|\p{L}{2},?\s+\p{L}{2}/u;

const fetchedModel = /^(ollama|hf):\/\/((?!datasets\/|spaces\/|buckets\/)[\w.-]+(?:[/:][\w.-]+){0,2})$/;

/** `openai_token: ${{ secrets.OPENAI_TOKEN }}`: what fills it in is certain, whatever the key is called. */
function passesOn({ value, reference }: SettingFact, context: FileContext): boolean {
  if (reference !== true) return false;
  return (value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []).some((name) => environmentName(name, context) !== undefined);
}

/** The catalogue's own word for a key. Those that are common ones (of an assistant) count in its own files alone. */
function tableOf({ path, value }: SettingFact, { catalogue, facts }: FileContext): SettingMatch | undefined {
  // Whatever it is called, it is what that assistant asks: `model: Claude Sonnet 4`, `model: opus`.
  const assistant = path.length === 1 && path[0] === 'model' && value !== 'inherit' && assistantOf(facts.path);
  if (typeof assistant === 'string') return { provider: assistant, role: 'model' };
  const found = catalogue.settings.find(path);
  const entry = found && catalogue.provider(found.provider);
  const isOwn = entry?.files !== undefined && (entry.kind === 'assistant' || path[0] === 'servers');
  return isOwn && assistantOf(facts.path) !== entry.id ? undefined : found;
}

function isOneLine({ keySpan, valueSpan }: SettingFact, { lineStarts }: FileFacts): boolean {
  return (
    valueSpan.start === valueSpan.end ||
    positionAt(lineStarts, keySpan.start).line === positionAt(lineStarts, valueSpan.start).line
  );
}

/** A section that is named after a provider: `Ollama: { ModelName: … }`. */
function sectionVendor({ path }: SettingFact, value: string, context: FileContext): string | undefined {
  if (value === '' || /\s/.test(value) || isLabelled(path, context)) return undefined;
  const section = path.findLast((key, at) => at < path.length - 1 && !/^\d+$/.test(key)) ?? '';
  return section.length > 3 ? context.vendors.named(section) : undefined;
}

/** `resource "aws_db_instance" "litellm" { … }`: what the project calls a thing says nothing of what is in it. */
function isLabelled(path: readonly string[], { facts }: FileContext): boolean {
  return facts.language === 'hcl' && path.length === 4 && /^(?:resource|data)$/.test(path[0] as string);
}

/** `gemini.api.key=${GEMINI_API_KEY}`: what fills it says for certain whose it is. */
function isFilledFrom({ value, reference }: SettingFact, provider: string, context: FileContext): boolean {
  if (reference !== true && !value.includes('${')) return false;
  return (value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []).some((name) => environmentName(name, context) === provider);
}

function vendorSetting({ path }: SettingFact, context: FileContext): string | undefined {
  const [above = '', parent = '', last = ''] = ['', '', ...path].slice(-3);
  const found = context.vendors.inSetting(last);
  if (found !== undefined || /^\d+$/.test(parent) || isLabelled(path, context)) return found;
  // `gemini.api.key`, `openai.chat.model`
  const before = /^(?:api|chat|llm|embedding)$/i.test(parent) ? `${above}_` : '';
  return context.vendors.inSetting(`${before}${parent}_${last}`);
}

/** A framework's key names the service on its way: `langchain4j.open-ai.chat-model.api-key`. */
function serviceNamed(path: readonly string[], owner: string, context: FileContext): string {
  if (!isFramework(owner, context)) return owner;
  const words = path.flatMap((key) => key.split(/[.:]/)).map((key) => key.toLowerCase().replace(/[-_]/g, ''));
  for (let i = 0; i < words.length; i++) {
    const found =
      context.vendors.service(`${words[i]}${words[i + 1] ?? ''}`) ?? context.vendors.service(words[i] as string);
    if (found !== undefined) return found;
  }
  return owner;
}
