import type { FileEdit } from './fixes/fix.js';
import { compare, lineStartsOf, type Position } from './place.js';

/** A text with the edits of one file carried out; they were all made for this text. New lines get its line ends. */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  const lineStarts = lineStartsOf(text);
  const offsetOf = ({ line, character }: Position): number =>
    Math.min((lineStarts[line] ?? text.length) + character, text.length);
  const eol = lineEndOf(text);
  // From the last to the first, so that no edit moves another; of two in one place the later one stays behind.
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => compare(startOf(b.edit), startOf(a.edit)) || b.order - a.order);
  let changed = text;
  for (const { edit } of ordered) {
    const newText = edit.newText.replace(/\r\n|\n/g, eol);
    const [start, end] = edit.range ? [offsetOf(edit.range.start), offsetOf(edit.range.end)] : [0, text.length];
    changed = changed.slice(0, start) + newText + changed.slice(end);
  }
  return changed;
}

/** The line end of a text: Windows' where its first line has that. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

function startOf({ range }: FileEdit): Position {
  return range?.start ?? { line: 0, character: 0 };
}
