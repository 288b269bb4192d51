import { marksOf, type Mark } from '../nextMark.js';

/** A string over several lines, as the lexer met it. */
export interface LongString {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly open: string;
}

const commentOnItsLine = /\n[ \t]*\/\*/g;

/** What the lexers of a text and of its holes know together. */
export interface Whole {
  /** How many characters may still be read in vain, in what never closes: else each would be read by all before it. */
  patience: number;
  /** Starts of strings that are taken to end with their line. */
  readonly endsEarly: ReadonlySet<number>;
  readonly longStrings: LongString[];
  /** A string over several lines that runs to the end of the text. */
  unclosed?: LongString;
  readonly mark: (form: string | RegExp) => Mark;
}

const MAX_IN_VAIN = 200_000;

export function newWhole(text: string, endsEarly: ReadonlySet<number>): Whole {
  return { patience: Math.min(4 * text.length, MAX_IN_VAIN), endsEarly, longStrings: [], mark: marksOf(text) };
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
  whole: Whole,
): number {
  const [opens, closes] = [whole.mark(form.open), whole.mark(form.close)];
  const nests = form.nests && whole.patience > 0;
  let at = start + form.open.length;
  for (let depth = 1; ;) {
    const close = closes.from(at);
    if (close >= to) break;
    const open = nests ? opens.from(at) : Infinity;
    if (open < close) {
      depth++;
      at = open + form.open.length;
      continue;
    }
    // A comment that starts a line inside a comment: the one around it was never closed.
    if (!form.nests && form.open === '/*' && whole.mark(commentOnItsLine).from(at) < close) break;
    at = close + form.close.length;
    if (--depth === 0) return at;
  }
  if (nests) whole.patience -= at - start;
  return lineEndAfter(text, start, to);
}

function lineEndAfter(text: string, start: number, to: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 || end > to ? to : end;
}
