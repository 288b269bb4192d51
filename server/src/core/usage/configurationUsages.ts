import { assistantOf } from '../catalog/trigger.js';
import { classify } from '../endpoint/classify.js';
import { followReferences } from '../endpoint/resolve.js';
import type { DependencyFact, ResourceFact, SettingFact } from '../syntax/fact.js';
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

function dependencyUsage({ ecosystem, name, span }: DependencyFact, context: FileContext): void {
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
      return add(commandKind(facts.path, facts.language), found?.provider);
    }
  }
}

function isCommand(line: string, words: string): boolean {
  const at = line.indexOf(words);
  if (at === -1) return false;
  const before = line.slice(0, at).trimEnd();
  const after = line[at + words.length];
  return (before === '' || /(?:^|[;&|(]|\b(?:sudo|exec|npx|uvx|nohup|time|do|then|run|-c|&&))\s*['"]?$/.test(before)) && (after === undefined || /[\s"';]/.test(after));
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
  const key = /^\d+$/.test(last) ? (setting.path.at(-2) ?? last) : last;
  const span = { start: setting.keySpan.start, end: Math.max(setting.keySpan.end, setting.valueSpan.end) };
  const push = (draft: Omit<Draft, 'span' | 'weight'>) => context.drafts.push({ ...draft, span, weight: 3 });
  const variable = environmentName(key, context);
  const table = catalogue.settings.find(setting.path);
  const role = (variable === undefined ? undefined : catalogue.environment.get(key)?.role) ?? table?.role;
  const owner = table?.provider ?? variable;

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
  const routed = isModelKey ? routedProvider(value, catalogue) : undefined;
  const modelProvider = routed ?? (isModelKey ? catalogue.modelProvider(value) : undefined);
  if (role === 'model' || (modelProvider !== undefined && facts.dependencies.length === 0)) {
    const provider = owner ?? modelProvider;
    if (provider !== undefined) push({ kind: 'model', provider, token: value === '' ? key : value, ...(value !== '' && { model: value }) });
    return;
  }
  if (owner !== undefined) push({ kind: 'environment', provider: owner, token: key });
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
