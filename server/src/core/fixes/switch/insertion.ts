import type { Span } from '../../place.js';

/** Text that comes in the place of a span; an empty span only inserts. */
export interface Insertion {
  readonly span: Span;
  readonly text: string;
}

export function insertion(at: number, text: string): Insertion {
  return { span: { start: at, end: at }, text };
}
