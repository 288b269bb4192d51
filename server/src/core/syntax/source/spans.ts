import type { Span } from '../../place.js';

/** Where the places of the reading that goes on are collected; none are, most of the time. */
let collected: Span[] | undefined;

/** A place in the text that is being read. Every place of a fact is made here, so that it can be moved afterwards. */
export function spanOf(start: number, end: number): Span {
  const span = { start, end };
  collected?.push(span);
  return span;
}

/** Collects the places that are made during the work. */
export function collecting(spans: Span[], work: () => void): void {
  collected = spans;
  try {
    work();
  } finally {
    collected = undefined;
  }
}
