/** A part that two texts share. */
export interface SharedPart {
  readonly before: number;
  readonly now: number;
  readonly length: number;
}

/** Text that is looked for behind a change, to find where the two go on alike; in characters. */
const PROBE = 160;
/** How far behind a change it is looked for. */
const NEAR = 4000;
/** How many line starts are tried, and how many changes are told apart. */
const MAX_LINES = 6;
const MAX_CHANGES = 8;

/** What two versions of a text share: their start, their end, and what lies between changes at several places. */
export function sharedParts(before: string, now: string): SharedPart[] {
  const head = commonStart(before, 0, now, 0, Math.min(before.length, now.length));
  const tail = commonEnd(before, now, Math.min(before.length, now.length) - head);
  const parts: SharedPart[] = [{ before: 0, now: 0, length: head }];
  const [endBefore, endNow] = [before.length - tail, now.length - tail];
  let at: Pick<SharedPart, 'before' | 'now'> | undefined = { before: head, now: head };
  for (let change = 0; change < MAX_CHANGES; change++) {
    at = goesOn(before.slice(0, endBefore), at.before, now.slice(0, endNow), at.now);
    if (!at) break;
    const length = commonStart(before, at.before, now, at.now, Math.min(endBefore - at.before, endNow - at.now));
    parts.push({ ...at, length });
    at = { before: at.before + length, now: at.now + length };
  }
  parts.push({ before: endBefore, now: endNow, length: tail });
  return parts;
}

/** Where the texts go on alike, at the start of a line. */
function goesOn(before: string, from: number, now: string, to: number): { before: number; now: number } | undefined {
  const around = now.slice(to, to + NEAR);
  let line = from;
  for (let tries = 0; tries < MAX_LINES; tries++) {
    line = before.indexOf('\n', line) + 1;
    if (line === 0 || line + PROBE > before.length) return undefined;
    const found = around.indexOf(before.slice(line, line + PROBE));
    if (found !== -1) return { before: line, now: to + found };
  }
  return undefined;
}

/** In characters: compared at once, which is many times faster than one by one. */
const STRIDE = 1024;

function commonStart(a: string, fromA: number, b: string, fromB: number, most: number): number {
  let at = 0;
  while (at + STRIDE <= most && a.slice(fromA + at, fromA + at + STRIDE) === b.slice(fromB + at, fromB + at + STRIDE))
    at += STRIDE;
  while (at < most && a.charCodeAt(fromA + at) === b.charCodeAt(fromB + at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  let at = 0;
  while (
    at + STRIDE <= most &&
    a.slice(a.length - at - STRIDE, a.length - at) === b.slice(b.length - at - STRIDE, b.length - at)
  )
    at += STRIDE;
  while (at < most && a.charCodeAt(a.length - at - 1) === b.charCodeAt(b.length - at - 1)) at++;
  return at;
}
