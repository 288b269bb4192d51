import { folderOf, resolvePath } from '../accountability/paths.js';
import type { AnalysisKind } from '../accountability/schema.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { kindNamed } from '../checks/verwijzing-onvindbaar.js';
import { lineStartsOf, rangeOf } from '../place.js';
import type { FileEdit, FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, readRecord, recordFor, useCaseIndex } from './record.js';
import type { RecordFile } from './record.js';
import { putValue } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

const starts: Readonly<Record<string, AnalysisKind>> = { 'dpia-ontbreekt': 'prescan', 'iama-ontbreekt': 'iama' };

/** A Markdown file that a reference names and that is not there, or has nothing in it, can be started as it is named. */
function atReference({ check, variant, values }: Finding): { start: AnalysisKind; name: string } | undefined {
  const kind = kindNamed(values['soort']);
  const name = values['verwijzing'] ?? '';
  if (check !== 'verwijzing-onvindbaar' || !(variant === 'bestand' || variant === 'leeg')) return undefined;
  if (!/^(?![a-z]+:)[^#?]+\.(?:md|markdown)$/i.test(name)) return undefined;
  if (kind === 'iama') return { start: 'iama', name };
  return kind === 'dpia' || kind === 'prescan' ? { start: 'prescan', name } : undefined;
}

/**
 * Starts a pre-scan DPIA or IAMA: a short text with the subjects of the form and where the form is. Its status is concept,
 * so the finding changes and stays until the analysis is there.
 */
export const startAnalysis: FixMaker = {
  id: 'start-analysis',
  offer(finding, context) {
    const named = atReference(finding);
    const kind = named?.start ?? starts[finding.check];
    const { useCase } = finding;
    if (kind === undefined || useCase === undefined) return [];
    return [
      {
        id: this.id,
        title: textOf(`fix-start-${kind}`, context.project.settings.language, { naam: useCase }),
        preferred: named !== undefined,
        edits: () =>
          named === undefined
            ? editsFor(finding, useCase, kind, context)
            : editsAt(finding, useCase, { kind, name: named.name }, context),
      },
    ];
  },
};

function editsAt(
  finding: Finding,
  useCase: string,
  { kind, name }: { readonly kind: AnalysisKind; readonly name: string },
  context: FixContext,
): FileEdit[] | undefined {
  const record = recordFor(finding.path, context);
  const path = resolvePath(folderOf(record.path), name);
  if (path === undefined) return undefined;
  const there = context.text(path);
  if (there !== undefined && there.trim() !== '') return undefined;
  const newText = startOf(kind, useCase, record, context);
  return there === undefined
    ? [{ path, newText }]
    : [{ path, range: rangeOf(lineStartsOf(there), { start: 0, end: there.length }), newText }];
}

function startOf(kind: AnalysisKind, useCase: string, record: RecordFile, context: FixContext): string {
  const doel = readRecord(record).useCases.find((one) => one.id === useCase)?.data.doel ?? '';
  const values = { toepassing: useCase, doel, datum: context.project.settings.today };
  return `${textOf(`start-${kind}`, 'nl', values).trimEnd()}\n`;
}

function editsFor(finding: Finding, useCase: string, kind: AnalysisKind, context: FixContext) {
  const record = recordFor(finding.path, context);
  const index = useCaseIndex(record, useCase);
  if (record.text === undefined || index === -1) return undefined;
  const folder = folderOf(record.path);
  const name = freePath(folder, `docs/${kind}-${useCase}`, context);
  const at = ['toepassingen', index, 'risicoanalyse', kind, 'verwijzing'];
  const reference = editsOf(record, putValue(record.text, at, scalar(name)));
  if (reference === undefined) return undefined;
  const path = folder === '' ? name : `${folder}/${name}`;
  return [{ path, newText: startOf(kind, useCase, record, context) }, ...reference];
}

/** Relative to the folder of the record; a file that is there is left alone. */
function freePath(folder: string, base: string, context: FixContext): string {
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.md`;
    const path = folder === '' ? name : `${folder}/${name}`;
    if (context.text(path) === undefined) return name;
  }
}
