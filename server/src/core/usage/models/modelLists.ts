import type { Expr } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';

const isList = /^(?:array|listOf|arrayOf|List\.of|Arrays\.asList|asList|Seq|Vector|vec!)$/;
const isName = /^[a-z][\w.:/-]{2,78}$/i;

/** `['gpt-4o', 'gpt-4o-mini', 'een-nieuwe-4b']`: what stands among models, most of them known, is one. */
export function completeModelLists({ facts, drafts }: FileContext): void {
  const known = new Map<number, Draft>();
  for (const draft of drafts) if (draft.kind === 'model') known.set(draft.span.start, draft);
  if (known.size < 2) return;
  const complete = (items: readonly Expr[]): void => {
    if (items.length < 3 || items.length > MOST || !items.every(({ t }) => t === 'string')) return;
    const models = items.flatMap(({ span }) => known.get(span.start) ?? []);
    const [first] = models;
    if (!first || models.length < 2 || models.length * 2 <= items.length) return;
    for (const item of items) {
      if (item.t !== 'string' || known.has(item.span.start)) continue;
      // `mistral:latest` too is how Ollama calls one.
      if (!/\d|:latest$/.test(item.value) || !isName.test(item.value)) continue;
      const { provider } = first;
      drafts.push({
        kind: 'model',
        provider,
        span: item.span,
        token: item.value,
        model: item.value,
        weight: 1,
        isGuess: true,
      });
    }
  };
  const inside = (value: Expr, depth: number): void => {
    if (value.t === 'list') complete(value.items);
    else if (value.t === 'object' && depth < MAX_DEPTH)
      for (const entry of value.entries) inside(entry.value, depth + 1);
  };
  for (const { value } of facts.bindings) if (value) inside(value, 0);
  for (const { callee, args } of facts.calls) {
    if (isList.test(callee)) complete(args.map(({ value }) => value));
    for (const { value } of args) if (value.t === 'list') complete(value.items);
  }
}

/** No person nests what is offered deeper. */
const MAX_DEPTH = 4;
/** A list of all that a gateway offers needs no completing. */
const MOST = 100;
