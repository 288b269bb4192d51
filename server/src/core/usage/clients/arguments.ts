import { bindingAfter, bindingsOf, nearestBinding } from '../../endpoint/bindings.js';
import { Memo } from '../../memo.js';
import { lastName } from '../../names.js';
import type { Argument, CallFact, Expr, FileFacts } from '../../syntax/fact.js';

/**
 * Finds what a call is given under one of several names: as a keyword, in an options object, by position, through a
 * builder's methods, or as a property of an options variable that is passed on.
 */
export function argumentOf(
  call: CallFact,
  names: readonly (string | number)[] | undefined,
  facts: FileFacts,
): Argument | undefined {
  if (!names) return undefined;
  for (const name of names) {
    const found = typeof name === 'number' ? positional(call, name, facts) : named(call, name, facts);
    if (found) return found;
  }
  return undefined;
}

function positional({ args }: CallFact, index: number, { language }: FileFacts): Argument | undefined {
  // `Add(modelId: a, key, address)`: in C# what has a name in front of the others keeps its place.
  const last = language === 'csharp' ? args.findLastIndex(({ name }) => name === undefined) : -1;
  const argument = args.filter(({ name }, at) => at < last || name === undefined)[index];
  if (argument?.name !== undefined) return undefined;
  // Options are found by what they set: an object, or Go's `option.WithBaseURL(…)`.
  const isOption = argument?.value.t === 'call' && /(?:^|\.)With[A-Z]/.test(argument.value.call.callee);
  return argument?.value.t === 'object' || isOption ? undefined : argument;
}

function named(call: CallFact, name: string, facts: FileFacts): Argument | undefined {
  const path = name.split('.');
  const direct = inEntries(call.args, path, facts);
  if (direct) return direct;
  const first = path[0] as string;
  if (path.length === 1) {
    // `.baseUrl(x)` somewhere along the chain.
    for (let next = call.next; next; next = next.next) {
      const argument = sets(next, first) ? next.args[0] : undefined;
      if (argument) return { name: first, value: argument.value, span: argument.span };
    }
  }
  for (const argument of call.args) {
    const inner = inside(argument.value, path, facts, 0);
    if (inner) return inner;
  }
  return undefined;
}

/** Options within options: `new OpenAIClient(key, new OpenAIClientOptions { Endpoint = … })`, or a variable that holds them. */
function inside(value: Expr, path: readonly string[], facts: FileFacts, depth: number): Argument | undefined {
  // Go collects its options: `opts = append(opts, option.WithBaseURL(…))`, after a list that has others.
  if (depth > (facts.language === 'go' ? 5 : 3)) return undefined;
  if (value.t === 'object') return inEntries(value.entries, path, facts) ?? firstOf(value.entries, path, facts, depth);
  if (value.t === 'call') {
    for (let call: CallFact | undefined = value.call; call; call = call.receiver) {
      const found = inEntries(call.args, path, facts);
      if (found) return found;
      const argument = path.length === 1 && sets(call, path[0] as string) ? call.args[0] : undefined;
      if (argument) return argument;
      const inner = firstOf(call.args, path, facts, depth);
      if (inner) return inner;
    }
    return undefined;
  }
  if (value.t === 'name') {
    // `options.Endpoint = …` after `options = new Options()`
    const full = `${value.path}.${path.join('.')}`;
    const binding = nearestBinding(facts, value.path, value.span.start);
    // What the name held before is another object.
    const { start } = value.span;
    const since = binding && binding.span.start < start ? binding.span.start : 0;
    const property = setBetween(full, Math.max(start - NEAR, since), start, facts);
    if (property) return property;
    if (binding?.value && binding.value.t !== 'name') return inside(binding.value, path, facts, depth + 1);
  }
  return undefined;
}

/** In characters: about forty lines. */
const NEAR = 1600;

/**
 * What a property is set to near a place: farther away, in another function, it is another object's. Set twice, to a
 * value and else to a default, it is either; set to several addresses it is set for several cases, and which one holds
 * here cannot be told.
 */
function setBetween(path: string, from: number, to: number, facts: FileFacts): Argument | undefined {
  const [first, second, more] = bindingsOf(facts, path).filter(({ span }) => span.start > from && span.start < to);
  if (!first?.value || more) return undefined;
  const { name, span, value } = first;
  if (!second?.value) return { name, span, value };
  if (value.t === 'string' && second.value.t === 'string') return undefined;
  return { name, span, value: { t: 'either', options: [value, second.value], span } };
}

/** `client.base_url = …` on what a call made. */
export function setAfterwards(
  call: CallFact,
  names: readonly (string | number)[],
  facts: FileFacts,
): Argument | undefined {
  if (call.assignedTo === undefined) return undefined;
  const from = call.span.end;
  // Until the name is given something else: a function further on has its own.
  const next = bindingAfter(facts, call.assignedTo, from);
  const to = Math.min(from + NEAR, next?.span.start ?? Infinity);
  for (const name of names) {
    if (typeof name !== 'string') continue;
    const found = setBetween(`${call.assignedTo}.${name}`, from, to, facts);
    if (found) return found;
  }
  return undefined;
}

function firstOf(
  entries: readonly Argument[],
  path: readonly string[],
  facts: FileFacts,
  depth: number,
): Argument | undefined {
  for (const entry of entries) {
    if (entry.value.t !== 'object' && entry.value.t !== 'call' && entry.name !== undefined) continue;
    const found = inside(entry.value, path, facts, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function inEntries(entries: readonly Argument[], path: readonly string[], facts: FileFacts): Argument | undefined {
  const [first, ...rest] = path as [string, ...string[]];
  const wanted = relax(first);
  for (const entry of entries) {
    if (entry.name !== undefined && relax(entry.name) === wanted)
      return rest.length === 0 ? entry : deeper(entry.value, rest, facts, 0);
  }
  return undefined;
}

/** `llm_config={"config_list": config_list}`: also in what the name holds, and in the first of a list. */
function deeper(value: Expr, path: readonly string[], facts: FileFacts, depth: number): Argument | undefined {
  if (value.t === 'object') return inEntries(value.entries, path, facts);
  if (value.t === 'call') return inEntries(value.call.args, path, facts);
  if (depth > 3) return undefined;
  if (value.t === 'list') return value.items[0] && deeper(value.items[0], path, facts, depth + 1);
  const held = value.t === 'name' ? nearestBinding(facts, value.path, value.span.start)?.value : undefined;
  return held && deeper(held, path, facts, depth + 1);
}

/** Whether the call is `.baseUrl(…)` or `.withBaseUrl(…)` for `base_url`. */
function sets({ callee }: CallFact, name: string): boolean {
  const last = relax(lastName(callee));
  const wanted = relax(name);
  return last === wanted || (last.length === wanted.length + 4 && last === `with${wanted}`);
}

const relaxed = new Memo<string>();

/** `baseURL` and `base_url` are one name. The same few are compared all the time, so answers are kept. */
export function relax(name: string): string {
  return relaxed.of(name, () => name.replace(/[_-]/g, '').toLowerCase());
}
