/** Those of `known` that look most like a word, best first. Of a few all are shown, of many only what looks alike. */
export function nearest(word: string, known: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  return known
    .map((one) => ({ one, distance: distance(wanted, one.toLowerCase()) }))
    .filter(
      ({ one, distance }) => known.length <= most || distance <= Math.max(2, Math.min(word.length, one.length) / 2),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ one }) => one);
}

/** How many letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
  }
  return row[b.length] as number;
}
