import { lastName } from '../names.js';
import type { CallFact, FileFacts } from '../syntax/fact.js';
import { nearestBinding } from './bindings.js';

const gives = /^(?:[gG]etConfig|[gG]etSection|GetRequiredSection|Sub|subset)$/;
const MAX_SECTIONS = 4;

/**
 * `config.getConfig("llm").getString("url")`, `dienst := viper.Sub("llm")` and then `dienst.GetString("url")`: the key
 * with the section before it.
 */
export function keyInSection(key: string, asked: CallFact, facts: FileFacts): string {
  let call = asked;
  for (let depth = 0; depth < MAX_SECTIONS; depth++) {
    const held = nearestBinding(facts, call.callee.slice(0, call.callee.lastIndexOf('.')), call.span.start)?.value;
    const of = call.receiver ?? (held?.t === 'call' ? held.call : undefined);
    const section = of && gives.test(lastName(of.callee)) ? of.args[0]?.value : undefined;
    if (!of || section?.t !== 'string') return key;
    key = `${section.value}.${key}`;
    call = of;
  }
  return key;
}
