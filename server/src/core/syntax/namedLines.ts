import { positionAt } from '../place.js';
import type { Span } from '../place.js';
import type { FileFacts } from './fact.js';

/**
 * An import or a chain of calls over several lines is told on the line that names it, while people write a comment above
 * the line on which it begins. These go from the one to the other; lines count from 0.
 */

/** Every line that names something which begins on `line`, `line` itself first. */
export function linesNamedFrom(facts: FileFacts, line: number): number[] {
  const found = new Set([line]);
  for (const { span, named } of placesOf(facts)) if (lineOf(span, facts) === line) found.add(lineOf(named, facts));
  return [...found];
}

/** The line on which begins what `line` names. */
export function beginningOf(facts: FileFacts, line: number): number {
  let first = line;
  for (const { span, named } of placesOf(facts))
    if (lineOf(named, facts) === line) first = Math.min(first, lineOf(span, facts));
  return first;
}

function* placesOf({ imports, calls }: FileFacts): Generator<{ span: Span; named: Span }> {
  for (const { span, moduleSpan, names } of imports) {
    yield { span, named: moduleSpan };
    for (const name of names) yield { span, named: name.span };
  }
  for (const { span, nameSpan } of calls) yield { span, named: nameSpan };
}

function lineOf({ start }: Span, { lineStarts }: FileFacts): number {
  return positionAt(lineStarts, start).line;
}
