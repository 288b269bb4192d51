import { isAccountabilityPath } from '../accountability/paths.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { checkIds } from '../checks/rules.js';
import type { Fix, FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { nearest } from './correct/nearest.js';
import { editsOf, readRecord, recordFor } from './record.js';
import { someTimeAfter } from './suppress-finding.js';
import { putValue } from './yaml/edit.js';

type Offer = readonly [title: string, values: Readonly<Record<string, string>>, change: Change];

/** Of the words behind the directive: what to put in the place of which part; an empty match inserts. */
interface Change {
  readonly at: RegExp;
  readonly newText: string;
}

const words = /ai-verantwoording-negeer:[ \t]*([^\r\n]*?)[ \t]*(?:\*+\/|--+>|$)/;

/** Completes a comment or exception that suppresses: another date, a reason to be filled in, a check that exists. */
export const correctSuppression: FixMaker = {
  id: 'correct-suppression',
  offer(finding, context) {
    if (finding.check !== 'negeren-ongeldig') return [];
    if (isAccountabilityPath(finding.path)) return ofException(finding, context);
    const { language, today } = context.project.settings;
    return offersFor(finding, someTimeAfter(today)).map(([title, values, change]) => ({
      id: 'correct-suppression',
      title: textOf(title, language, values),
      preferred: false,
      edits() {
        const line = finding.range.start.line;
        const written = context.text(finding.path)?.split('\n')[line]?.replace(/\r$/, '');
        const found = written === undefined ? null : words.exec(written);
        const part = found === null ? null : change.at.exec(found[1] ?? '');
        if (found === null || part === null) return undefined;
        const start = found.index + found[0].indexOf(found[1] ?? '', found[0].indexOf(':') + 1) + part.index;
        const range = { start: { line, character: start }, end: { line, character: start + part[0].length } };
        // `--` may not stand in an XML comment.
        const newText = written?.includes('<!--') === true ? change.newText.replace('--', '–') : change.newText;
        return [{ path: finding.path, range, newText }];
      },
    }));
  },
};

function offersFor({ variant, values }: Finding, datum: string): readonly Offer[] {
  const until: Offer = ['fix-tot', { datum }, { at: /(?<=\btot\s+)\S+/, newText: datum }];
  switch (variant) {
    case 'verlopen':
    case 'datum-ongeldig':
      return [until];
    case 'datum-ontbreekt':
      return [['fix-tot', { datum }, { at: /(?<=^\S+)(?!\S)(?:\s+tot\b)?/, newText: ` tot ${datum}` }]];
    case 'reden-ontbreekt':
      return [['fix-reden', {}, { at: /\s*(?:--|–|—)?\s*$/, newText: ` -- ${textOf('invullen-reden', 'nl')}` }]];
    case 'onbekende-controle':
      return nearest(values['controle'] ?? '', checkIds()).map((waarde) => [
        'fix-wordt',
        { waarde },
        { at: /^\S+/, newText: waarde },
      ]);
    default:
      return [];
  }
}

/** An exception whose date has passed, in the accountability file. */
function ofException(finding: Finding, context: FixContext): readonly Fix[] {
  const { language, today } = context.project.settings;
  const datum = someTimeAfter(today);
  const edits = () => {
    const record = recordFor(finding.path, context);
    const index = readRecord(record).data.uitzonderingen?.findIndex(
      (one) => one.controle === finding.values['controle'] && one['geldig-tot'] === finding.values['datum'],
    );
    if (record.text === undefined || index === undefined || index === -1) return undefined;
    return editsOf(record, putValue(record.text, ['uitzonderingen', index, 'geldig-tot'], datum));
  };
  if (edits() === undefined) return [];
  return [{ id: 'correct-suppression', title: textOf('fix-tot', language, { datum }), preferred: false, edits }];
}
