import type { BindingFact, CallFact, FileFacts } from '../syntax/fact.js';

/** `@Value("${openai.base-url:https://…}")` in front of a field or parameter. */
export function annotationValue(facts: FileFacts, binding: BindingFact): string | undefined {
  let value = annotated.get(binding);
  if (value === undefined) annotated.set(binding, (value = nearestValue(facts, binding) ?? false));
  return value === false ? undefined : value;
}

/** Asked at each use of the field. */
const annotated = new WeakMap<BindingFact, string | false>();

function nearestValue({ calls }: FileFacts, { nameSpan }: BindingFact): string | undefined {
  // The nearest: that of the field above it is of another.
  const isNear = ({ span, isAnnotation }: CallFact): boolean =>
    isAnnotation === true && span.end <= nameSpan.start && nameSpan.start - span.end < 120;
  for (let at = calls.findLastIndex(({ span }) => span.end <= nameSpan.start); at >= 0; at--) {
    const call = calls[at] as CallFact;
    if (!isNear(call)) return undefined;
    const argument = call.callee.endsWith('Value') ? call.args[0]?.value : undefined;
    if (argument?.t === 'string') return argument.value;
  }
  return undefined;
}
