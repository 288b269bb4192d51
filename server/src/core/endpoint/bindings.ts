import type { Span } from '../place.js';
import type { BindingFact, FileFacts } from '../syntax/fact.js';

/** `self.url`, `this.url`, `$this->url` and `$script:url` are `url`. */
export function ownName(path: string): string {
  const isOwn = path.startsWith('self.') || path.startsWith('this.');
  const start = isOwn ? 5 : path.startsWith('cls.') ? 4 : /^[sS]cript:/.test(path) ? 7 : 0;
  return start === 0 ? path : path.slice(start);
}

const indexes = new WeakMap<FileFacts, Map<string, BindingFact[]>>();

/** All bindings of a name in a file, in the order of the text. */
export function bindingsOf(facts: FileFacts, path: string): readonly BindingFact[] {
  let index = indexes.get(facts);
  if (!index) {
    index = new Map();
    for (const binding of facts.bindings) {
      const name = ownName(binding.name);
      const known = index.get(name);
      if (known) known.push(binding);
      else index.set(name, [binding]);
    }
    indexes.set(facts, index);
  }
  return index.get(ownName(path)) ?? [];
}

/** How many of these, in the order of the text, have their name before an offset. */
function countBefore(bindings: readonly BindingFact[], offset: number): number {
  let low = 0;
  for (let high = bindings.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((bindings[middle] as BindingFact).nameSpan.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many bindings of one name are looked at to either side of a place: generated code has thousands. */
const MAX_AROUND = 100;

function around(bindings: readonly BindingFact[], offset: number): readonly BindingFact[] {
  if (bindings.length <= 2 * MAX_AROUND) return bindings;
  const at = countBefore(bindings, offset);
  return bindings.slice(Math.max(0, at - MAX_AROUND), at + MAX_AROUND);
}

/** The bindings of a name that begin before an offset, in the order of the text: of many, the last. */
export function bindingsBefore(facts: FileFacts, path: string, offset: number): readonly BindingFact[] {
  return around(bindingsOf(facts, path), offset).filter(({ span }) => span.start < offset);
}

const ordered = new WeakMap<FileFacts, readonly BindingFact[]>();

/** The name that is given a value of which this is a part, as far as it stands near: `model = if x { … } else { … }`. */
export function bindingAround(facts: FileFacts, { start, end }: Span): BindingFact | undefined {
  let known = ordered.get(facts);
  if (!known) {
    const named = facts.bindings.filter(({ name }) => !name.endsWith('()'));
    ordered.set(facts, (known = named.sort((a, b) => a.nameSpan.start - b.nameSpan.start)));
  }
  const at = countBefore(known, start);
  return known.slice(Math.max(0, at - 4), at).findLast(({ span }) => span.start <= start && end <= span.end);
}

const parameters = new WeakMap<FileFacts, readonly BindingFact[]>();

/** Whether two bindings stand in one function, as far as can be seen: no parameter of another stands between them. */
export function isOneBody(facts: FileFacts, first: BindingFact, second: BindingFact): boolean {
  let known = parameters.get(facts);
  if (!known) {
    const found = facts.bindings.filter(({ isParameter }) => isParameter);
    parameters.set(facts, (known = found.sort((a, b) => a.nameSpan.start - b.nameSpan.start)));
  }
  return countBefore(known, first.nameSpan.start + 1) >= countBefore(known, second.nameSpan.start);
}

/** The first binding of a name from an offset on. */
export function bindingAfter(facts: FileFacts, path: string, offset: number): BindingFact | undefined {
  return around(bindingsOf(facts, path), offset).find(({ nameSpan }) => nameSpan.start >= offset);
}

/** The binding of a name that holds at an offset: the last one before it, else the first after it. */
export function nearestBinding(facts: FileFacts, path: string, offset: number): BindingFact | undefined {
  let before: BindingFact | undefined;
  let after: BindingFact | undefined;
  // Where fields are never named by themselves, a parameter hides what has its name elsewhere.
  const hides = facts.language === 'rust' || facts.language === 'go';
  for (const binding of around(bindingsOf(facts, path), offset)) {
    if (hides && binding.isParameter === true && binding.nameSpan.start < offset && ownName(path) === path) {
      before = binding;
      continue;
    }
    // Of two parameters the nearest is meant.
    const isNearer = binding.parameterOf && before?.parameterOf && before.value === undefined;
    if (binding.value === undefined && (before ?? after) && !(isNearer && binding.nameSpan.start < offset)) continue;
    // `x = x or default` speaks of the earlier x.
    if (binding.span.start <= offset && binding.span.end >= offset) continue;
    if (binding.nameSpan.start < offset) before = binding;
    else after ??= binding;
  }
  return before?.value || !after || (hides && before?.isParameter) ? before : after;
}
