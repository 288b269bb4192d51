import type { BindingFact, FileFacts } from '../syntax/fact.js';

/** `self.url`, `this.url` and `$this->url` are `url`. */
export function ownName(path: string): string {
  const start = path.startsWith('self.') || path.startsWith('this.') ? 5 : path.startsWith('cls.') ? 4 : 0;
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

/** The binding of a name that holds at an offset: the last one before it, else the first after it. */
export function nearestBinding(facts: FileFacts, path: string, offset: number): BindingFact | undefined {
  let before: BindingFact | undefined;
  let after: BindingFact | undefined;
  for (const binding of bindingsOf(facts, path)) {
    if (binding.value === undefined && (before ?? after)) continue;
    // `x = x or default` speaks of the earlier x.
    if (binding.span.start <= offset && binding.span.end >= offset) continue;
    if (binding.nameSpan.start < offset) before = binding;
    else after ??= binding;
  }
  return before?.value || !after ? before : after;
}
