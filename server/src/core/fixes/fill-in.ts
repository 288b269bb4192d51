import { localPathOf } from '../accountability/evidence/target.js';
import { isAccountabilityPath } from '../accountability/paths.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { lineStartsOf, rangeOf } from '../place.js';
import type { FixContext, Shown } from './fix.js';
import type { FixMaker } from './fixMaker.js';

/** What quick fixes and the starts of an analysis leave open. */
const open = /INVULLEN[^'"\r\n]*/g;

/**
 * Brings a person to the words that only they can write, with the note selected, so that typing replaces it: in the
 * accountability file, in a comment, or in the concept of an analysis.
 */
export const fillIn: FixMaker = {
  id: 'fill-in',
  offer(finding, context) {
    const { language } = context.project.settings;
    const isOpen = /^(?:nog-invullen|reden-invullen|half|geen-controle)/.test(finding.variant);
    const shows = isOpen ? placeOf(finding, context) : (documentOf(finding, context) ?? inheritedOf(finding, context));
    if (shows === undefined) return [];
    const title =
      isOpen || !('path' in shows)
        ? textOf('fix-vul-in', language)
        : textOf('fix-ga-naar', language, { plaats: `${shows.path}:${String(shows.range.start.line + 1)}` });
    return [{ id: this.id, title, preferred: false, edits: () => undefined, shows }];
  },
};

/** The first note at or behind the place that the finding is about. */
function placeOf(finding: Finding, context: FixContext): Shown | undefined {
  const about = finding.related.find(({ path }) => isAccountabilityPath(path));
  const { path, range } = isAccountabilityPath(finding.path) || about === undefined ? finding : about;
  const text = context.text(path);
  if (text === undefined) return { path, range };
  const lineStarts = lineStartsOf(text);
  const from = lineStarts[range.start.line] ?? 0;
  const note = [...text.slice(from).matchAll(open)][0];
  if (note === undefined) return { path, range };
  return { path, range: rangeOf(lineStarts, { start: from + note.index, end: from + note.index + note[0].length }) };
}

/** The first mistake in the file that this one inherits from. */
function inheritedOf({ path, variant, values }: Finding, { project }: FixContext): Shown | undefined {
  if (variant !== 'erft-van-ongeldig') return undefined;
  const { accountability } = project;
  const inherits = accountability.files.get(path)?.inherits.find(({ written }) => written === values['waarde']);
  const file = inherits && accountability.foundAt(inherits);
  const mistake = file === undefined ? undefined : accountability.inherited(file)?.problems[0];
  return file === undefined || mistake === undefined ? undefined : { path: file, range: mistake.range };
}

/** Of a concept: what in its text is still open, or else where it says that it is a concept. */
function documentOf(finding: Finding, context: FixContext): Shown | undefined {
  const written = finding.values['verwijzing'];
  if (!finding.check.startsWith('risicoanalyse-') || written === undefined) return undefined;
  const record = finding.related.find(({ path }) => isAccountabilityPath(path))?.path ?? finding.path;
  const path = localPathOf({ written, path: record });
  const text = path === undefined ? undefined : context.text(path);
  if (path === undefined || text === undefined) return undefined;
  const found = new RegExp(open).exec(text) ?? /^.*status.*$/im.exec(text);
  const start = found?.index ?? 0;
  return { path, range: rangeOf(lineStartsOf(text), { start, end: start + (found?.[0].length ?? 0) }) };
}
