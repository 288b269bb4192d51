import picomatch from 'picomatch';
import type { AccountabilityFile, UseCase } from './accountability.js';
import { folderOf, relativeTo } from './paths.js';

/** `./src/` and `src` both claim all of `src`. */
export function normalPattern(written: string): string {
  const pattern = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (pattern === '.' || pattern === '') return '**';
  return pattern.endsWith('/') ? `${pattern}**` : pattern;
}

/**
 * The use case that covers a path by its `paden`. Of several the most specific pattern wins: the one that writes out most
 * of the path.
 */
export function coveringUseCase(file: AccountabilityFile, path: string): UseCase | undefined {
  const relative = relativeTo(folderOf(file.path), path);
  let best: { useCase: UseCase; weight: number } | undefined;
  for (const useCase of file.useCases) {
    for (const written of useCase.data.paden ?? []) {
      const pattern = normalPattern(written);
      if (!matches(pattern, relative)) continue;
      const weight = weightOf(pattern);
      if (best === undefined || weight > best.weight) best = { useCase, weight };
    }
  }
  return best?.useCase;
}

function matches(pattern: string, path: string): boolean {
  if (path === pattern || path.startsWith(`${pattern}/`)) return true;
  return matcherOf(pattern)(path);
}

const matchers = new Map<string, (path: string) => boolean>();

function matcherOf(pattern: string): (path: string) => boolean {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    if (matchers.size > 1000) matchers.clear();
    // No extended globs: nested ones make regular expressions that can take exponential time.
    matcher = picomatch(pattern, { dot: true, noextglob: true, windows: false });
    matchers.set(pattern, matcher);
  }
  return matcher;
}

/** Letters written out before the first wildcard count most, then those after it. */
function weightOf(pattern: string): number {
  const wild = pattern.search(/[*?[{]/);
  if (wild === -1) return 1e6 + pattern.length;
  return wild * 1000 + pattern.replace(/[*?[\]{}]/g, '').length;
}
