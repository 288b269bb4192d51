import { bindingsOf } from '../../endpoint/bindings.js';
import type { BindingFact, CallFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { reachOf } from '../reach.js';
import { remember, serviceOf } from './trackedObjects.js';

/**
 * Ruby's constants are seen by the whole program: `LLM = RubyLLM`, `CLIENT = OpenAI::Client.new` in this file or in
 * what Rails loads first.
 */
export function trackConstants(context: FileContext): void {
  const { facts, origins, resolving } = context;
  if (facts.language !== 'ruby') return;
  const looked = new Set<string>();
  for (const { callee } of facts.calls) {
    const [root = ''] = callee.split('.', 1);
    if (root === callee || !/^[A-Z][A-Za-z_]*$/.test(root) || looked.has(root)) continue;
    looked.add(root);
    if (origins.symbolNamed(callee)) continue;
    const home = bindingsOf(facts, root).length > 0 ? { facts, name: root } : resolving.imported?.(facts, root);
    const value = home && bindingsOf(home.facts, home.name).find((each) => each.value)?.value;
    if (value?.t === 'name' && /^[A-Z]/.test(value.path)) origins.rename(root, value.path);
    if (value?.t !== 'call' || home?.facts === facts) continue;
    const symbol = origins.symbolNamed(value.call.callee);
    if (symbol?.symbol.does !== 'construct') continue;
    const provider = serviceOf(symbol.provider, context);
    remember(root, { ...reachOf(provider, undefined, undefined, context), calls: symbol.calls }, context);
  }
}

/** `antwoord = gesprek.complete`: a call without brackets or arguments. */
export function* barelyCalled({ facts }: FileContext): Generator<CallFact> {
  if (facts.language !== 'ruby') return;
  const asCall = ({ name, value }: BindingFact): CallFact | undefined =>
    value?.t === 'name' && value.path.includes('.')
      ? { callee: value.path, args: [], isNew: false, span: value.span, nameSpan: value.span, assignedTo: name }
      : undefined;
  for (const binding of facts.bindings) {
    const call = asCall(binding);
    if (call) yield call;
  }
}
