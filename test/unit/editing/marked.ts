/** A text with its cursor where `|` stands. */
export function marked(text: string): { text: string; offset: number } {
  const offset = text.indexOf('|');
  if (offset === -1) throw new Error('the sample has no cursor');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}
