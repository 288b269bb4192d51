import type { Expr } from '../fact.js';

const variable = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-=]([^}$]*))?\})/g;

/** `"localhost"` is `localhost`. */
export function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2');
}

/** A word of a shell script, or the content of a string in double quotes, with the variables in it as names. */
export function wordValue(word: string, start: number): Expr {
  const span = { start, end: start + word.length };
  const parts: Expr[] = [];
  let kept = 0;
  for (const { 0: all, 1: plain, 2: braced = plain, 3: fallback, index } of word.matchAll(variable)) {
    if (index > kept) parts.push({ t: 'string', value: word.slice(kept, index), span });
    const name = braced as string;
    // What the script sets, else what the environment gives it.
    const given: Expr = {
      t: 'environment',
      name,
      span,
      ...(fallback !== undefined && {
        fallback: { t: 'string', value: unquoted(fallback), span },
      }),
    };
    parts.push({ t: 'either', options: [{ t: 'name', path: name, span }, given], span });
    kept = index + all.length;
  }
  if (kept < word.length || parts.length === 0) parts.push({ t: 'string', value: word.slice(kept), span });
  return parts.length === 1 ? (parts[0] as Expr) : { t: 'template', parts, span };
}
