import { textOf } from '../checks/message.js';
import { citizenNumberIn } from '../checks/prompt/personalData.js';
import { compare, lineStartsOf, positionAt, rangeOf } from '../place.js';
import type { FixMaker } from './fixMaker.js';

/** Puts a word in the place of a number that can be a BSN. */
export const hideCitizenNumber: FixMaker = {
  id: 'hide-citizen-number',
  offer(finding, context) {
    if (finding.check !== 'persoonsgegevens-in-prompt' || finding.variant !== 'bsn-getal') return [];
    return [
      {
        id: this.id,
        title: textOf('fix-bsn', context.project.settings.language),
        preferred: true,
        edits() {
          const text = context.text(finding.path);
          const facts = context.project.facts(finding.path);
          const span = facts?.strings.find(
            (one) => compare(positionAt(facts.lineStarts, one.span.start), finding.range.start) === 0,
          )?.span;
          const found =
            text === undefined || span === undefined ? undefined : citizenNumberIn(text.slice(span.start, span.end));
          if (text === undefined || span === undefined || found === undefined) return undefined;
          const range = rangeOf(lineStartsOf(text), { start: span.start + found.start, end: span.start + found.end });
          return [{ path: finding.path, range, newText: '[bsn]' }];
        },
      },
    ];
  },
};
