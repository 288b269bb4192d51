import { folderOf } from '../accountability/paths.js';
import type { AnalysisKind } from '../accountability/schema.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import type { FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, readRecord, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

const starts: Readonly<Record<string, AnalysisKind>> = { 'dpia-ontbreekt': 'prescan', 'iama-ontbreekt': 'iama' };

/**
 * Starts a pre-scan DPIA or IAMA: a short text with the subjects of the form and where the form is. Its status is concept,
 * so the finding changes and stays until the analysis is there.
 */
export const startAnalysis: FixMaker = {
  id: 'start-analysis',
  offer(finding, context) {
    const kind = starts[finding.check];
    const { useCase } = finding;
    if (kind === undefined || useCase === undefined) return [];
    return [
      {
        id: this.id,
        title: textOf(`fix-start-${kind}`, context.project.settings.language, { naam: useCase }),
        preferred: false,
        edits: () => editsFor(finding, useCase, kind, context),
      },
    ];
  },
};

function editsFor(finding: Finding, useCase: string, kind: AnalysisKind, context: FixContext) {
  const record = recordFor(finding.path, context);
  const index = useCaseIndex(record, useCase);
  if (record.text === undefined || index === -1) return undefined;
  const data = readRecord(record).useCases.find((one) => one.id === useCase)?.data;
  const folder = folderOf(record.path);
  const name = freePath(folder, `docs/${kind}-${useCase}`, context);
  const at = ['toepassingen', index, 'risicoanalyse', kind, 'verwijzing'];
  const reference = editsOf(record, putValue(record.text, at, scalar(name)));
  if (reference === undefined) return undefined;
  const values = { toepassing: useCase, doel: data?.doel ?? '', datum: context.project.settings.today };
  const path = folder === '' ? name : `${folder}/${name}`;
  return [{ path, newText: `${textOf(`start-${kind}`, 'nl', values).trimEnd()}\n` }, ...reference];
}

/** Relative to the folder of the record; a file that is there is left alone. */
function freePath(folder: string, base: string, context: FixContext): string {
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.md`;
    const path = folder === '' ? name : `${folder}/${name}`;
    if (context.text(path) === undefined) return name;
  }
}
