import { positionAt } from '../../place.js';
import type { Argument, Expr } from '../../syntax/fact.js';
import { isPassedOn } from '../clients/clientParts.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { isLogged } from '../logged.js';
import { isFramework } from '../clients/trackedObjects.js';

const ofModel = /^["']?model["']?$/i;
/** What stands beside it in a question to a model, and in little else. */
const beside = /^["']?(?:messages|prompt|max_?(?:completion_?)?tokens|temperature|top_?p|stream)["']?$/i;

const tells: ReadonlySet<Draft['kind']> = new Set(['model', 'environment', 'client']);

/** Nobody nests a question deeper. */
const MAX_DEPTH = 3;

/**
 * `{ "model": config.model, "messages": […] }` in a file that asks a model: the line that gives the model, wherever its
 * name comes from. A name that stands there as a text is told by itself.
 */
export function findBodies(context: FileContext): void {
  const { facts, drafts, isTest } = context;
  if (isTest) return;
  const asks = drafts.filter(
    ({ kind, act, provider }) => kind === 'client' && act === 'call' && !isFramework(provider, context),
  );
  const [first] = asks;
  if (!first) return;
  const lineOf = (offset: number): number => positionAt(facts.lineStarts, offset).line;
  // What tells itself, or stands on the line of the call, needs no more.
  const told = new Set(drafts.filter(({ kind }) => tells.has(kind)).map(({ span }) => lineOf(span.start)));
  /** A question is made before it is sent. */
  const askOf = (offset: number): Draft => asks.find(({ span }) => span.end >= offset) ?? asks.at(-1) ?? first;
  const look = (entries: readonly Argument[], depth: number): void => {
    const model = entries.find(({ name }) => name !== undefined && ofModel.test(name));
    if (
      model &&
      isGiven(model.value, context) &&
      !isLogged(model.span, facts) &&
      !told.has(lineOf(model.span.start)) &&
      entries.some(({ name }) => name !== undefined && beside.test(name))
    ) {
      const { provider, endpoint } = askOf(model.span.start);
      drafts.push({
        ...{ kind: 'model', provider, span: model.span, token: 'model', weight: 1 },
        ...(endpoint && { endpoint }),
      });
    }
    if (depth < MAX_DEPTH) for (const { value } of entries) if (value.t === 'object') look(value.entries, depth + 1);
  };
  for (const { value } of facts.bindings) if (value?.t === 'object') look(value.entries, 0);
  for (const { args } of facts.calls) if (args.length > 0) look(args, 0);
}

/** It comes from elsewhere: another name, a call, the environment. */
function isGiven(value: Expr, context: FileContext): boolean {
  return value.t === 'environment' || value.t === 'either' || value.t === 'template' || isPassedOn(value, context);
}
