/** One fact in a form that can be compared: `at` is where it stands, `key` what it says. */
export interface Unit {
  readonly kind: UnitKind;
  readonly at: number;
  readonly key: string;
}

export type UnitKind = 'import' | 'call' | 'named' | 'argument' | 'binding';
export const unitKinds: readonly UnitKind[] = ['import', 'call', 'named', 'argument', 'binding'];

/** What a character belongs to; spaces and what a grammar does not look into are `unasked`. */
export type TextClass = 'code' | 'string' | 'comment' | 'unasked';

export interface Expected {
  readonly units: readonly Unit[];
  readonly classes: readonly TextClass[];
  readonly isBlind: (at: number) => boolean;
}
