import type { Span } from '../../place.js';
import type { SettingFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { type Sections, ties } from './sections.js';

/** A longer body holds data. */
const MAX_BODY = 20_000;
/** A key of an object, not a word of a text. */
const asksFor = /[{,]\s*\\?["']?model\\?["']?\s*:\s*([^,}\n]{1,200})/;
const quoted = /\\?["']([A-Za-z][\w./:-]+)\\?["']/g;
/** `={{ $json.ollama_url }}/api/chat`: an address that an expression of n8n begins. */
const addressed = /^=?\{\{[^{}]*?(\w+)\s*\}\}(?=\/)/;

/**
 * What stands inside a text of a workflow: the model in the body of a request (`"jsonBody": "={ \"model\": … }"`), the
 * service whose address an expression gives.
 */
export function expressionUsage(setting: SettingFact, span: Span, sections: Sections, context: FileContext): void {
  const { path, value, valueSpan } = setting;
  const key = path.at(-1) ?? '';
  if (/^(?:json|raw)?body$/i.test(key)) bodyUsage(value, valueSpan, path, sections, context);
  else if (/^ur[il]$/i.test(key)) addressUsage(value, span, path, sections, context);
}

function bodyUsage(value: string, span: Span, path: readonly string[], sections: Sections, context: FileContext): void {
  const given = value.length < MAX_BODY ? asksFor.exec(value)?.[1] : undefined;
  if (given === undefined) return;
  const names = [...given.matchAll(quoted)].map((found) => found[1] as string);
  const known = names.find((name) => context.catalogue.modelProvider(name) !== undefined);
  const model = known ?? names.at(-1);
  const draft = {
    kind: 'model',
    provider: '',
    span,
    token: model ?? 'model',
    weight: 3,
    ...(model && { model }),
  } as const;
  if (known === undefined) sections.ask(draft, path, [ties.all], 1, true);
  else {
    const told = { ...draft, provider: context.catalogue.modelProvider(known) as string, isGuess: true };
    context.drafts.push(told);
    sections.ask(told, path, [ties.all], 1);
  }
}

function addressUsage(
  value: string,
  span: Span,
  path: readonly string[],
  sections: Sections,
  context: FileContext,
): void {
  const name = addressed.exec(value)?.[1] ?? '';
  const provider = /(?:ur[il]|host|endpoint|base)$/i.test(name) ? context.vendors.inSetting(name) : undefined;
  if (provider === undefined) return;
  context.drafts.push({ kind: 'endpoint', provider, span, token: name, weight: 3, isNamed: true });
  sections.tell(path, ties.all, provider);
}
