import type { Expr } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { reachOf } from '../reach.js';
import type { Seen } from './returned.js';
import { remember } from './trackedObjects.js';

/** `&Client{client: anthropic.NewClient(key)}`: the field holds the client, in the methods of the type too. */
export function trackFields(context: FileContext, seen: Seen): void {
  for (const { isNew, args } of context.facts.calls) {
    if (!isNew) continue;
    for (const { name, value } of args) {
      const found = name !== undefined && value.t === 'call' ? seen.get(value.call) : undefined;
      if (name === undefined || found?.draft?.act !== 'construct' || context.objects.has(name)) continue;
      remember(name, found, context);
    }
  }
}

/** `Gemini.instance`, `SystemLanguageModel.default` */
export const givesOne = /\.(?:instance|default|shared)$/;

/** `gemini = Gemini.instance`: the one object of a class is taken, not built. */
export function oneInstance(name: string, { path, span }: Expr & { t: 'name' }, context: FileContext): void {
  const symbol = context.origins.symbolNamed(path) ?? context.origins.symbolNamed(path.replace(givesOne, ''));
  if (symbol?.symbol.does !== 'construct') return;
  const reach = reachOf(symbol.provider, undefined, undefined, context);
  const draft: Draft = { kind: 'client', span, token: path, act: 'construct', weight: 5, ...reach };
  context.drafts.push(draft);
  remember(name, { ...reach, calls: symbol.calls, draft }, context);
}
