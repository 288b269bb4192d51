import { positionAt, type Span } from '../../place.js';
import type { Argument, Expr, FileFacts } from '../../syntax/fact.js';
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
    ({ kind, act, provider }) =>
      kind === 'client' && (act === 'call' || facts.language === 'shell') && !isFramework(provider, context),
  );
  const [first] = asks;
  if (!first) return;
  const lineOf = (offset: number): number => positionAt(facts.lineStarts, offset).line;
  // What tells itself, or stands on the line of the call, needs no more.
  const told = new Set(drafts.filter(({ kind }) => tells.has(kind)).map(({ span }) => lineOf(span.start)));
  /** A question is made before it is sent. */
  const askOf = (offset: number): Draft => asks.find(({ span }) => span.end >= offset) ?? asks.at(-1) ?? first;
  const tell = (span: Span): void => {
    if (told.has(lineOf(span.start))) return;
    told.add(lineOf(span.start));
    const { provider, endpoint } = askOf(span.start);
    drafts.push({ ...{ kind: 'model', provider, span, token: 'model', weight: 1 }, ...(endpoint && { endpoint }) });
  };
  const look = (entries: readonly Argument[], depth: number): void => {
    const model = entries.find(({ name }) => name !== undefined && ofModel.test(name));
    if (
      model &&
      isGiven(model.value, context) &&
      !isLogged(model.span, facts) &&
      entries.some(({ name }) => name !== undefined && beside.test(name))
    )
      tell(model.span);
    if (depth < MAX_DEPTH) for (const { value } of entries) if (value.t === 'object') look(value.entries, depth + 1);
  };
  // `@{ model = "$model" } | ConvertTo-Json`
  for (const { value } of facts.bindings)
    for (const each of value?.t === 'other' ? (value.operands ?? []) : [value])
      if (each?.t === 'object') look(each.entries, 0);
  for (const { args } of facts.calls) if (args.length > 0) look(args, 0);
  if (facts.language === 'shell') for (const span of writtenBodies(facts)) tell(span);
}

/** `-d '{ "model": "'"$MODEL"'", … }'`, and the same in a heredoc: where the model stands that a script fills in. */
function* writtenBodies({ strings, settings, lineStarts }: FileFacts): Generator<Span> {
  for (const { value, span } of strings) {
    const at = value.search(filledIn);
    // `echo "Try: curl … -d '{…}'"` is for people.
    if (at === -1 || /\bcurl\b/.test(value)) continue;
    // The text of a heredoc stands from the next line on.
    const below = span.end - span.start < value.length ? 1 : 0;
    // Signs that stand for others make the text shorter than what is written, so lines are counted.
    const before = value.slice(0, at).split('\n');
    const column = before.at(-1)?.length ?? 0;
    const line = positionAt(lineStarts, span.start).line + before.length - 1 + below;
    const start = before.length + below === 1 ? span.start + at : (lineStarts[line] ?? span.start) + column;
    yield { start, end: start + '"model"'.length };
  }
  for (const { path, reference, keySpan } of settings) if (reference === true && path.at(-1) === 'model') yield keySpan;
}

const filledIn = /"model"\s*:\s*"(?:\$|$)/;

/** It comes from elsewhere: another name, a call, the environment. */
function isGiven(value: Expr, context: FileContext): boolean {
  // `{ model: string; messages: Message[] }`: a type.
  if (value.t === 'name' && /^(?:string|str|String)$/.test(value.path)) return false;
  return value.t === 'environment' || value.t === 'either' || value.t === 'template' || isPassedOn(value, context);
}
