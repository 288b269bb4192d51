import { lineEndOf } from '../textEdits.js';
import type { Account } from './account.js';
import { steps, type Step } from './steps.js';

export const documentPath = 'docs/ai-verantwoording.md';

/** Markers that do not come in pairs: what lies between them cannot be told from what people wrote. */
export class BrokenMarkers extends Error {
  /** `line` counts from 1. */
  constructor(
    readonly key: string,
    readonly line: number,
  ) {
    super(`markers of ${key} at line ${String(line)}`);
  }
}

const begin = (key: string): string =>
  `<!-- handreiking:begin ${key} | "handreiking verantwoording" vernieuwt dit deel; schrijf uw eigen tekst erbuiten -->`;
const end = (key: string): string => `<!-- handreiking:eind ${key} -->`;

/**
 * The document, made or refreshed. Only what stands between a pair of markers is replaced. A step without markers gets
 * its part below its heading, and a step without a heading is added at the end.
 */
export function accountDocument(account: Account, existing: string | undefined): string {
  const eol = lineEndOf(existing ?? '');
  const lines = existing === undefined ? ['# Verantwoording van generatieve AI', ''] : existing.split(/\r?\n/);
  for (const step of steps) refresh(lines, step, [begin(step.key), '', ...step.lines(account), '', end(step.key)]);
  return `${lines.join(eol).trimEnd()}${eol}`;
}

function refresh(lines: string[], step: Step, part: readonly string[]): void {
  const pair = markersOf(lines, step.key);
  if (pair) {
    lines.splice(pair.begin, pair.end - pair.begin + 1, ...part);
    return;
  }
  const heading = headingOf(lines, step.heading);
  if (heading !== undefined) {
    lines.splice(heading + 1, 0, '', ...part);
    return;
  }
  while (lines.at(-1)?.trim() === '') lines.pop();
  lines.push('', `## ${step.title}`, '', ...part, '');
}

function markersOf(lines: readonly string[], key: string): { begin: number; end: number } | undefined {
  const found = lines.flatMap((line, at) => {
    const marker = /^\s*<!--\s*handreiking:(begin|eind)\s+([a-z]+)\b/.exec(line);
    return marker?.[2] === key ? [{ at, kind: marker[1] }] : [];
  });
  const [first, second, ...more] = found;
  if (first === undefined) return undefined;
  if (first.kind !== 'begin' || second?.kind !== 'eind' || more.length > 0) throw new BrokenMarkers(key, first.at + 1);
  return { begin: first.at, end: second.at };
}

/** The line of a heading, which in a block of code is none. */
function headingOf(lines: readonly string[], wanted: RegExp): number | undefined {
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined && /^#{2,6}\s/.test(line) && wanted.test(line)) return at;
  }
  return undefined;
}
