import { patternsFor } from './services.js';

/** A file in which generative AI is used. */
export interface FoundFile {
  readonly path: string;
  readonly endpoints: readonly string[];
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

export interface Part {
  readonly files: readonly FoundFile[];
  readonly patterns: readonly string[];
  /** What tells this part from the largest one of the service. */
  readonly suffix?: string;
}

/**
 * Parts of one service that go to different endpoints. Endpoints that one file uses together are one part; files that
 * name no endpoint of their own belong to the largest part.
 */
export function splitByEndpoint(service: string, files: readonly FoundFile[], all: readonly FoundFile[]): Part[] {
  const parts = new Map<string, FoundFile[]>();
  const partOf = joined(files.map(({ endpoints }) => endpoints));
  for (const file of files) {
    const [first] = file.endpoints;
    if (first === undefined) continue;
    const key = partOf(first);
    parts.set(key, [...(parts.get(key) ?? []), file]);
  }
  const bare = files.filter(({ endpoints }) => endpoints.length === 0);
  const [[, largest] = ['', []], ...rest] = [...parts].sort(([, a], [, b]) => b.length - a.length);
  return [[...largest, ...bare], ...rest.map(([, part]) => part)].map((part, at) => {
    const paths = part.map(({ path }) => path);
    const others = all.map(({ path }) => path).filter((path) => !paths.includes(path));
    // A narrower pattern goes before a wider one, so the largest part can take the whole service.
    const claimed =
      at === 0 && service !== '' ? others.filter((path) => !files.some((file) => file.path === path)) : others;
    const patterns = patternsFor(service, paths, claimed);
    const suffix = at === 0 ? undefined : part[0]?.endpoints[0];
    return { files: part, patterns, ...(suffix !== undefined && { suffix }) };
  });
}

/** Puts words that stand together in any list under one name. */
function joined(lists: readonly (readonly string[])[]): (word: string) => string {
  const above = new Map<string, string>();
  const top = (word: string): string => {
    const next = above.get(word);
    return next === undefined ? word : top(next);
  };
  for (const [first, ...others] of lists) {
    if (first === undefined) continue;
    for (const other of others) if (top(other) !== top(first)) above.set(top(other), top(first));
  }
  return top;
}
