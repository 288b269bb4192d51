import type { Argument, Expr } from '../../syntax/fact.js';
import { canServe } from '../canServe.js';
import type { FileContext } from '../fileContext.js';
import { routedProvider } from './modelNames.js';

const holdsModels = /model(?:s|len)$|model_?(?:map|mapping|aliases|options|choices|configs?|registry)$/i;
/** No person nests what a program offers deeper. */
const MAX_DEPTH = 4;

/**
 * Collections of models by name, at any depth: `MODELS = { 'gpt-4o': { … }, fast: 'deepseek-chat' }`,
 * `define('MODELS', [ 'gpt-4o' => [ … ] ])`, `return ['models' => [ … ]]`, `render('page', ['availableModels' => [ … ]])`.
 */
export function findKeyedModels(context: FileContext): void {
  for (const { name, value } of context.facts.bindings) if (value) inside(name, value, context);
  for (const { args, assignedTo } of context.facts.calls)
    if (assignedTo === undefined)
      for (const { name = '', value } of args) if (value.t === 'object') inside(name, value, context);
}

function inside(name: string, value: Expr, context: FileContext, depth = 0, above?: string): void {
  const entries = value.t === 'object' ? value.entries : [];
  const holds = entries.length > 0 && holdsModels.test(name);
  // `azure: { models: { … } }`
  const service = routedProvider(`${name.toLowerCase()}/x`, context.catalogue) ?? above;
  for (const entry of entries) {
    if (holds) ofCollection(entry, service, context);
    // `const models = { azure: { models: { 'gpt-4o': { … } } } }`
    if (entry.name !== undefined && depth < MAX_DEPTH) inside(entry.name, entry.value, context, depth + 1, service);
  }
}

/** What has a number for a value is a table of prices or limits. */
function ofCollection(
  { name = '', value, span }: Argument,
  service: string | undefined,
  { catalogue, drafts }: FileContext,
): void {
  const mayBeOne = /\d/.test(name) || (value.t === 'object' && name.includes('-'));
  const isKey = mayBeOne && value.t !== 'other' && value.t !== 'list';
  for (const [model, at] of [
    [isKey ? name : '', span],
    [value.t === 'string' ? value.value : '', value.span],
  ] as const) {
    const maker = catalogue.modelProvider(model);
    const isServed = maker !== undefined && service !== undefined && canServe(service, maker, catalogue);
    const provider = isServed ? service : maker;
    if (provider !== undefined)
      drafts.push({ kind: 'model', provider, span: at, token: model, model, weight: 1, isGuess: true });
  }
}
