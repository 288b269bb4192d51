import { bindingsOf } from '../../endpoint/bindings.js';
import type { Expr, FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

const exported = new WeakMap<FileFacts, ReadonlySet<string>>();

/**
 * `OPENAI_TOOLS=""` in a script that does not export it: a variable of the script's own, with a vendor's word in its
 * name. One that says what it carries (`OPENAI_MODEL`) is a setting of the vendor's all the same.
 */
export function isScriptsOwn(name: string, { facts, catalogue, vendors }: FileContext): boolean {
  if (facts.language !== 'shell' || catalogue.environment.exactly(name) || vendors.inSetting(name) !== undefined)
    return false;
  const set = bindingsOf(facts, name);
  if (set.length === 0 || exportedIn(facts).has(name)) return false;
  // `${OPENAI_STREAM:-true}`: it may come from outside.
  const isGiven = (value: Expr): boolean => value.t === 'environment' && value.name === name;
  return !set.some(({ value }) => value?.t === 'either' && value.options.some(isGiven));
}

/** Names that a script hands on: `export A=1 B`, `declare -x A`, `A=1 python vraag.py`. */
function exportedIn(facts: FileFacts): ReadonlySet<string> {
  let names = exported.get(facts);
  if (!names) {
    const found = new Set<string>();
    for (const { name: line } of facts.resources) {
      const isHanded =
        /^(?:export|(?:declare|typeset) -\w*x)\s/.test(line) || /^\w+=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+\w/.test(line);
      if (isHanded) for (const [name] of line.matchAll(/\b[A-Z]\w+/g)) found.add(name);
    }
    names = found;
    exported.set(facts, names);
  }
  return names;
}
