const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

export interface PercentLiteral {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  /** `%q(…)` and `%(…)` are strings; `%w[…]` and the like are lists of words. */
  readonly isString: boolean;
  readonly hasHoles: boolean;
}

/** Ruby's `%w[a b]`, `%(text)`, `%q{text}` at this offset; undefined when the `%` is an operator. */
export function percentLiteral(text: string, start: number, to: number): PercentLiteral | undefined {
  const letter = text.charAt(start + 1);
  const hasLetter = /[qQwWiIrsx]/.test(letter);
  const open = text.charAt(start + (hasLetter ? 2 : 1));
  if (!/[([{<|!/]/.test(open)) return undefined;
  const close = closers[open] ?? open;
  const contentStart = start + (hasLetter ? 3 : 2);
  let depth = 1;
  for (let at = contentStart; at < to; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === close) {
      if (--depth > 0) continue;
      const isString = !hasLetter || /[qQx]/.test(letter);
      return { contentStart, contentEnd: at, end: at + 1, isString, hasHoles: letter !== 'q' };
    } else if (char === open) depth++;
  }
  return undefined;
}
