/** A string over several lines, as the lexer met it. */
export interface LongString {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly open: string;
}

/** What the lexers of a text and of its holes know together. */
export interface Whole {
  /** How many characters may still be read in vain, in what never closes: else each would be read by all before it. */
  patience: number;
  /** Starts of strings that are taken to end with their line. */
  readonly endsEarly: ReadonlySet<number>;
  readonly longStrings: LongString[];
  /** A string over several lines that runs to the end of the text. */
  unclosed?: LongString;
}

const MAX_IN_VAIN = 200_000;

export function newWhole(text: string, endsEarly: ReadonlySet<number>): Whole {
  return { patience: Math.min(4 * text.length, MAX_IN_VAIN), endsEarly, longStrings: [] };
}

/**
 * A quote too many or too few turns every string behind it inside out. The first that is inside out ends where another
 * should start: text follows it, or what stands before its end is code that asks for a value. Returns where it starts.
 */
export function brokenString(text: string, { longStrings, unclosed }: Whole): number | undefined {
  if (!unclosed) return undefined;
  const found = longStrings.find((string) => isInsideOut(text, string));
  return (found ?? unclosed).start;
}

function isInsideOut(text: string, { contentStart, contentEnd, end }: LongString): boolean {
  if (/[\w$/<{%\\]/.test(text.charAt(end))) return true;
  const lineStart = text.lastIndexOf('\n', contentEnd - 1) + 1;
  // Behind a space starts a word of its own: `-d "…"`. A string that ends on a line of its own has only spaces there.
  return /[=(,:[{+]\s*$|\S[ \t]+$/.test(text.slice(Math.max(contentStart, lineStart), contentEnd));
}

/** End of the block comment that starts here; of its line when it does not close before the next one starts. */
export function blockCommentEnd(
  text: string,
  start: number,
  form: { open: string; close: string; nests?: boolean },
  to: number,
): number {
  let depth = 1;
  let at = start + form.open.length;
  for (;;) {
    const close = text.indexOf(form.close, at);
    if (close === -1 || close >= to) return lineEndAfter(text, start, to);
    const open = form.nests ? text.indexOf(form.open, at) : -1;
    if (open !== -1 && open < close) {
      depth++;
      at = open + form.open.length;
      continue;
    }
    if (!form.nests && form.open === '/*' && commentStartsLine(text, at, close)) return lineEndAfter(text, start, to);
    at = close + form.close.length;
    if (--depth === 0) return at;
  }
}

/** A comment that starts a line inside a comment: the one around it was never closed. */
function commentStartsLine(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('/*', from); at !== -1 && at < to; at = text.indexOf('/*', at + 2)) {
    let before = at - 1;
    while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9) before--;
    if (before > from && text.charCodeAt(before) === 10) return true;
  }
  return false;
}

function lineEndAfter(text: string, start: number, to: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 || end > to ? to : end;
}
