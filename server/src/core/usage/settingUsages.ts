import { classify } from '../endpoint/classify.js';
import { followReferences } from '../endpoint/references.js';
import { positionAt } from '../place.js';
import type { FileFacts, SettingFact } from '../syntax/fact.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';
import { isSharedPath } from './http.js';
import { environmentName } from './environmentNames.js';
import { routedProvider } from './modelNames.js';
import { reachOfResolved } from './reach.js';
import { isFramework } from './trackedObjects.js';

const modelKey =
  /^(?:.*[_-])?(?:model|deployment|engine)s?(?:[_-]?(?:name|id))?$|model$|Model$|ModelId$|modelName$|DeploymentName$/i;

/** What a key of a configuration file with its value says. */
export function settingUsage(setting: SettingFact, context: FileContext): void {
  const { catalogue, facts } = context;
  const last = setting.path.at(-1) ?? '';
  if (/^(?:description|if|help|comment|title)$/i.test(last)) return;
  const key = /^(?:\d+|default|value)$/.test(last) ? (setting.path.at(-2) ?? last) : last;
  const span = { start: setting.keySpan.start, end: Math.max(setting.keySpan.end, setting.valueSpan.end) };
  const push = (draft: Omit<Draft, 'span' | 'weight'>) => {
    const shared = { isNamed: isResembling, ...draft, weight: 3 };
    if (draft.kind === 'environment' || variable === undefined || isOneLine(setting, facts)) {
      context.drafts.push({ ...shared, span });
      return;
    }
    // `name: OPENAI_BASE_URL` with its `value:` on the next line.
    context.drafts.push({ ...shared, span: setting.valueSpan });
    context.drafts.push({
      kind: 'environment',
      provider: draft.provider,
      token: key,
      weight: 3,
      span: setting.keySpan,
    });
  };
  if (isRecording.test(facts.path)) return;
  const certain = environmentName(key, context);
  const resembling =
    certain === undefined
      ? (context.vendors.inVariable(/^[A-Z][A-Z0-9_]+$/.test(key) ? key : '') ?? vendorSetting(setting, context))
      : undefined;
  const variable = certain ?? resembling;
  const table = catalogue.settings.find(setting.path);
  const role = (variable === undefined ? undefined : catalogue.environment.get(key)?.role) ?? table?.role;
  const named = /^os\.environ\/(\w+)$/.exec(setting.value)?.[1];
  const owner =
    (named === undefined ? undefined : environmentName(named, context)) ??
    (table && serviceNamed(setting.path, table.provider, context)) ??
    variable;

  const isResembling = resembling !== undefined && table === undefined;

  const resolved =
    setting.value === '' ? undefined : followReferences(setting.value, facts.path, context.resolving, 0, [], key);
  const value = resolved?.value ?? setting.value;
  const found =
    /^[a-z]+:\/\/|^localhost|\.[a-z]{2,}(?:[:/]|$)/i.test(value) && !/\s/.test(value)
      ? classify(value, catalogue)
      : undefined;
  const reaches =
    found?.provider !== undefined && !['assistant', 'tool'].includes(catalogue.provider(found.provider)?.kind ?? '');

  if (reaches || isSharedPath(value) || (role === 'endpoint' && found && found.class !== 'unknown')) {
    if (owner === undefined && !mayHoldAddress(setting, facts.path)) return;
    const reach = reachOfResolved(
      owner ?? found?.provider ?? 'openai-compatible',
      { value, source: 'configuration', way: resolved?.way ?? [] },
      catalogue,
    );
    push({
      kind: 'endpoint',
      provider: reach.provider,
      token: owner === undefined ? value : key,
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    });
    return;
  }
  // `model: { name: … }`, `deployments: [{ name: … }]`
  const parent = setting.path.slice(0, -1).findLast((each) => !/^\d+$/.test(each)) ?? '';
  const isModelKey = role === 'model' || modelKey.test(key) || (/^(?:name|id)$/i.test(key) && modelKey.test(parent));
  const routed = isModelKey ? (routedProvider(value, catalogue) ?? sectionVendor(setting, value, context)) : undefined;
  const modelProvider = routed ?? (isModelKey ? inAzure(catalogue.modelProvider(value), facts) : undefined);
  if (role === 'model' || (modelProvider !== undefined && facts.dependencies.length === 0)) {
    const provider =
      (owner !== undefined && isFramework(owner, context) ? routed : undefined) ?? owner ?? modelProvider;
    const isGuess = owner === undefined && routed === undefined;
    if (provider !== undefined)
      push({
        isGuess,
        kind: 'model',
        provider,
        token: value === '' ? key : value,
        ...(value !== '' && { model: value }),
      });
    return;
  }
  if (owner !== undefined && (setting.value !== '' || /^[A-Z]/.test(key) || setting.reference === true)) {
    push({ kind: 'environment', provider: owner, token: key });
    return;
  }
  // A value that is a variable of a provider, or holds one: `value: ${OPENAI_API_KEY}`, `- OPENAI_API_KEY`.
  for (const name of setting.value.match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []) {
    if (setting.reference !== true && setting.value !== name) continue;
    const isName = setting.reference === true || /^(?:key|name|env\w*|variable)$/i.test(last);
    const provider = environmentName(name, context) ?? (isName ? context.vendors.inVariable(name) : undefined);
    if (provider === undefined) continue;
    push({ kind: 'environment', provider, token: name, isNamed: environmentName(name, context) === undefined });
    return;
  }
}

function isOneLine({ keySpan, valueSpan }: SettingFact, { lineStarts }: FileFacts): boolean {
  return (
    valueSpan.start === valueSpan.end ||
    positionAt(lineStarts, keySpan.start).line === positionAt(lineStarts, valueSpan.start).line
  );
}

/** Recorded traffic and snapshots of tests: nothing is called from there. */
const isRecording = /(?:^|\/)(?:_?vcr|cassettes?|vcr_cassettes|__snapshots__|snapshots|recordings|fixtures)\//i;

/** A section that is named after a provider: `Ollama: { ModelName: … }`. */
function sectionVendor({ path }: SettingFact, value: string, context: FileContext): string | undefined {
  if (value === '' || /\s/.test(value)) return undefined;
  const section = path.findLast((key, at) => at < path.length - 1 && !/^\d+$/.test(key));
  const words = section?.toLowerCase().replace(/[-_]/g, '');
  return words === undefined
    ? undefined
    : context.catalogue.providers.find(
        ({ id, kind }) => kind !== 'assistant' && kind !== 'tool' && id.length > 3 && id.replace(/-/g, '') === words,
      )?.id;
}

/** OpenAI's models in Azure's own infrastructure files are Azure's. */
function inAzure(provider: string | undefined, facts: FileFacts): string | undefined {
  if (provider !== 'openai') return provider;
  const isAzure =
    facts.language === 'bicep' || facts.resources.some(({ name }) => /^(?:azurerm_|azapi_|Microsoft\.)/.test(name));
  return isAzure ? 'azure-openai' : provider;
}

function vendorSetting({ path }: SettingFact, context: FileContext): string | undefined {
  const [parent, last] = [path.at(-2) ?? '', path.at(-1) ?? ''];
  return (
    context.vendors.inSetting(last) ??
    (/^\d+$/.test(parent) ? undefined : context.vendors.inSetting(`${parent}_${last}`))
  );
}

/** A framework's key names the service on its way: `langchain4j.open-ai.chat-model.api-key`. */
function serviceNamed(path: readonly string[], owner: string, context: FileContext): string {
  if (!isFramework(owner, context)) return owner;
  const words = path.flatMap((key) => key.split(/[.:]/)).map((key) => key.toLowerCase().replace(/[-_]/g, ''));
  for (let i = 0; i < words.length; i++) {
    for (const word of [`${words[i]}${words[i + 1] ?? ''}`, words[i] as string]) {
      const found = context.catalogue.providers.find(
        ({ id, kind }) =>
          kind !== 'framework' &&
          kind !== 'tool' &&
          kind !== 'assistant' &&
          (id.replace(/-/g, '') === word || (word.startsWith(id.replace(/-/g, '')) && id.length > 5)),
      );
      if (found) return found.id;
    }
  }
  return owner;
}

/** Documentation, package metadata and lists of links hold addresses that nothing calls. */
function mayHoldAddress({ path }: SettingFact, file: string): boolean {
  const key = path.findLast((each) => !/^\d+$/.test(each)) ?? '';
  if (
    /^(?:homepage|documentation|docs?|bugs|repository|url|href|link|links|description|title|\$schema|\$id|source|website|readme|image|icon|text|message|content)$/i.test(
      key,
    ) &&
    !/servers|endpoint|base|api|mcp/i.test(path.join('.'))
  )
    return false;
  return (
    !/(?:^|\/)(?:package\.json|composer\.json|mkdocs\.ya?ml|_config\.ya?ml|CITATION\.cff)$/.test(file) &&
    !/(?:^|\/)(?:locales?|i18n|translations?|lang|messages)\//i.test(file)
  );
}
