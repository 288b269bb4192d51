import { assistantOf } from '../catalog/trigger.js';
import { classify } from '../endpoint/classify.js';
import { followReferences } from '../endpoint/resolve.js';
import type { DependencyFact, FileFacts, ResourceFact, SettingFact } from '../syntax/fact.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';
import { isSharedPath } from './http.js';
import { environmentName } from './literals.js';
import { routedProvider } from './modelNames.js';
import { reachOfResolved } from './reach.js';
import type { UsageKind } from './usage.js';

/** Usages of configuration files, manifests and infrastructure. */
export function findConfigured(context: FileContext): void {
  for (const dependency of context.facts.dependencies) dependencyUsage(dependency, context);
  for (const resource of context.facts.resources) resourceUsage(resource, context);
  for (const setting of context.facts.settings) settingUsage(setting, context);
}

function dependencyUsage({ ecosystem, name, span: whole, nameSpan }: DependencyFact, context: FileContext): void {
  // An element of several lines stands where it is named.
  const span = ecosystem === 'maven' ? nameSpan : whole;
  const provider = context.catalogue.packageProvider(ecosystem, name);
  if (provider !== undefined) context.drafts.push({ kind: 'dependency', provider, span, token: name, weight: 3 });
}

function resourceUsage({ what, name, span }: ResourceFact, context: FileContext): void {
  const { catalogue, facts } = context;
  const add = (kind: UsageKind, provider: string | undefined) => {
    if (provider !== undefined) context.drafts.push({ kind, provider, span, token: name, weight: 3 });
  };
  switch (what) {
    case 'image':
      return add('container', catalogue.images.get(imageName(name)) ?? catalogue.images.get(imageName(name).replace(/^[^/]+\.[^/]+\//, '')));
    case 'resource':
    case 'permission':
      return add('infrastructure', catalogue.resources.get(name.toLowerCase().replace(/@.*$/, '')));
    case 'action':
      return add('workflow', catalogue.actions.get(name.toLowerCase().replace(/@.*$/, '')));
    case 'extension':
      return add('assistant', catalogue.extensions.get(name.toLowerCase()));
    case 'node':
      return add('client', catalogue.nodes.get(name));
    case 'command': {
      const found = catalogue.commands.find(({ words }) => isCommand(name, words));
      add(commandKind(facts.path, facts.language), found?.provider);
      return insideCommand(name, span.start, context);
    }
  }
}

/** Variables that a command passes on, addresses that it calls, images that it starts. */
function insideCommand(line: string, start: number, context: FileContext): void {
  const add = (kind: UsageKind, provider: string, at: number, token: string, isNamed = false) =>
    context.drafts.push({ kind, provider, span: { start: start + at, end: start + at + token.length }, token, weight: 2, isNamed });
  if (/^\s*(?:echo|printf)\b[^>]*$/.test(line)) return;
  for (const match of line.matchAll(/(?:\$\{?|secrets\.|vars\.|env\.|\bexport |--env[= ]|-e )([A-Za-z][A-Za-z0-9_]{4,})|\b([A-Z][A-Z0-9_]{4,})=/g)) {
    const name = (match[1] ?? match[2]) as string;
    const certain = environmentName(name, context);
    const provider = certain ?? context.vendors.inSetting(name) ?? context.vendors.inVariable(name);
    if (provider !== undefined) add('environment', provider, match.index, name, certain === undefined);
  }
  for (const match of line.matchAll(/https?:\/\/[^\s"'\\]+/g)) {
    const found = classify(match[0], context.catalogue);
    if (found?.provider === undefined || !/\b(?:curl|wget|http|https|xh|Invoke-\w+)\b/.test(line)) continue;
    const reach = reachOfResolved(found.provider, { value: match[0], source: 'literal', way: [] }, context.catalogue);
    context.drafts.push({
      kind: 'client',
      provider: reach.provider,
      span: { start: start + match.index, end: start + match.index + match[0].length },
      token: match[0],
      act: 'call',
      weight: 3,
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    });
  }
  if (!/\b(?:docker|podman|nerdctl|docker_args)\b/.test(line)) return;
  for (const match of line.matchAll(/[\w./-]+\/[\w.-]+(?::[\w.-]+)?/g)) {
    const provider = context.catalogue.images.get(imageName(match[0]));
    if (provider !== undefined) add('container', provider, match.index, match[0]);
  }
}

function isCommand(line: string, words: string): boolean {
  const at = line.indexOf(words);
  if (at === -1) return false;
  const before = line.slice(0, at).trimEnd();
  const after = line[at + words.length];
  return (before === '' || /(?:^|[;&|(]|\bdocker exec (?:-\w+ )*\S+|\b(?:sudo|exec|npx|uvx|nohup|time|do|then|run|-c|&&))\s*['"]?$/.test(before)) && (after === undefined || /[\s"';]/.test(after));
}

function commandKind(path: string, language: string): UsageKind {
  if (/(?:^|\/)\.github\/workflows\/|\.gitlab-ci|azure-pipelines|bitbucket-pipelines|(?:^|\/)\.circleci\//.test(path)) return 'workflow';
  return language === 'dockerfile' || language === 'yaml' ? 'container' : 'client';
}

function imageName(image: string): string {
  return image.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '').toLowerCase();
}

const modelKey = /^(?:.*[_-])?(?:model|deployment|engine)s?(?:[_-]?(?:name|id))?$|model$|Model$|ModelId$|modelName$|DeploymentName$/;

function settingUsage(setting: SettingFact, context: FileContext): void {
  const { catalogue, facts } = context;
  const last = setting.path.at(-1) ?? '';
  if (/^(?:description|if|help|comment|title)$/i.test(last)) return;
  const key = /^(?:\d+|default|value)$/.test(last) ? (setting.path.at(-2) ?? last) : last;
  const span = { start: setting.keySpan.start, end: Math.max(setting.keySpan.end, setting.valueSpan.end) };
  const push = (draft: Omit<Draft, 'span' | 'weight'>) => context.drafts.push({ isNamed: isResembling, ...draft, span, weight: 3 });
  if (isRecording.test(facts.path)) return;
  const certain = environmentName(key, context);
  const resembling = certain === undefined ? (context.vendors.inVariable(/^[A-Z][A-Z0-9_]+$/.test(key) ? key : '') ?? vendorSetting(setting, context)) : undefined;
  const variable = certain ?? resembling;
  const table = catalogue.settings.find(setting.path);
  const role = (variable === undefined ? undefined : catalogue.environment.get(key)?.role) ?? table?.role;
  const owner = (table && serviceNamed(setting.path, table.provider, context)) ?? variable;

  const isResembling = resembling !== undefined && table === undefined;

  const resolved = setting.value === '' ? undefined : followReferences(setting.value, facts.path, context.resolving, 0, [], key);
  const value = resolved?.value ?? setting.value;
  const found = /^[a-z]+:\/\/|^localhost|\.[a-z]{2,}(?:[:/]|$)/i.test(value) && !/\s/.test(value) ? classify(value, catalogue) : undefined;
  const reaches = found?.provider !== undefined && !['assistant', 'tool'].includes(catalogue.provider(found.provider)?.kind ?? '');

  if (reaches || isSharedPath(value) || (role === 'endpoint' && found && found.class !== 'unknown')) {
    if (owner === undefined && !mayHoldAddress(setting, facts.path)) return;
    const reach = reachOfResolved(owner ?? found?.provider ?? 'openai-compatible', { value, source: 'configuration', way: resolved?.way ?? [] }, catalogue);
    push({ kind: 'endpoint', provider: reach.provider, token: owner === undefined ? value : key, ...(reach.endpoint && { endpoint: reach.endpoint }) });
    return;
  }
  const isModelKey = role === 'model' || modelKey.test(key);
  const routed = isModelKey ? (routedProvider(value, catalogue) ?? sectionVendor(setting, value, context)) : undefined;
  const modelProvider = routed ?? (isModelKey ? inAzure(catalogue.modelProvider(value), facts) : undefined);
  if (role === 'model' || (modelProvider !== undefined && facts.dependencies.length === 0)) {
    const provider = (owner !== undefined && isFramework(owner, context) ? routed : undefined) ?? owner ?? modelProvider;
    if (provider !== undefined) push({ kind: 'model', provider, token: value === '' ? key : value, ...(value !== '' && { model: value }) });
    return;
  }
  if (owner !== undefined && (setting.value !== '' || /^[A-Z]/.test(key) || setting.reference === true)) {
    push({ kind: 'environment', provider: owner, token: key });
    return;
  }
  // A value that is a variable of a provider, or holds one: `value: ${OPENAI_API_KEY}`, `- OPENAI_API_KEY`.
  for (const name of setting.value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []) {
    if (setting.reference !== true && setting.value !== name) continue;
    const provider = environmentName(name, context) ?? (setting.reference === true ? context.vendors.inVariable(name) : undefined);
    if (provider === undefined) continue;
    push({ kind: 'environment', provider, token: name, isNamed: environmentName(name, context) === undefined });
    return;
  }
}

/** Recorded traffic and snapshots of tests: nothing is called from there. */
const isRecording = /(?:^|\/)(?:_?vcr|cassettes?|vcr_cassettes|__snapshots__|snapshots|recordings|fixtures)\//i;

/** A section that is named after a provider: `Ollama: { ModelName: … }`. */
function sectionVendor({ path }: SettingFact, value: string, context: FileContext): string | undefined {
  if (value === '' || /\s/.test(value)) return undefined;
  const section = path.findLast((key, at) => at < path.length - 1 && !/^\d+$/.test(key));
  const words = section?.toLowerCase().replace(/[-_]/g, '');
  return words === undefined ? undefined : context.catalogue.providers.find(({ id, kind }) => kind !== 'assistant' && kind !== 'tool' && id.length > 3 && id.replace(/-/g, '') === words)?.id;
}

/** OpenAI's models in Azure's own infrastructure files are Azure's. */
function inAzure(provider: string | undefined, facts: FileFacts): string | undefined {
  if (provider !== 'openai') return provider;
  const isAzure = facts.language === 'bicep' || facts.resources.some(({ name }) => /^(?:azurerm_|azapi_|Microsoft\.)/.test(name));
  return isAzure ? 'azure-openai' : provider;
}

function vendorSetting({ path }: SettingFact, context: FileContext): string | undefined {
  const [parent, last] = [path.at(-2) ?? '', path.at(-1) ?? ''];
  return context.vendors.inSetting(last) ?? (/^\d+$/.test(parent) ? undefined : context.vendors.inSetting(`${parent}_${last}`));
}

function isFramework(provider: string, context: FileContext): boolean {
  const kind = context.catalogue.provider(provider)?.kind;
  return kind === 'framework' || provider === 'litellm';
}

/** A framework's key names the service on its way: `langchain4j.open-ai.chat-model.api-key`. */
function serviceNamed(path: readonly string[], owner: string, context: FileContext): string {
  if (!isFramework(owner, context)) return owner;
  const words = path.flatMap((key) => key.split(/[.:]/)).map((key) => key.toLowerCase().replace(/[-_]/g, ''));
  for (let i = 0; i < words.length; i++) {
    for (const word of [`${words[i]}${words[i + 1] ?? ''}`, words[i] as string]) {
      const found = context.catalogue.providers.find(({ id, kind }) => kind !== 'framework' && kind !== 'tool' && kind !== 'assistant' && (id.replace(/-/g, '') === word || word.startsWith(id.replace(/-/g, '')) && id.length > 5));
      if (found) return found.id;
    }
  }
  return owner;
}

/** Documentation, package metadata and lists of links hold addresses that nothing calls. */
function mayHoldAddress({ path }: SettingFact, file: string): boolean {
  const key = path.findLast((each) => !/^\d+$/.test(each)) ?? '';
  if (/^(?:homepage|documentation|docs?|bugs|repository|url|href|link|links|description|title|\$schema|\$id|source|website|readme|image|icon|text|message|content)$/i.test(key) && !/servers|endpoint|base|api|mcp/i.test(path.join('.'))) return false;
  return !/(?:^|\/)(?:package\.json|composer\.json|mkdocs\.ya?ml|_config\.ya?ml|CITATION\.cff)$/.test(file) && !/(?:^|\/)(?:locales?|i18n|translations?|lang|messages)\//i.test(file);
}

/** The settings or instruction file of a coding assistant: its first line stands for it. */
export function findAssistant(context: FileContext): void {
  const provider = assistantOf(context.facts.path);
  if (provider === undefined) return;
  context.drafts.push({ kind: 'assistant', provider, span: { start: 0, end: 0 }, token: context.facts.path, weight: 5 });
}
