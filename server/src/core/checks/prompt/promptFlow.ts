import type { Span } from '../../place.js';
import { lastName } from '../../names.js';
import { bindingsBefore } from '../../endpoint/bindings.js';
import type { Argument, BindingFact, CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import { holdsCitizenNumber, kindOfName } from './personalData.js';
import type { PersonalKind } from './personalData.js';

/** Personal data that flows into a prompt, and the place in this file where it does. */
export interface Flow {
  readonly kind: PersonalKind;
  /** A number that stands there, or a name that holds one. */
  readonly by: 'number' | 'name';
  readonly name: string;
  readonly span: Span;
}

/** Names through more steps than this nobody follows by eye either. */
const maxSteps = 6;

/** So many parts of one conversation are looked at. */
const maxAdditions = 200;

/** Arguments that hold no prompt. */
const noPrompt =
  /^(?:model|model_?name|api_?key|base_?url|url|headers|temperature|top_?p|max_?tokens|tools?|functions?|tool_?choice|response_?format|schema|timeout|stream|method|auth)$/i;

/** Functions whose result holds what was put in. */
const passing =
  /^(?:format|str|string|repr|join|concat|dumps|stringify|tostring|tojson|serialize|encode|trim|strip|upper|lower|dedent|append|add|push|of|asList|list|dict|sprintf|printf|fstring|invoke|render|user|system|text|message|content|valueOf|f)$/i;

/** Functions after which the data is no longer there. */
const cleaning =
  /mask|anonym|anonim|pseudonym|redact|hash|encrypt|versleutel|verwijder|remove|strip_?(?:pii|bsn)|scrub|filter|schoon/i;

/** A number in the name of a file is one of its archive. */
const isFile = /^(?:[a-z]:)?[\w.-]*[/\\][^\n]*\.[a-z]\w{1,4}$/i;

/** What flows into the prompt of a call, from everything that can be seen in this file. */
export function flowsInto(call: CallFact, facts: FileFacts): Flow[] {
  const found = new Map<number, Flow>();
  const seen = new Set<string>();
  const formats = formatsIn(facts);
  const walk = (expr: Expr, steps: number): void => {
    if (steps > maxSteps) return;
    const next = (inner: Expr): void => walk(inner, steps + 1);
    switch (expr.t) {
      case 'string':
        if (holdsCitizenNumber(expr.value) && !isFile.test(expr.value))
          add({ kind: 'bsn', by: 'number', name: '', span: expr.span });
        for (const filled of formats) if (isOn(filled, expr.span)) walkArguments(filled.args, steps);
        return;
      case 'template':
        for (const part of expr.parts) walk(part, steps);
        return;
      case 'name':
        return walkName(expr.path, expr.span, next);
      case 'call':
        return walkCall(expr.call, expr.span, steps);
      case 'either':
        return expr.options.forEach(next);
      case 'list':
        return expr.items.forEach((item) => walk(item, steps));
      case 'object':
        return walkArguments(expr.entries, steps);
      case 'other':
        return (expr.operands ?? []).forEach(next);
      case 'environment':
        return;
    }
  };
  const add = (flow: Flow): void => {
    if (!found.has(flow.span.start)) found.set(flow.span.start, flow);
  };
  const walkArguments = (args: readonly Argument[], steps: number): void => {
    for (const { name, value } of args) if (name === undefined || !noPrompt.test(name)) walk(value, steps + 1);
  };
  const walkName = (path: string, span: Span, next: (inner: Expr) => void): void => {
    const value = valueBefore(path, span.start, facts);
    const kind = value?.t === 'string' ? undefined : kindOfName(lastName(path));
    if (kind !== undefined) return add({ kind, by: 'name', name: path, span });
    if (seen.has(path)) return;
    seen.add(path);
    if (value !== undefined) next(value);
    for (const added of additionsTo(path, call.span.start, facts)) added.args.forEach((one) => next(one.value));
  };
  const walkCall = (inner: CallFact, span: Span, steps: number): void => {
    if (steps > maxSteps) return;
    const name = lastName(inner.callee);
    if (cleaning.test(name)) return;
    const kind = inner.args.length === 0 ? kindOfName(name) : undefined;
    if (kind !== undefined) return add({ kind, by: 'name', name: inner.callee, span });
    if (inner.isNew || /^[A-Z]/.test(name) || passing.test(name)) walkArguments(inner.args, steps);
    const owner = inner.callee.slice(0, -name.length - 1);
    if (inner.receiver !== undefined) walkCall(inner.receiver, inner.receiver.span, steps + 1);
    else if (passing.test(name) && /^[\w.]+$/.test(owner)) walk({ t: 'name', path: owner, span }, steps + 1);
  };

  for (let link: CallFact | undefined = call; link !== undefined; link = link.receiver) walkArguments(link.args, 0);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

const formatsOf = new WeakMap<FileFacts, readonly CallFact[]>();

function formatsIn(facts: FileFacts): readonly CallFact[] {
  const known = formatsOf.get(facts);
  if (known) return known;
  const found = facts.calls.filter(({ callee }) => /^\.?(?:format|formatted)$/.test(callee));
  formatsOf.set(facts, found);
  return found;
}

/** The value that a name last got before a place: what stands below, or far above in another function, is not asked. */
function valueBefore(path: string, before: number, facts: FileFacts): Expr | undefined {
  return latestBinding(path, before, facts)?.value;
}

function latestBinding(path: string, before: number, facts: FileFacts): BindingFact | undefined {
  let latest: BindingFact | undefined;
  for (const binding of bindingsBefore(facts, path, before)) {
    if (binding.name === path && (!latest || binding.span.start >= latest.span.start)) latest = binding;
  }
  return latest;
}

/** `messages.append(…)` before the call: of many, the last. */
function additionsTo(path: string, before: number, facts: FileFacts): readonly CallFact[] {
  const since = latestBinding(path, before, facts)?.span.start ?? -1;
  const all = additionsIn(facts).get(path) ?? [];
  return all.filter(({ span }) => span.start < before && span.start > since).slice(-maxAdditions);
}

const additionsOf = new WeakMap<FileFacts, ReadonlyMap<string, readonly CallFact[]>>();

/** What is added to the lists of a file, by the name of the list. */
function additionsIn(facts: FileFacts): ReadonlyMap<string, readonly CallFact[]> {
  const known = additionsOf.get(facts);
  if (known) return known;
  const found = new Map<string, CallFact[]>();
  for (const call of facts.calls) {
    const [, list] = adding.exec(call.callee) ?? [];
    if (list === undefined) continue;
    const others = found.get(list);
    if (others) others.push(call);
    else found.set(list, [call]);
  }
  additionsOf.set(facts, found);
  return found;
}

const adding = /^(.+)\.(?:append|add|push|extend|insert|addAll|addRange)$/i;

/** `"Over {}".format(x)`: a call on the text itself. */
function isOn({ span }: CallFact, text: Span): boolean {
  return span.start >= text.start && span.start <= text.end + 1;
}
