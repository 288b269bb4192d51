/** What readers say of the part of a file that they left out, as people read it. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/^too large$/, 'te groot'],
  [/^(?:TOML )?longer than (\d+) characters$/, 'langer dan $1 tekens'],
  [/^nested deeper than (\d+) levels$/, 'dieper genest dan $1 lagen'],
  [/^more than (\d+) elements$/, 'meer dan $1 elementen'],
  [/^not valid (\w+):.*$/s, 'geen geldige $1'],
];

/** A reason that a reader gives, in Dutch; as it is where there is no other text for it. */
export function skipReasonInDutch(reason: string): string {
  const [pattern, text] = dutch.find(([each]) => each.test(reason)) ?? [];
  return pattern && text !== undefined ? reason.replace(pattern, text) : reason;
}
