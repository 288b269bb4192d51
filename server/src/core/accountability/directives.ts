import { positionAt } from '../place.js';
import type { Range } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import { linesNamedFrom } from '../syntax/namedLines.js';

/** `ai-verantwoording: <id>` in a comment: the next line, or the whole file, belongs to that use case. */
export interface Tie {
  readonly useCase: string;
  readonly reach: Reach;
  readonly range: Range;
}

/** `ai-verantwoording-negeer: <check> tot <date> -- <reason>` as written; what is missing is undefined. */
export interface Suppression {
  readonly check: string | undefined;
  readonly until: string | undefined;
  readonly reason: string | undefined;
  readonly reach: Reach;
  readonly range: Range;
}

/** A whole file, or lines (from 0): the one below, and those that name what begins there. */
export type Reach = 'file' | readonly number[];

export function reaches(reach: Reach, line: number): boolean {
  return reach !== 'file' && reach.includes(line);
}

export interface Directives {
  readonly ties: readonly Tie[];
  readonly suppressions: readonly Suppression[];
}

const tiePattern = /^[\s*]*ai-verantwoording:\s*([A-Za-z0-9.-]+)\s*$/;
const suppressionPattern = /^[\s*]*ai-verantwoording-negeer:\s*(.*?)\s*$/;
// A directive begins behind the marks of its comment or before them; one that is indented further is inside something.
const widestMark = 2;
// An XML comment cannot hold `--`, so a dash does as well.
const reasonMark = /(?:^|\s)(?:--|–|—)(?:\s|$)/;

export function directivesOf(facts: FileFacts): Directives {
  const ties: Tie[] = [];
  const suppressions: Suppression[] = [];
  if (facts.directives.length === 0) return { ties, suppressions };

  const lines = linesOf(facts);
  const taken = new Set(lines.map(({ range }) => range.start.line));
  const firstFact = firstFactOf(facts);
  for (const { text, range, start } of lines) {
    const tie = tiePattern.exec(text);
    const suppression = tie === null ? suppressionPattern.exec(text) : null;
    if (tie === null && suppression === null) continue;
    const reach: Reach =
      range.start.character <= widestMark && start < firstFact
        ? 'file'
        : linesNamedFrom(facts, lineBelow(range.end.line, taken));
    if (tie !== null) ties.push({ useCase: tie[1] as string, reach, range });
    else suppressions.push({ ...partsOf(suppression?.[1] ?? ''), reach, range });
  }
  return { ties, suppressions };
}

function partsOf(body: string): Pick<Suppression, 'check' | 'until' | 'reason'> {
  const mark = reasonMark.exec(body);
  const words = body.slice(0, mark?.index).trim().split(/\s+/);
  const to = words.indexOf('tot');
  return {
    check: to === 0 ? undefined : words[0] || undefined,
    until: to === -1 ? undefined : words[to + 1],
    reason: mark === null ? undefined : body.slice(mark.index + mark[0].length).trim() || undefined,
  };
}

/** A comment over several lines is a directive for each of its lines. */
function linesOf(facts: FileFacts): { text: string; range: Range; start: number }[] {
  return facts.directives.flatMap(({ text, span }) => {
    const end = positionAt(facts.lineStarts, span.end);
    const start = positionAt(facts.lineStarts, span.start);
    if (start.line === end.line) return [{ text, range: { start, end }, start: span.start }];
    const first = start.line;
    return text.split(/\r?\n/).map((line, index) => ({
      text: line,
      range: { start: { line: Math.min(first + index, end.line), character: start.character }, end },
      start: span.start,
    }));
  });
}

/** Directives may stand under one another; they all reach the first line below. */
function lineBelow(line: number, taken: ReadonlySet<number>): number {
  let below = line + 1;
  while (taken.has(below)) below++;
  return below;
}

/** Where the file begins to do something: a directive before that is for the whole file. */
function firstFactOf(facts: FileFacts): number {
  const lists = [
    facts.imports,
    facts.calls,
    facts.bindings,
    facts.strings,
    facts.dependencies,
    facts.environment,
    facts.resources,
  ];
  const starts = lists.flatMap((list) => list.map((fact) => fact.span.start));
  for (const setting of facts.settings) starts.push(setting.keySpan.start);
  return starts.reduce((first, start) => Math.min(first, start), Number.POSITIVE_INFINITY);
}
