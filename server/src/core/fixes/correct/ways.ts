import { kindsNamedIn } from '../../accountability/evidence/kinds.js';
import { folderOf, relativePath } from '../../accountability/paths.js';
import { analysisKinds } from '../../accountability/schema.js';
import type { Finding } from '../../checks/finding.js';
import { textOf } from '../../checks/message.js';
import { checkIds } from '../../checks/rules.js';
import type { FixContext } from '../fix.js';
import { freeId, readRecord, recordFor } from '../record.js';
import { appendItem, putValue } from '../yaml/edit.js';
import type { TextChange } from '../yaml/edit.js';
import { pathAt } from '../yaml/pathAt.js';
import { scalar } from '../yaml/scalar.js';
import { nearest } from './nearest.js';

/** A way to mend a mistake: the title with its values, and the change to the text. */
export type Way = readonly [title: string, values: Readonly<Record<string, string>>, change: TextChange | undefined];

/** The mistake as it stands in the text. */
export interface Mistake {
  readonly finding: Finding;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly context: FixContext;
}

/** What can be done about a mistake, best first; a way without a change does not fit this text. */
export function waysFor(mistake: Mistake): readonly Way[] {
  const { finding, text, start, end, context } = mistake;
  const { waarde = '', sleutel = '', verwacht = '' } = finding.values;
  const choices = verwacht.split(', ').filter((one) => one !== '');
  const replaced = (newText: string): TextChange => ({ start, end, newText });
  const become = (values: readonly string[], written = scalar): Way[] =>
    values.map((one) => ['fix-wordt', { waarde: one }, replaced(written(one))]);
  switch (finding.variant) {
    case 'onbekende-sleutel':
      return become(nearest(sleutel, choices));
    case 'een-van':
      return become(choices.slice(0, 5), (one) => (/^\d+$/.test(one) ? one : scalar(one)));
    case 'onbekend-endpoint':
      return [...become(nearest(waarde, choices)), recordingOf(waarde, text)];
    case 'geen-endpoints':
      return [recordingOf(waarde, text)];
    case 'onbekende-toepassing':
      return become(nearest(waarde, idsIn(finding.path, context)));
    case 'onbekende-controle': {
      // The finding stands at the start of the exception.
      const at = text.indexOf(waarde, start);
      return at === -1
        ? []
        : nearest(waarde, checkIds()).map((one) => [
            'fix-wordt',
            { waarde: one },
            { start: at, end: at + waarde.length, newText: one },
          ]);
    }
    case 'verwacht-datum':
      return become([isoDate(waarde) ?? context.project.settings.today], String);
    case 'verwacht-id':
      return become([freeId(waarde, [])]);
    case 'dubbel':
      return become([freeId(waarde, [waarde])]);
    case 'verwacht-pad':
      return become([waarde.replace(/^(?:\.?\/)+/, '')]);
    case 'verwacht-adres':
      return become([waarde.replace(/\s+/g, '').replace(/^(https?)[:/]+/i, '$1://')]);
    case 'verwacht-tekst':
      return become([waarde], (one) => `'${one.replaceAll("'", "''")}'`);
    case 'verwacht-sleutels': {
      const nested = nestedIn(sleutel, waarde);
      return nested === undefined ? [] : [['fix-wordt', { waarde: nested }, replaced(nested)]];
    }
    case 'verwacht-lijst':
      return [['fix-lijst', { waarde }, replaced(`[${text.slice(start, end)}]`)]];
    case 'leeg':
      return [['fix-leeg', { sleutel }, replaced(`${start === end ? ' ' : ''}${noteFor(sleutel)}`)]];
    case 'sleutel-ontbreekt':
      return [
        ['fix-sleutel-erbij', { sleutel }, putValue(text, [...pathAt(text, start), sleutel], firstValueOf(sleutel))],
      ];
    case 'url-of-variabele':
      return [
        [
          'fix-sleutel-erbij',
          { sleutel: 'variabele' },
          putValue(text, [...pathAt(text, start), 'variabele'], noteFor('variabele')),
        ],
      ];
    case 'dubbele-sleutel':
      return [['fix-weg', { sleutel }, lineOf(text, start)]];
    case 'zelfde-pad':
      return [['fix-weg', { sleutel: waarde }, itemAt(text, start, end)]];
    case 'geen-yaml':
      return [['fix-tabs', {}, tabsOf(text)]];
    case 'erft-van-ontbreekt':
      return become(
        nearest(
          waarde,
          [...context.project.accountability.files.keys()]
            .filter((one) => one !== finding.path)
            .map((one) => relativePath(folderOf(finding.path), one)),
        ),
      );
    default:
      return [];
  }
}

/** A new endpoint under a name that a use case mentions already. */
function recordingOf(id: string, text: string): Way {
  const lines = [
    `id: ${scalar(id)}`,
    `variabele: ${noteFor('variabele')}`,
    'grondslag: contract',
    'contract:',
    `  kenmerk: ${scalar(textOf('invullen-kenmerk', 'nl'))}`,
  ];
  return ['fix-leg-contract-vast', { endpoint: id }, appendItem(text, ['endpoints'], lines)];
}

function firstValueOf(key: string): string {
  if (key === 'versie') return '1';
  if (key === 'grondslag') return 'contract';
  return key === 'id' ? 'nieuw' : noteFor(key);
}

function noteFor(key: string): string {
  return scalar(`INVULLEN: ${key}`);
}

/** A path where keys belong that say what it is a path to. */
function nestedIn(key: string, value: string): string | undefined {
  if (value === '') return undefined;
  const reference = `{ verwijzing: ${scalar(value)} }`;
  if (key === 'risicoanalyse') return `{ ${kindsNamedIn(value)[0] ?? 'dpia'}: ${reference} }`;
  if (key === 'contract') return `{ kenmerk: ${scalar(value)} }`;
  return analysisKinds.some((kind) => kind === key) ? reference : undefined;
}

/** `31-12-2027`, `31/12/2027`, `2027/12/31` and a date with a time, as `2027-12-31`. */
function isoDate(written: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written.trim()) ?? [];
  const [, y, m, d] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})/.exec(written.trim()) ?? [];
  const parts = year !== undefined ? [year, month, day] : y === undefined ? undefined : [y, m, d];
  const iso = parts?.map((part) => part?.padStart(2, '0')).join('-');
  return iso !== undefined && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

function lineOf(text: string, offset: number): TextChange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end === -1 ? text.length : end + 1, newText: '' };
}

/** An item of a list between brackets, with its comma, or the line that it has to itself. */
function itemAt(text: string, start: number, end: number): TextChange {
  const alone = /(?:\r?\n[ \t]*[\w-]+:[ \t]*)?\r?\n[ \t]*-[ \t]*$/.exec(text.slice(0, start))?.[0];
  if (alone !== undefined) {
    const line = lineOf(text, start);
    // The last item takes its key along.
    const hasMore = !/:[ \t]*\r?\n/.test(alone) || /^[ \t]*-[ \t]/.test(text.slice(line.end));
    return hasMore ? line : { ...line, start: start - alone.length + (alone.startsWith('\r') ? 2 : 1) };
  }
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { start: start - before, end: end + after, newText: '' };
}

/** YAML takes no tab as indentation. */
function tabsOf(text: string): TextChange | undefined {
  const newText = text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  '));
  return newText === text ? undefined : { start: 0, end: text.length, newText };
}

export function idsIn(path: string, context: FixContext): string[] {
  return readRecord(recordFor(path, context)).useCases.map(({ id }) => id);
}
