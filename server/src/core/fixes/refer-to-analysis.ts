import { isAnalysisName, kindsNamedIn } from '../accountability/evidence/kinds.js';
import { isInTestFolder, isOfOthers, isTemplateName } from '../accountability/evidence/target.js';
import { folderOf, relativePath } from '../accountability/paths.js';
import type { AnalysisKind } from '../accountability/schema.js';
import type { Finding } from '../checks/finding.js';
import { readTarget } from '../accountability/evidence/read.js';
import { textOf } from '../checks/message.js';
import { analysisNames, kindNamed } from '../checks/verwijzing-onvindbaar.js';
import type { FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, readRecord, recordFor, useCaseIndex } from './record.js';
import type { RecordFile } from './record.js';
import { replaceScalar, setEntry } from './yaml/edit.js';
import type { TextChange } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

const kindsFor: Readonly<Record<string, readonly AnalysisKind[]>> = {
  'dpia-ontbreekt': ['dpia', 'prescan'],
  'iama-ontbreekt': ['iama', 'aiia', 'fria'],
};

/** For a finding about one reference the kind of that reference, else all that can stand in for the missing one. */
function kindsOf({ check, values }: Finding): readonly AnalysisKind[] {
  const missing = kindsFor[check];
  if (missing !== undefined || !aboutReference.has(check)) return missing ?? [];
  const kind = kindNamed(values['soort']);
  return kind === undefined ? [] : [kind];
}

const aboutReference = new Set(['verwijzing-onvindbaar', 'risicoanalyse-concept', 'risicoanalyse-verlopen']);

/** Refers a use case to a risk analysis that lies in the workspace. */
export const referToAnalysis: FixMaker = {
  id: 'refer-to-analysis',
  offer(finding, context) {
    const kinds = kindsOf(finding);
    const { useCase } = finding;
    if (kinds.length === 0 || useCase === undefined) return [];
    const { language } = context.project.settings;
    const now = finding.values['verwijzing'];
    return candidates(kinds, context, now).map(({ path, kind }, index) => ({
      id: this.id,
      title: textOf('fix-verwijs', language, { document: path, soort: analysisNames[kind] }),
      preferred: index === 0,
      edits() {
        const record = recordFor(finding.path, context);
        if (!counts(path, kind, context)) return undefined;
        return editsOf(record, referenceChange(record, useCase, kind, relativePath(folderOf(record.path), path)));
      },
    }));
  },
};

/** Documents whose name says that they are such an analysis, and whose text, where it can be read, does not say otherwise. */
function candidates(
  kinds: readonly AnalysisKind[],
  context: FixContext,
  now: string | undefined,
): { path: string; kind: AnalysisKind }[] {
  const found: { path: string; kind: AnalysisKind }[] = [];
  const { project } = context;
  for (const path of new Set([...project.paths(), ...(project.documentPaths?.() ?? [])])) {
    if (!isAnalysisName(path) || isTemplateName(path) || isOfOthers(path) || isInTestFolder(path)) continue;
    const named = kindsNamedIn(path.slice(path.lastIndexOf('/') + 1));
    const kind = kinds.find((one) => named.includes(one)) ?? (named.length === 0 ? kinds[0] : undefined);
    if (kind === undefined || now?.endsWith(path) === true || !counts(path, kind, context)) continue;
    found.push({ path, kind });
    if (found.length === 5) break;
  }
  return found;
}

/** A text that has not been read counts until it is. */
function counts(path: string, kind: AnalysisKind, context: FixContext): boolean {
  const text = context.text(path) ?? context.project.text(path);
  return text === undefined || readTarget({ kind, written: path, path, document: { state: 'text', text } }).found;
}

function referenceChange(
  record: RecordFile,
  useCase: string,
  kind: AnalysisKind,
  written: string,
): TextChange | undefined {
  const index = useCaseIndex(record, useCase);
  if (record.text === undefined || index === -1) return undefined;
  const at = ['toepassingen', index];
  const analyses = readRecord(record).useCases.find((one) => one.id === useCase)?.data.risicoanalyse;
  const value = scalar(written);
  if (analyses?.[kind] !== undefined)
    return replaceScalar(record.text, [...at, 'risicoanalyse', kind, 'verwijzing'], value);
  if (analyses !== undefined) return setEntry(record.text, [...at, 'risicoanalyse'], kind, `{ verwijzing: ${value} }`);
  return setEntry(record.text, at, 'risicoanalyse', [`${kind}: { verwijzing: ${value} }`]);
}
