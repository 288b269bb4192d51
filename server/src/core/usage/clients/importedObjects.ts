import { bindingsOf, nearestBinding, ownName } from '../../endpoint/bindings.js';
import type { CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { madeBy, type Made } from './handedBack.js';
import type { Reached } from './returned.js';
import { remember } from './trackedObjects.js';
import { unwrapped } from './wrapped.js';

/** A file that takes in more objects than this is made, not written. */
const MANY = 50;

const ofClass = /^([A-Z]\w*\.[a-z]\w*)\.\w+$/;

/** Before the first character, where another file looks from. */
const OUTSIDE = -1;

/**
 * `import { ai } from './genkit'`, and then `ai.generate(…)`; `klant().chat(…)` of a function that another file has: what
 * that file makes. `reach` tells what a call makes in the file that it stands in.
 */
export function trackImported(
  context: FileContext,
  reach: (call: CallFact, there: FileContext) => Reached | undefined,
): void {
  const { facts, words, objects, resolving } = context;
  const names = new Set(facts.imports.flatMap((each) => each.names.map(({ alias }) => alias)));
  if (!resolving.imported) return;
  const looked = new Set<string>();
  /** Keeps what the first of the calls makes that leads to a model. */
  const keep = (name: string, made: Iterable<Made>): void => {
    for (const { call, facts: there } of made) {
      if (there === facts) continue;
      const found = reachThere(call, context.elsewhere(there), reach);
      const isProvider = found?.draft?.act === 'construct' && givesProvider.test(call.callee);
      if (!found || (found.calls.size === 0 && !isProvider)) continue;
      // What it was told at stands in that file.
      const { draft: _draft, ...object } = found;
      remember(name, { ...object, isProvider }, context);
      return;
    }
  };
  const take = (name: string, isCalled: boolean): void => {
    const home = resolving.imported?.(facts, name, isCalled ? 'call' : 'name');
    const value = home && nearestBinding(home.facts, isCalled ? `${home.name}()` : home.name, OUTSIDE)?.value;
    if (home === undefined || value === undefined) return;
    // What it makes there hangs on more than the one name.
    resolving.importedFile?.(facts, name);
    keep(isCalled ? `${name}()` : name, madeBy(value, home.facts, resolving));
  };
  for (const { callee } of facts.calls) {
    const { root, mayTell, own } = words.of(callee);
    if (!mayTell || objects.get(root)) continue;
    // `Hulp.model.generateContent(…)`: a field of a class or an object that another file has.
    const field = ofClass.exec(own)?.[1];
    if (field !== undefined && looked.size < MANY && !looked.has(field)) {
      looked.add(field);
      const home = resolving.imported(facts, field);
      const value = home && nearestBinding(home.facts, home.name, OUTSIDE)?.value;
      if (home && value) keep(field, madeBy(value, home.facts, resolving));
    }
    if (looked.has(root)) continue;
    if (looked.size >= MANY) return;
    looked.add(root);
    if (!names.has(root)) {
      // `client = klant()`, of a function that another file has, or that gives what such a function gives.
      for (const { value } of bindingsOf(facts, root).slice(0, MANY)) {
        const given = value && unwrapped(value);
        const maker = given?.t === 'call' && !given.call.isNew ? ownName(given.call.callee) : undefined;
        if (given === undefined || maker === undefined || looked.has(`${maker}()`)) continue;
        looked.add(`${maker}()`);
        if (!objects.get(`${maker}()`)) keep(`${maker}()`, madeBy(given, facts, resolving));
      }
      continue;
    }
    take(root, own.startsWith(`${root}()`));
  }
  for (const { name, isCalled } of handedOver(facts)) {
    const own = isCalled ? `${name}()` : name;
    if (!names.has(name) || looked.has(own) || objects.get(own)) continue;
    if (looked.size >= MANY) return;
    looked.add(own);
    take(name, isCalled);
  }
}

/** `createGateway(…)`: what is called itself to give a model. */
const givesProvider = /^create[A-Z]/;

/** A name of a model, or of what asks one. */
const likeObject =
  /(?:llm|model|client|chain|agent|provider|gateway|gpt|openai|mistral|claude|gemini|ollama)s?(?:\d+)?$/i;

/** Names that are handed over, joined or called by themselves: `prompt | llm`, `create_agent(get_llm())`, `mistral("…")`. */
function* handedOver({ calls, bindings }: FileFacts): Generator<{ readonly name: string; readonly isCalled: boolean }> {
  const named = function* (value: Expr) {
    if (value.t === 'name' && likeObject.test(value.path)) yield { name: value.path, isCalled: false };
    if (value.t === 'call' && likeObject.test(value.call.callee)) yield { name: value.call.callee, isCalled: true };
  };
  for (const { args, callee, receiver, isNew } of calls) {
    if (!isNew && !receiver && !callee.includes('.') && likeObject.test(callee))
      yield { name: callee, isCalled: false };
    for (const { value } of args) yield* named(value);
  }
  for (const { value } of bindings)
    if (value?.t === 'other') for (const operand of value.operands ?? []) yield* named(operand);
}

/** What a call makes in the file that it stands in, once what it is called on is known there: `genAI.getGenerativeModel(…)`. */
function reachThere(
  call: CallFact,
  there: FileContext,
  reach: (call: CallFact, there: FileContext) => Reached | undefined,
): Reached | undefined {
  const owner = there.words.of(call.callee).root;
  const made = owner === call.callee ? undefined : nearestBinding(there.facts, owner, call.span.start)?.value;
  const maker = made && unwrapped(made);
  if (maker?.t === 'call' && maker.call !== call) reach(maker.call, there);
  return reach(call, there);
}
