/** A pattern with `*` for any run of characters, as a test of the whole string; ignores case when asked. */
export function globTest(pattern: string, ignoreCase = false): (text: string) => boolean {
  if (!pattern.includes('*')) {
    const wanted = ignoreCase ? pattern.toLowerCase() : pattern;
    return (text) => (ignoreCase ? text.toLowerCase() : text) === wanted;
  }
  const source = pattern.split('*').map(escapeRegExp).join('.*');
  const regex = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
  return (text) => regex.test(text);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The longest of what stands between the separators. */
export function longestPart(text: string, separator: string): string {
  return text.split(separator).reduce((best, part) => (part.length > best.length ? part : best), '');
}

/** Looks names up that are exact or end in `*`; the longest pattern that fits wins. */
export class NameTable<T> {
  private readonly exact = new Map<string, T>();
  private readonly patterns: {
    readonly pattern: string;
    readonly test: (text: string) => boolean;
    readonly value: T;
  }[] = [];

  add(pattern: string, value: T): void {
    if (!pattern.includes('*')) {
      if (!this.exact.has(pattern)) this.exact.set(pattern, value);
      return;
    }
    this.patterns.push({ pattern, test: globTest(pattern), value });
    this.patterns.sort((a, b) => b.pattern.length - a.pattern.length);
  }

  /** Without patterns. */
  exactly(name: string): T | undefined {
    return this.exact.get(name);
  }

  get(name: string): T | undefined {
    return this.exact.get(name) ?? this.patterns.find(({ test }) => test(name))?.value;
  }
}
