import type { Expr, FileFacts } from '../syntax/fact.js';

const options = new WeakMap<FileFacts, Map<string, Expr>>();

/** `args.base_url` of `parser.add_argument("--base-url", default="…")`. */
export function optionDefault(path: string, facts: FileFacts): Expr | undefined {
  const dot = path.indexOf('.');
  if (facts.language !== 'python' || dot === -1 || path.includes('.', dot + 1)) return undefined;
  let known = options.get(facts);
  if (!known) {
    options.set(facts, (known = new Map()));
    for (const { callee, args } of facts.calls) {
      const value = callee.endsWith('.add_argument') ? args.find(({ name }) => name === 'default')?.value : undefined;
      for (const { value: name } of value ? args : [])
        if (value && name.t === 'string' && name.value.startsWith('--'))
          known.set(name.value.slice(2).replaceAll('-', '_'), value);
    }
  }
  return known.get(path.slice(dot + 1));
}

const built = new WeakMap<FileFacts, Map<string, Expr | undefined>>();

/** `self.url` of Rust, `c.url` of Go: what the one value of the type that is built in this file has in that field. */
export function builtField(path: string, facts: FileFacts): Expr | undefined {
  // In Go what a method is called on has a short name.
  const receiver = facts.language === 'rust' ? /^self\.(\w+)$/ : /^[a-z]{1,3}\.(\w+)$/;
  const name = facts.language === 'rust' || facts.language === 'go' ? receiver.exec(path)?.[1] : undefined;
  return name === undefined ? undefined : builtValue(name, facts);
}

/** What a field is given where a value of its type is built in this file, as long as it is given but one thing. */
export function builtValue(name: string, facts: FileFacts): Expr | undefined {
  let known = built.get(facts);
  if (!known) {
    built.set(facts, (known = new Map()));
    for (const { isNew, args } of facts.calls)
      for (const { name: field, value } of isNew ? args : [])
        if (field !== undefined) known.set(field, known.has(field) ? undefined : value);
  }
  return known.get(name);
}
