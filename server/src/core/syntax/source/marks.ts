/** Stands for a hole in the value of an interpolated string. */
export const HOLE = '\u0000';

/** Takes the place of a character that code does not have: of the backslash of an escape in a notebook's JSON. */
export const FILLER = '\u0001';
