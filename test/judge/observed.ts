import type { Expr, FileFacts } from '../../server/src/core/syntax/fact.js';
import { importKey } from './expected.js';
import type { Unit } from './units.js';

export interface Observed {
  readonly units: readonly Unit[];
  /** Places of targets whose value the product reads as the environment: neither a call nor a string. */
  readonly environmentTargets: ReadonlySet<number>;
}

/** The product's facts, in the units of the comparison. */
export function observedOf(facts: FileFacts, text: string): Observed {
  const units: Unit[] = [];
  const environmentTargets = new Set<number>();
  for (const { module, names, alias } of facts.imports) {
    const key = importKey({
      module,
      names: names.map((one) => (one.alias === one.name ? one.name : `${one.name}=${one.alias}`)),
      ...(alias !== undefined && { alias }),
    });
    units.push({ kind: 'import', at: -1, key });
  }
  for (const call of facts.calls) {
    // An annotation without brackets has no arguments: no call for a grammar.
    if (call.isAnnotation && call.args.length === 0 && text[call.span.end - 1] !== ')') continue;
    // `new(…)` and `new class {…}` have no name.
    if (call.callee === '' || text[call.nameSpan.start] === '(') continue;
    units.push({ kind: 'call', at: call.nameSpan.start, key: call.callee });
  }
  for (const string of facts.strings) {
    units.push({ kind: 'named', at: string.span.start, key: string.name ?? '' });
    if (string.call) units.push({ kind: 'argument', at: string.span.start, key: String(string.call.nameSpan.start) });
  }
  for (const { name, nameSpan, value } of facts.bindings) {
    const key = valueKey(value);
    if (value?.t === 'environment') environmentTargets.add(nameSpan.start);
    if (key !== undefined) units.push({ kind: 'binding', at: nameSpan.start, key: `${name}=${key}` });
  }
  return { units, environmentTargets };
}

function valueKey(value: Expr | undefined): string | undefined {
  if (value?.t === 'string') return `string ${String(value.span.start)}`;
  if (value?.t === 'call') return `call ${String(value.call.nameSpan.start)}`;
  return undefined;
}
