/** One fact in a form that can be compared: `at` is where it stands, `key` what it says. */
export interface Unit {
  readonly kind: UnitKind;
  readonly at: number;
  readonly key: string;
}

export type UnitKind = 'import' | 'call' | 'named' | 'argument' | 'binding';
export const unitKinds: readonly UnitKind[] = ['import', 'call', 'named', 'argument', 'binding'];

/** `code`, `string` and `comment` of a text as ranges; what is in none of them is not asked about. */
export interface Ranges {
  readonly comments: readonly Range[];
  readonly strings: readonly Range[];
  /** Code inside strings. */
  readonly holes: readonly Range[];
  readonly blind: readonly Range[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Expected {
  readonly units: readonly Unit[];
  readonly ranges: Ranges;
}

export function isInside(at: number, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Range;
    if (at < range.start) high = middle - 1;
    else if (at >= range.end) low = middle + 1;
    else return true;
  }
  return false;
}
