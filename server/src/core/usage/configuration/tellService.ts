import type { Span } from '../../place.js';
import type { SettingFact } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { imageProvider } from '../commands/commands.js';
import { routedProvider } from '../models/modelNames.js';
import { nodeService, resourceUsage } from '../commands/resourceUsages.js';
import { type Sections, stemOf, ties } from './sections.js';

/** `provider: ollama`, and the action of a step: whose the settings beside it are. */
export function tellService(setting: SettingFact, span: Span, sections: Sections, context: FileContext): void {
  const { path, value, keySpan, valueSpan } = setting;
  const { catalogue, vendors } = context;
  const key = path.at(-1) ?? '';
  if (key === 'uses') {
    const provider = catalogue.actions.get(value.toLowerCase().replace(/@.*$/, ''));
    const kind = provider === undefined ? undefined : catalogue.provider(provider)?.kind;
    if (provider !== undefined && kind !== 'assistant' && kind !== 'tool') sections.tell(path, ties.uses, provider);
    return;
  }
  // The package that OpenCode asks a provider with.
  if (key === 'npm' && path.at(-3) === 'provider') {
    const asked = catalogue.packageProvider('npm', value);
    if (asked !== undefined)
      context.drafts.push({ kind: 'dependency', provider: asked, span, token: value, weight: 3 });
    return;
  }
  const server = /image$/i.test(key) ? imageProvider(value, catalogue) : undefined;
  if (server !== undefined && catalogue.provider(server)?.kind === 'local') sections.tell(path, ties.uses, server);
  const node = key === 'type' ? nodeService(value, context) : undefined;
  if (node !== undefined) {
    for (const tie of [ties.named, ties.hosts]) sections.tell([...path.slice(0, -1), 'parameters', ''], tie, node);
    return;
  }
  // Of a flow of agents in Flowise: `"agentModel": "chatOpenAI"`.
  if (/[a-z]Model$/.test(key) && path.at(-2) === 'inputs')
    return resourceUsage(
      { what: 'node', name: `flowise:${value.charAt(0).toUpperCase()}${value.slice(1)}`, span },
      context,
    );
  const stem = /^(?:(.*)[-_]|(\w*[a-z])(?=Provider$))?(?:provider|backend|vendor|type|service(?:[-_]name)?)$/i.exec(
    key,
  );
  // `langgenius/openai/openai`: the provider's own name comes last.
  const name = value.slice(value.lastIndexOf('/') + 1);
  const isProvider = /provider$/i.test(key);
  const provider = stem
    ? (vendors.named(name) ?? (isProvider ? routedProvider(`${name.toLowerCase()}/x`, catalogue) : undefined))
    : undefined;
  if (provider === undefined) return;
  const tie = stemOf(stem?.[1] ?? stem?.[2] ?? '');
  sections.tell(path, `${ties.named}${tie}`, provider);
  // `azure_deployment` is a key of that type alone.
  if (provider === 'azure-openai') sections.tell(path, `${ties.named}azure`, provider);
  const kind = catalogue.provider(provider)?.kind;
  if (kind === 'local' || kind === 'gateway') sections.tell(path, `${ties.serves}${tie}`, provider);
  if (provider === 'openai') sections.tell(path, `${ties.base}${tie}`, 'openai-compatible');
  if (kind !== 'framework' && provider !== 'litellm') sections.tell(path, `${ties.hosts}${tie}`, provider);
  // The word by itself may be of anything; beside a model or its key it says whose that is.
  const draft: Draft = { kind: 'environment', provider, token: value, weight: 3, span };
  // `provider: { anthropic: {} }`
  if (isProvider && keySpan.start === valueSpan.start && vendors.inSetting(`${value}_api_key`) === provider)
    context.drafts.push(draft);
  else if (isProvider || /^(?:type|backend)$/i.test(key))
    sections.ask(
      draft,
      path,
      [`${ties.model}${tie}`, `${ties.key}${provider}`, ...(provider === 'azure-openai' ? [`${ties.model}azure`] : [])],
      1,
      true,
    );
}
