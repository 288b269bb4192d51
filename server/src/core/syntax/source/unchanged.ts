import { sharedParts } from './sharedParts.js';
import { Kind, type Tokens } from './tokens.js';

/** The tokens of a text, kept after another text is read. */
export class TokenCopy {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly holes: Int32Array;

  constructor(tokens: Tokens) {
    [this.text, this.count] = [tokens.text, tokens.count];
    [this.kinds, this.starts, this.ends] = tokens.copy();
    this.holes = new Int32Array(this.count);
    for (let at = 0; at < this.count; at++) if (this.kinds[at] === Kind.String) this.holes[at] = holesOf(tokens, at);
  }
}

/** What tells the holes of a string from others: in broken code they may hang on what stands behind it. */
function holesOf(tokens: Tokens, at: number): number {
  let told = 0;
  for (const { start, end } of tokens.strings.get(at)?.holes ?? [])
    told = Math.imul(Math.imul(told + 1, 31) + start - tokens.start(at), 31) + end - start;
  return told;
}

/** Tokens in a row that two versions of a text share: from these indexes up to `end` in the version before. */
export interface Run {
  readonly before: number;
  readonly now: number;
  readonly end: number;
  /** By how many characters they have moved. */
  readonly moved: number;
  /** Nothing stands before it, or behind it, in both versions. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The tokens that are the same in the version before and now, in their order. */
export function unchangedRuns(before: TokenCopy, now: Tokens): readonly Run[] {
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  for (const part of sharedParts(before.text, now.text)) {
    const [moved, end] = [part.now - part.before, part.before + part.length];
    for (;;) {
      // To the next place where both have a token.
      while (a < before.count && (before.starts[a] as number) < part.before) a++;
      while (b < now.count && now.start(b) < part.now) b++;
      while (a < before.count && b < now.count && (before.starts[a] as number) + moved !== now.start(b)) {
        if ((before.starts[a] as number) + moved < now.start(b)) a++;
        else b++;
      }
      const from = a;
      while (
        a < before.count &&
        b < now.count &&
        (before.ends[a] as number) <= end &&
        isSame(before, a, now, b, moved)
      ) {
        a++;
        b++;
      }
      if (a > from) {
        const start = b - (a - from);
        const isLast = a === before.count && b === now.count && moved === now.text.length - before.text.length;
        runs.push({ before: from, now: start, end: a, moved, isFirst: from === 0 && start === 0, isLast });
      }
      if (a >= before.count || b >= now.count || (before.ends[a] as number) > end) break;
      // Another token at one place: inside what became a comment or a string, say.
      a++;
      b++;
    }
  }
  return runs;
}

function isSame(before: TokenCopy, a: number, now: Tokens, b: number, moved: number): boolean {
  return (
    before.kinds[a] === now.kind(b) &&
    (before.starts[a] as number) + moved === now.start(b) &&
    (before.ends[a] as number) + moved === now.end(b) &&
    (before.kinds[a] !== Kind.String || before.holes[a] === holesOf(now, b))
  );
}

/** The run that a token of now is in. */
export function runAt(runs: readonly Run[], at: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).now <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && at - run.now < run.end - run.before ? run : undefined;
}

/** Whether the run holds all from one token of the version before up to another. */
export function holds({ before, end, isFirst, isLast }: Run, from: number, to: number): boolean {
  return (isFirst || before <= from) && (isLast || to <= end);
}
