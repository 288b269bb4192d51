import { nearestBinding, ownName } from '../../endpoint/bindings.js';
import { lastName } from '../../names.js';
import type { CatalogueSymbol } from '../../catalog/symbols.js';
import type { BindingFact, CallFact } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext, TrackedObject } from '../fileContext.js';
import { reachOf } from '../reach.js';

/**
 * Names whose declared type is a client: fields, parameters. Gives back those of a name that stands for several types,
 * one a method, which hold from where they stand.
 */
export function declareTypes(context: FileContext): readonly BindingFact[] {
  const types = new Map<string, Set<string>>();
  const typed = context.facts.bindings.filter(({ value, type }) => type !== undefined && value?.t !== 'call');
  for (const binding of typed) {
    declareType(binding, context);
    const name = ownName(binding.name);
    types.set(name, (types.get(name) ?? new Set()).add(binding.type ?? ''));
  }
  return typed.filter(({ name }) => (types.get(ownName(name))?.size ?? 0) > 1);
}

export function declareType(binding: BindingFact, context: FileContext): void {
  if (binding.type === undefined || binding.type.endsWith('Options')) return;
  const symbol = context.origins.symbolNamed(binding.type);
  if (symbol?.symbol.does !== 'construct') return;
  const provider = serviceOf(symbol.provider, context);
  const reach = reachOf(provider, undefined, undefined, context);
  context.objects.set(ownName(binding.name), {
    calls: symbol.calls,
    isBuilder: /Builder$/.test(binding.type),
    // A framework's client goes where the project's configuration says; an SDK's was built elsewhere.
    ...(isInjected(symbol, context) && reach.endpoint ? reach : { provider, declared: lastName(binding.type) }),
  });
}

/** From here on the name is of another method, and stands for what that one says: nothing, of a type that is unknown. */
export function redeclareType(binding: BindingFact, context: FileContext): void {
  const name = ownName(binding.name);
  if (!context.objects.get(name)?.draft) context.objects.delete(name);
  declareType(binding, context);
}

/** A framework's client, or in Java a client that the framework makes from its configuration and hands over. */
function isInjected({ owner, provider }: CatalogueSymbol, context: FileContext): boolean {
  return isFramework(provider, context) || (context.language === 'java' && isFramework(owner, context));
}

/**
 * Keeps what a name stands for. A name that gets clients of several services, one a branch, stands for the framework
 * whose clients they all are: which service a later call reaches cannot be told.
 */
export function remember(name: string, found: TrackedObject, context: FileContext): void {
  const known = context.objects.get(ownName(name));
  if (found.framework !== undefined && known?.framework === found.framework && known.provider !== found.provider) {
    context.objects.set(ownName(name), { provider: found.framework, calls: found.calls, framework: found.framework });
    return;
  }
  context.objects.set(ownName(name), {
    provider: found.provider,
    calls: found.calls,
    ...(found.endpoint && { endpoint: found.endpoint }),
    ...(found.draft && { draft: found.draft }),
    ...(found.framework !== undefined && { framework: found.framework }),
    ...(found.isProvider === true && { isProvider: true }),
  });
}

/** The tracked object that a callee starts with: `self.client` of `self.client.chat.completions.create`. */
export function trackedPrefix(call: CallFact, context: FileContext): TrackedObject | undefined {
  const path = ownName(call.callee);
  const first = path.indexOf('.');
  let found: TrackedObject | undefined;
  for (let cut = first, parts = 1; cut > 0 && parts <= MAX_PARTS; cut = path.indexOf('.', cut + 1), parts++)
    found = ofPlace(path.slice(0, cut), call, context) ?? found;
  if (found) return isReplaced(path.slice(0, first), found, call, context) ? undefined : found;
  // `c.client.Messages.New`: a field that the type declares.
  const second = path.indexOf('.', first + 1);
  return second === -1 ? undefined : context.objects.get(path.slice(first + 1, second));
}

/** What a name stands for where a call is made on it: what makes requests is often called `client`, whoever is asked. */
function ofPlace(name: string, { span }: CallFact, { objects, facts }: FileContext): TrackedObject | undefined {
  const found = objects.get(name) ?? objects.get(`${name}()`);
  if (!found?.madeBy) return found;
  const value = nearestBinding(facts, name, span.start)?.value;
  if (value?.t !== 'call') return found;
  for (let each: TrackedObject | undefined = found; each; each = each.earlier) {
    const { madeBy } = each;
    if (!madeBy || (value.span.start <= madeBy.span.start && madeBy.span.end <= value.span.end)) return each;
  }
  return undefined;
}

/** `model = SVC()`, since the name was a client: an object of a class that comes from elsewhere. */
function isReplaced(name: string, { draft }: TrackedObject, { span }: CallFact, context: FileContext): boolean {
  if (!draft) return false;
  const last = nearestBinding(context.facts, name, span.start);
  if (last?.value?.t !== 'call' || last.span.start <= draft.span.end || last.span.end >= span.start) return false;
  const { callee, args } = last.value.call;
  const isClass = /^[A-Z]\w*$/.test(callee) && context.facts.declared?.has(callee) !== true;
  const isPlain = args.every(({ value }) => value.t === 'string' || value.t === 'other');
  return isClass && isPlain && context.origins.symbolNamed(callee) === undefined;
}

/** No object has a longer name; a fluent chain of a thousand calls has, and each of its calls is asked. */
const MAX_PARTS = 8;

/** The service that the project's manifests choose for a framework that names none in code. */
export function serviceOf(provider: string, context: FileContext): string {
  if (!isFramework(provider, context)) return provider;
  return context.resolving.serviceOf?.(provider, context.facts) ?? provider;
}

export function isFramework(provider: string, context: FileContext): boolean {
  const kind = context.catalogue.provider(provider)?.kind;
  return kind === 'framework' || provider === 'litellm';
}

/** The client that options are given to, where it goes elsewhere than clients of its SDK do by themselves. */
export function retargeted({ span }: CallFact, { provider }: CatalogueSymbol, context: FileContext): Draft | undefined {
  const home = context.drafts.findLast(
    (draft) => draft.kind === 'client' && draft.span.start < span.start && draft.span.end >= span.end,
  );
  return home && home.provider !== provider && !isFramework(home.provider, context) ? home : undefined;
}
