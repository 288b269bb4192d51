import type { Span } from '../place.js';
import type { SettingFact } from '../syntax/fact.js';
import type { FileContext } from './fileContext.js';
import { imageProvider } from './commands.js';
import { routedProvider } from './modelNames.js';
import { nodeService, resourceUsage } from './resourceUsages.js';
import { type Sections, stemOf, ties } from './sections.js';

/** `provider: ollama`, and the action of a step: whose the settings beside it are. */
export function tellService({ path, value }: SettingFact, span: Span, sections: Sections, context: FileContext): void {
  const { catalogue, vendors } = context;
  const key = path.at(-1) ?? '';
  if (key === 'uses') {
    const provider = catalogue.actions.get(value.toLowerCase().replace(/@.*$/, ''));
    const kind = provider === undefined ? undefined : catalogue.provider(provider)?.kind;
    if (provider !== undefined && kind !== 'assistant' && kind !== 'tool') sections.tell(path, ties.uses, provider);
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
  const stem = /^(?:(.*)[-_])?(?:provider|backend|vendor|type|service(?:[-_]name)?)$/i.exec(key);
  // `langgenius/openai/openai`: the provider's own name comes last.
  const name = value.slice(value.lastIndexOf('/') + 1);
  const isProvider = /provider$/i.test(key);
  const provider = stem
    ? (vendors.named(name) ?? (isProvider ? routedProvider(`${name.toLowerCase()}/x`, catalogue) : undefined))
    : undefined;
  if (provider === undefined) return;
  const tie = stemOf(stem?.[1] ?? '');
  sections.tell(path, `${ties.named}${tie}`, provider);
  const kind = catalogue.provider(provider)?.kind;
  if (kind === 'local' || kind === 'gateway') sections.tell(path, `${ties.serves}${tie}`, provider);
  if (provider === 'openai') sections.tell(path, `${ties.base}${tie}`, 'openai-compatible');
  if (kind !== 'framework' && provider !== 'litellm') sections.tell(path, `${ties.hosts}${tie}`, provider);
  // The word by itself may be of anything; beside a model it says whose that is.
  if (isProvider)
    sections.ask(
      { kind: 'environment', provider, token: value, weight: 3, span },
      path,
      [`${ties.model}${tie}`],
      1,
      true,
    );
}
