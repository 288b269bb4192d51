import type { Language } from './language.js';
import type { Span } from '../../place.js';
import type { Argument, Expr } from '../fact.js';

/** What stands between two operands. */
export type Joiner = 'beside' | 'concatenation' | 'either' | 'operation';

/** The value that operands make together. */
export function join(operands: readonly Expr[], joiners: readonly Joiner[], span: Span): Expr {
  if (operands.length === 1) return operands[0] as Expr;
  if (joiners.every((joiner) => joiner === 'concatenation')) {
    return { t: 'template', parts: operands.flatMap((part) => (part.t === 'template' ? part.parts : [part])), span };
  }
  // `(Type) value`, `Type name`: the last one is the value.
  if (joiners.every((joiner) => joiner === 'beside')) return operands.at(-1) as Expr;
  return { t: 'other', span, operands };
}

/** The name that an expression can be as the left side of `=`, `:` or `=>`. */
export function nameOf(expr: Expr): string | undefined {
  if (expr.t === 'name') return expr.path;
  if (expr.t === 'string') return expr.value;
  if (expr.t === 'environment') return expr.name;
  return undefined;
}

/** The name that stands before a colon or a sign: `key`, `[Provider.OpenAI]: value`, `["key"] = value`. */
export function keyOf(expr: Expr, { imports }: Language): string | undefined {
  const only = expr.t === 'list' && expr.items.length === 1 ? expr.items[0] : undefined;
  return only && (imports === 'javascript' || imports === 'csharp') ? nameOf(only) : nameOf(expr);
}

/** What stands in brackets: one value is itself, and more are a tuple. */
export function groupValue({ entries, span }: { readonly entries: readonly Argument[]; readonly span: Span }): Expr {
  const [single] = entries;
  if (entries.length === 1 && single && single.name === undefined) return single.value;
  return entries.length > 1 ? { t: 'list', items: entries.map(({ value }) => value), span } : { t: 'other', span };
}
