/** Half-open range of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range in a file. `path` is relative to the scanned folder, with `/`. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

/** Offsets at which the lines of a text start; the first is always 0. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The position of an offset; an offset past the end gives the end of the last line. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (lineStarts[low] as number)) };
}

export function rangeOf(lineStarts: readonly number[], span: Span): Range {
  return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}

/** The other way round, for the text that the lines are of. */
export function offsetAt(lineStarts: readonly number[], { line, character }: Position): number {
  return (lineStarts[line] ?? 0) + character;
}

export function contains(range: Range, position: Position): boolean {
  return compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
}

/** Negative when `a` comes before `b`. */
export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether an offset stands inside one of these. */
export function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let end = -1;
  const ends = sorted.map((span) => (end = Math.max(end, span.end)));
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Span).start <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < (ends[low - 1] as number);
  };
}

/** Those that stand within another, or are as long as another. */
export function innerOf(spans: readonly Span[]): Set<Span> {
  const sorted = [...new Set(spans)].sort((a, b) => a.start - b.start || b.end - a.end);
  const inner = new Set<Span>();
  let last: Span | undefined;
  for (const span of sorted) {
    if (last && span.end <= last.end) {
      inner.add(span);
      if (span.start === last.start && span.end === last.end) inner.add(last);
    } else last = span;
  }
  return inner;
}
