import type { AnalysisKind } from '../accountability/schema.js';
import { folderOf } from '../accountability/paths.js';
import { isTemplateName } from '../accountability/evidence/target.js';
import { readTarget } from '../accountability/evidence/read.js';
import { textOf } from '../checks/message.js';
import { analysisNames } from '../checks/verwijzing-onvindbaar.js';
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

const names: Readonly<Partial<Record<AnalysisKind, RegExp>>> = {
  prescan: /pre-?scan/i,
  dpia: /(?:^|[^a-z])dpia(?:[^a-z]|$)/i,
  iama: /(?:^|[^a-z])iama(?:[^a-z]|$)/i,
  aiia: /(?:^|[^a-z])aiia(?:[^a-z]|$)/i,
  fria: /(?:^|[^a-z])fri?a(?:ia)?(?:[^a-z]|$)/i,
};

/** Refers a use case to a risk analysis that lies in the workspace. */
export const referToAnalysis: FixMaker = {
  id: 'refer-to-analysis',
  offer(finding, context) {
    const kinds = kindsFor[finding.check];
    const { useCase } = finding;
    if (kinds === undefined || useCase === undefined) return [];
    const { language } = context.project.settings;
    return candidates(kinds, context).map(({ path, kind }, index) => ({
      id: this.id,
      title: textOf('fix-verwijs', language, { document: path, soort: analysisNames[kind] }),
      preferred: index === 0,
      edits() {
        const record = recordFor(finding.path, context);
        return editsOf(record, referenceChange(record, useCase, kind, relativePath(folderOf(record.path), path)));
      },
    }));
  },
};

/** Documents whose name says that they are such an analysis, and whose text, where it can be read, does not say otherwise. */
function candidates(kinds: readonly AnalysisKind[], context: FixContext): { path: string; kind: AnalysisKind }[] {
  const found: { path: string; kind: AnalysisKind }[] = [];
  for (const path of context.project.paths()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!/\.(?:json|pdf|md|docx|odt)$/i.test(name)) continue;
    const kind = kinds.find((one) => names[one]?.test(name));
    if (kind === undefined || isTemplateName(path) || inTestFolder(path)) continue;
    const text = context.text(path) ?? context.project.text(path);
    const evidence =
      text === undefined ? undefined : readTarget({ kind, written: path, path, document: { state: 'text', text } });
    if (evidence === undefined || evidence.found) found.push({ path, kind });
    if (found.length === 5) break;
  }
  return found;
}

function inTestFolder(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|voorbeelden|demo|templates?|sjablonen)\//i.test(path);
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

function relativePath(from: string, to: string): string {
  const base = from === '' ? [] : from.split('/');
  const parts = to.split('/');
  let shared = 0;
  while (shared < base.length && base[shared] === parts[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
