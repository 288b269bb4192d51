import type { Span } from '../../place.js';
import type { CallFact } from '../../syntax/fact.js';

/** Text that comes in the place of a span; an empty span only inserts. */
export interface Insertion {
  readonly span: Span;
  readonly text: string;
}

export function insertion(at: number, text: string): Insertion {
  return { span: { start: at, end: at }, text };
}

/** Behind the last argument, before the bracket that ends at `end`. */
export function behindLast(args: CallFact['args'], text: string, end: number, value: string): Insertion {
  const before = text.slice(0, end - 1).trimEnd();
  const gap = before.endsWith(',') ? ' ' : args.length === 0 ? '' : ', ';
  return insertion(before.length, `${gap}${value}`);
}
