import { directivesOf } from '../accountability/directives.js';
import { isAccountabilityPath } from '../accountability/paths.js';
import { readAccountabilityFile } from '../accountability/read.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { lineStartsOf, offsetAt, rangeOf } from '../place.js';
import { nearest } from './correct/nearest.js';
import { idsIn, waysFor, type Way } from './correct/ways.js';
import type { Fix, FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import type { TextChange } from './yaml/edit.js';

/**
 * Mends a mistake in the accountability file where the message can tell what belongs there. What does not make the file
 * better as a whole is not offered.
 */
export const correctRecord: FixMaker = {
  id: 'correct-record',
  offer(finding, context) {
    if (finding.check !== 'ai-verantwoording-ongeldig') return [];
    if (!isAccountabilityPath(finding.path)) return ofTie(finding, context);
    const { language } = context.project.settings;
    const waysNow = (): readonly Way[] => {
      const text = context.text(finding.path);
      if (text === undefined) return [];
      const lineStarts = lineStartsOf(text);
      const [start, end] = [offsetAt(lineStarts, finding.range.start), offsetAt(lineStarts, finding.range.end)];
      return waysFor({ finding, text, start, end, context }).filter(([, , change]) =>
        isBetter(finding.path, text, change, finding.variant),
      );
    };
    return waysNow().map(([title, values]): Fix => {
      const shown = textOf(title, language, values);
      return {
        id: this.id,
        title: shown,
        preferred: false,
        edits() {
          const text = context.text(finding.path);
          const change = waysNow().find(([name, given]) => textOf(name, language, given) === shown)?.[2];
          if (text === undefined || change === undefined) return undefined;
          return [{ path: finding.path, range: rangeOf(lineStartsOf(text), change), newText: change.newText }];
        },
      };
    });
  },
};

/** Fewer mistakes than before, not counting what is still to be filled in; broken YAML hides the others. */
function isBetter(path: string, text: string, change: TextChange | undefined, variant: string): boolean {
  if (change === undefined || text.slice(change.start, change.end) === change.newText) return false;
  const after = text.slice(0, change.start) + change.newText + text.slice(change.end);
  const mistakes = (of: string) =>
    readAccountabilityFile(path, of).problems.filter((one) => one.variant !== 'nog-invullen');
  const left = mistakes(after);
  // What only shows beside other files (`onbekend-endpoint`) is no problem of the file as such.
  const isOwn = mistakes(text).some((one) => one.variant === variant);
  if (variant === 'geen-yaml') return !left.some((one) => one.variant === variant);
  return left.length < mistakes(text).length + (isOwn ? 0 : 1);
}

/** A comment in code that names a use case which is not there. */
function ofTie(finding: Finding, context: FixContext): readonly Fix[] {
  const { waarde = '' } = finding.values;
  const { language } = context.project.settings;
  return nearest(waarde, idsIn(finding.path, context)).map((id) => ({
    id: 'correct-record',
    title: textOf('fix-wordt', language, { waarde: id }),
    preferred: false,
    edits() {
      const facts = context.project.facts(finding.path);
      const isThere = facts !== undefined && directivesOf(facts).ties.some(({ useCase }) => useCase === waarde);
      const line = finding.range.start.line;
      const at = context.text(finding.path)?.split('\n')[line]?.lastIndexOf(waarde) ?? -1;
      if (!isThere || at === -1) return undefined;
      const range = { start: { line, character: at }, end: { line, character: at + waarde.length } };
      return [{ path: finding.path, range, newText: id }];
    },
  }));
}
