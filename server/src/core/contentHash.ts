const prime = 0x100000001b3n;
const basis = 0xcbf29ce484222325n;

/** FNV-1a, 64 bits: the same everywhere, also where no cryptography is at hand. Nothing secret depends on it. */
export function contentHash(text: string): string {
  let value = basis;
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * prime);
  return value.toString(16).padStart(16, '0');
}

/** Marks equal contents of one list apart by their number, so that one more of the same is not taken for a known one. */
export function numbered(contents: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return contents.map((content) => {
    const number = (seen.get(content) ?? 0) + 1;
    seen.set(content, number);
    return `${contentHash(content)}:${String(number)}`;
  });
}
