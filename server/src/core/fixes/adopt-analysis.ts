import { localPathOf } from '../accountability/evidence/target.js';
import { textOf } from '../checks/message.js';
import { kindNamed } from '../checks/verwijzing-onvindbaar.js';
import { lineStartsOf, rangeOf } from '../place.js';
import type { FileEdit } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOfAll, readRecord, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';

/** The line that says that a text is a concept, and the one with its date. */
const statusLine = /^([^\n\w]*status[^\n\w]{1,10})(?:concept|draft)(?=[^\n\w]*$)/im;
const dateLine = /^([^\n]{0,40}\b(?:datum|date)\b[^\n\d]{0,10})\d{4}-\d{2}-\d{2}/im;

/**
 * For whoever has had a concept adopted: puts status and date where the concept says them, in the text itself or at its
 * reference. A text of which half is still open counts as none after this.
 */
export const adoptAnalysis: FixMaker = {
  id: 'adopt-analysis',
  offer(finding, context) {
    const { useCase, values } = finding;
    const kind = kindNamed(values['soort']);
    if (finding.check !== 'risicoanalyse-concept' || finding.variant !== 'concept') return [];
    if (useCase === undefined || kind === undefined) return [];
    const { language, today } = context.project.settings;
    const edits = (): FileEdit[] | undefined => {
      const record = recordFor(finding.path, context);
      const written = readRecord(record)
        .useCases.find((one) => one.id === useCase)
        ?.references.find((one) => one.kind === kind);
      if (written === undefined) return undefined;
      if (written.data.status === 'concept') {
        const at = ['toepassingen', useCaseIndex(record, useCase), 'risicoanalyse', kind];
        return editsOfAll(record, [
          (text) => putValue(text, [...at, 'status'], 'definitief'),
          (text) => putValue(text, [...at, 'datum'], today),
        ]);
      }
      const path = localPathOf(written);
      const text =
        path === undefined || !/\.(?:md|markdown|txt|adoc|rst)$/i.test(path) ? undefined : context.text(path);
      return path === undefined || text === undefined ? undefined : adopted(path, text, today);
    };
    if (edits() === undefined) return [];
    const title = textOf('fix-vastgesteld', language, { soort: values['soort'] ?? '', datum: today });
    return [{ id: this.id, title, preferred: false, edits }];
  },
};

function adopted(path: string, text: string, today: string): FileEdit[] | undefined {
  const status = statusLine.exec(text);
  if (status === null) return undefined;
  const starts = lineStartsOf(text);
  const replace = ({ index, 0: whole, 1: before = '' }: RegExpExecArray, newText: string): FileEdit => ({
    path,
    range: rangeOf(starts, { start: index + before.length, end: index + whole.length }),
    newText,
  });
  const date = dateLine.exec(text);
  return [replace(status, 'definitief'), ...(date === null ? [] : [replace(date, today)])];
}
