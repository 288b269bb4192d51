import type { SettingMatch } from '../../catalog/settings.js';
import { assistantOf } from '../../catalog/trigger.js';
import { classify, type Classified, withoutSpaces } from '../../endpoint/classify.js';
import { followReferences } from '../../endpoint/references.js';
import type { Resolved } from '../../endpoint/resolved.js';
import { positionAt, type Span } from '../../place.js';
import type { FileFacts, SettingFact } from '../../syntax/fact.js';
import { isDeployed, isModuleInAzure, isOfAzure } from './azureSettings.js';
import type { Draft } from '../draft.js';
import { environmentName } from '../environment/environmentNames.js';
import type { FileContext } from '../fileContext.js';
import { isPlaceholder } from '../placeholder.js';
import type { Sections } from './sections.js';
import { isFramework } from '../clients/trackedObjects.js';

/** A longer key is none that anyone wrote; a longer value is neither an address nor a name. */
const MAX_KEY = 200;
const MAX_VALUE = 2000;

/** A setting with what its key, its section and what fills it in say: all that is asked about it. */
export class SettingView {
  readonly span: Span;
  /** The last word of its path, and the last that is a name. */
  readonly last: string;
  readonly key: string;
  /** Whose variable the key is: for certain, or by a vendor's word in a name of the project's own. */
  readonly certain: string | undefined;
  readonly resembling: string | undefined;
  /** It only resembles: neither the catalogue's own word nor what fills it in says so. */
  readonly isResembling: boolean;
  /** The catalogue's own word for the key. */
  readonly table: SettingMatch | undefined;
  readonly role: SettingMatch['role'] | undefined;
  /** The variable that a value of LiteLLM's and others' names: `os.environ/OPENAI_API_KEY`. */
  readonly named: string | undefined;
  /** The provider that all of this tells. */
  readonly owner: string | undefined;
  readonly resolved: Resolved | undefined;
  /** The value with what is filled in, as written, and as an address or a name can be read in it. */
  readonly written: string;
  readonly value: string;
  /** What the value is as an address, and whether that is one of a service. */
  readonly found: Classified | undefined;
  readonly kind: string | undefined;
  readonly reaches: boolean;

  constructor(
    readonly setting: SettingFact,
    readonly sections: Sections,
    readonly context: FileContext,
  ) {
    const { catalogue, facts, vendors } = context;
    const { path, keySpan, valueSpan } = setting;
    this.span = { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) };
    this.last = path.at(-1) ?? '';
    this.key = keyOf(path);
    const { key } = this;
    this.certain = environmentName(key, context);
    this.resembling =
      this.certain === undefined
        ? (vendors.inVariable(/^[A-Z][A-Z0-9_]+$/.test(key) ? key : '') ?? vendorSetting(setting, context))
        : undefined;
    this.table = tableOf(setting, context);
    this.isResembling = this.resembling !== undefined && this.table === undefined && !passesOn(setting, context);
    this.role = (this.variable === undefined ? undefined : catalogue.environment.get(key)?.role) ?? this.table?.role;
    this.named = variableIn(setting.value, this.table);
    const told =
      (this.named === undefined ? undefined : environmentName(this.named, context)) ??
      this.chosen ??
      (this.table && serviceNamed(path, this.table.provider, context)) ??
      this.variable;
    const isRouted = told === 'litellm' && this.named === undefined && this.isRoutedAddress;
    const asked = isRouted ? 'openai-compatible' : told;
    this.owner = asked !== 'openai' ? asked : this.isAzure() ? 'azure-openai' : (filledFrom(setting, context) ?? asked);

    const isText = setting.value === '' || this.named !== undefined || setting.value.length > MAX_VALUE;
    this.resolved = isText ? undefined : followReferences(setting.value, facts.path, context.resolving, 0, [], key);
    this.written = withoutPlace(
      this.sections.defaultOf(setting, facts) ??
        this.resolved?.value ??
        (this.named === undefined ? setting.value : ''),
    );
    this.value = this.readable();
    this.found =
      /^[a-z]+:\/\/|^localhost|\.[a-z]{2,}(?:[:/]|$)/i.test(this.value) &&
      !/\s/.test(withoutSpaces(this.value)) &&
      !this.isReferred
        ? classify(this.value, catalogue)
        : undefined;
    this.kind = catalogue.provider(this.found?.provider ?? '')?.kind;
    // An assistant's host is its own, but where it has models for others too: `https://opencode.ai/zen/v1`.
    this.reaches =
      this.kind !== undefined && this.kind !== 'tool' && (this.kind !== 'assistant' || /\/v\d+$/.test(this.value));
  }

  /** A key that nobody wrote, that only describes, or that says what may be used and what may not. */
  static isNone({ path }: SettingFact): boolean {
    const last = path.at(-1) ?? '';
    return (
      last.length > MAX_KEY ||
      path.length > MAX_KEY ||
      /^(?:description|documentationUrl|if|help|comment|title|apiVersion|(?:model|cache|sort|partition|primary|foreign)_?key)$/i.test(
        last,
      ) ||
      // `logging.level.com.example.OllamaKlant=DEBUG`
      (path[0] === 'logging' && path[1] === 'level') ||
      /^(?:approved|banned|blocked|denied|deprecated|disallowed|forbidden)[-_A-Z]/.test(keyOf(path))
    );
  }

  get path(): readonly string[] {
    return this.setting.path;
  }

  /** The provider that a framework is told to ask: `quarkus.langchain4j.chat-model.provider=ollama`. */
  private get chosen(): string | undefined {
    // `EMBEDDING_ENGINE=ollama`, of a tool that is known by that name.
    const isTools = this.variable !== undefined && /_(?:PROVIDER|ENGINE)$/.test(this.key);
    // `spring.ai.model.embedding=bedrock-titan`
    const isModels = this.table?.role === 'other' && /^spring\.ai\.model\./.test(this.path.join('.'));
    const isChoice = isTools || isModels || (this.table?.role === 'other' && this.last === 'provider');
    const value = this.setting.value.replace(/^bedrock(?:-.*)?$/, 'aws-bedrock');
    return isChoice ? this.context.vendors.named(value) : undefined;
  }

  /** Of an entry of LiteLLM's list of models: what LiteLLM itself asks. */
  get isBehindRouter(): boolean {
    return this.table?.provider === 'litellm' && this.path.includes('litellm_params');
  }

  /** The address of it: whatever a model is called there, that is asked. */
  get isRoutedAddress(): boolean {
    return this.isBehindRouter && this.role === 'endpoint';
  }

  /** The variable of a provider that the key is, for certain or by resemblance. */
  get variable(): string | undefined {
    return this.certain ?? this.resembling;
  }

  /** The section that the key stands in: `model: { name: … }`, `deployments: [{ name: … }]`. */
  get parent(): string {
    const isVariable = this.path[0] === 'variable';
    const above = this.path.slice(0, -1);
    return (
      above.findLast((each) => !/^(?:\d+|value|defaultValue)$/.test(each) && !(isVariable && each === 'default')) ?? ''
    );
  }

  /** Tells of a use, on the line of the key and its value; of a value on a line of its own the key tells too. */
  push(told: Omit<Draft, 'span' | 'weight'>): Draft {
    const { setting, context, variable } = this;
    const isWhole = told.kind === 'environment' || isOneLine(setting, context.facts);
    const draft: Draft = {
      isNamed: this.isResembling && !isFilledFrom(setting, this.resembling, context),
      ...told,
      weight: 3,
      span: isWhole ? this.span : setting.valueSpan,
    };
    context.drafts.push(draft);
    if (isWhole || variable === undefined) return draft;
    // `name: OPENAI_BASE_URL` with its `value:` on the next line.
    context.drafts.push({
      kind: 'environment',
      provider: draft.provider,
      token: this.key,
      weight: 3,
      span: setting.keySpan,
    });
    return draft;
  }

  private isAzure(): boolean {
    const { certain, key, setting, sections, context } = this;
    const isOwnName = certain === undefined || context.catalogue.environment.exactly(key) === undefined;
    return (
      (certain === undefined && (isOfAzure(setting, context) || isModuleInAzure(setting, sections, context.facts))) ||
      (isOwnName && isDeployed(key, sections, context.facts))
    );
  }

  /** `value = var.ollama.config.host` looks like a host, and is none. */
  private get isReferred(): boolean {
    const { setting, context, written } = this;
    return (
      setting.reference === true &&
      context.facts.language === 'hcl' &&
      /^(?:var|local|each|module|data|self)\./.test(written)
    );
  }

  private readable(): string {
    const { written, role } = this;
    if (isPlaceholder(written)) return '';
    // `OLLAMA_HOST=ollama:11434`
    const isPort = /^[\w-]+:11434$/.test(written) && /addr|host|ur[il]|endpoint|server|base/i.test(this.key);
    if (isPort || (role === 'endpoint' && /^[\w-]+:\d+$/.test(written))) return `http://${written}`;
    // `Endpoint=https://…;Key=…`: a connection as .NET writes it.
    return /^Endpoint=([^;]+)/.exec(written)?.[1] ?? written;
  }
}

function keyOf(path: readonly string[]): string {
  return path.findLast((each) => !/^(?:\d+|[Dd]efault(?:Value)?|value|Ref)$/.test(each)) ?? path.at(-1) ?? '';
}

/** LiteLLM reads its keys from variables: `os.environ/OPENAI_API_KEY`, `${OPENAI_API_KEY}`. */
function variableIn(value: string, table: SettingMatch | undefined): string | undefined {
  const variables =
    table?.provider === 'litellm' ? /^(?:os\.environ\/|\$\{?)(\w+)\}?$/ : /^(?:os\.environ\/|\{env:)(\w+)\}?$/;
  return variables.exec(value)?.[1];
}

/** `arn:aws:bedrock:${region}::foundation-model/…`: the region and the account are no part of the model's name. */
function withoutPlace(held: string): string {
  return /^arn:.*-model\/[\w.:-]+$/.test(held)
    ? held.replace(/(?<=^arn:)(?:\0|\$\{[^}]*\})/, 'aws').replace(/\0|\$\{[^}]*\}/g, '*')
    : held;
}

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
  // What a project calls a module of Terraform says nothing of what it takes: `module "bedrock" { region = … }`.
  const isOfModule = facts.language === 'hcl' && path[0] === 'module';
  const found = catalogue.settings.find(isOfModule ? path.slice(2) : path);
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

/** `resource "aws_db_instance" "litellm" { … }`: what the project calls a thing says nothing of what is in it. */
export function isLabelled(path: readonly string[], { facts }: FileContext): boolean {
  return facts.language === 'hcl' && path.length === 4 && /^(?:resource|data)$/.test(path[0] as string);
}

/** `gemini.api.key=${GEMINI_API_KEY}`: what fills it says for certain whose it is. */
function isFilledFrom({ value, reference }: SettingFact, provider: string | undefined, context: FileContext): boolean {
  if (reference !== true && !value.includes('${')) return false;
  return (value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []).some((name) => environmentName(name, context) === provider);
}

/** `OPENAI_API_KEY: "{{ .MISTRAL_API_KEY }}"`: what OpenAI's SDK asks with is of the one other service that fills it in. */
function filledFrom({ value, reference }: SettingFact, context: FileContext): string | undefined {
  if (reference !== true) return undefined;
  const [only, ...others] = value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? [];
  const provider =
    only === undefined || others.length > 0
      ? undefined
      : (environmentName(only, context) ?? context.vendors.inVariable(only));
  return context.catalogue.provider(provider ?? '')?.kind === 'tool' ? undefined : provider;
}

function vendorSetting({ path }: SettingFact, context: FileContext): string | undefined {
  const [above = '', parent = '', last = ''] = ['', '', ...path].slice(-3);
  const found = context.vendors.inSetting(last);
  if (found !== undefined || /^\d+$/.test(parent) || isLabelled(path, context)) return found;
  // `apiKeys: { openai: … }`
  if (/^api[-_]?keys?$/i.test(parent)) return context.vendors.inSetting(`${last}_api_key`);
  // Of LiteLLM's lists the one of models is in the catalogue; another is of search engines and guards.
  if (ofPortal.test(last) || parent === 'litellm_params') return undefined;
  // `gemini.api.key`, `openai.chat.model`
  const before = /^(?:api|chat|llm|embedding)$/i.test(parent) ? `${above}_` : '';
  return context.vendors.inSetting(`${before}${parent}_${last}`);
}

/** What a portal is told of an application, `LiteLLM = { client_id = …, icon_url = … }`: who may sign in, and what is shown. */
const ofPortal =
  /^(?:(?:client|application)[-_]?(?:id|secret)|(?:icon|launch|redirect|logo|callback|home|image|web|login)[-_]?ur[il]s?|group)$/i;

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
