import type { Reference, UseCase } from '../accountability/accountability.js';
import { evidenceOf } from '../accountability/evidence/read.js';
import type { AnalysisKind } from '../accountability/schema.js';
import { textOf } from '../checks/message.js';
import type { Finding } from '../checks/finding.js';
import { analysisNames } from '../checks/verwijzing-onvindbaar.js';
import type { FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOfAll, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

const kindsFor: Readonly<Record<string, readonly AnalysisKind[]>> = {
  'dpia-ontbreekt': ['dpia', 'prescan'],
  'iama-ontbreekt': ['iama', 'aiia', 'fria'],
};
const most = 2;

/** Uses the analysis of another use case for the same service again; why it holds here too is to be filled in. */
export const reuseAnalysis: FixMaker = {
  id: 'reuse-analysis',
  offer(finding, context) {
    const { useCase } = finding;
    if (useCase === undefined) return [];
    return known(finding, useCase, context).map(({ owner, reference }) => ({
      id: this.id,
      title: textOf('fix-hergebruik', context.project.settings.language, {
        soort: analysisNames[reference.kind],
        naam: owner.id,
      }),
      preferred: false,
      edits() {
        const record = recordFor(finding.path, context);
        const index = useCaseIndex(record, useCase);
        if (index === -1) return undefined;
        const at = ['toepassingen', index, 'risicoanalyse', reference.kind];
        return editsOfAll(record, [
          (text) => putValue(text, [...at, 'verwijzing'], scalar(reference.written)),
          (text) => putValue(text, [...at, 'hergebruik', 'van'], scalar(owner.id)),
          (text) => putValue(text, [...at, 'hergebruik', 'reden'], scalar(textOf('invullen-hergebruik', 'nl'))),
        ]);
      },
    }));
  },
};

/** Analyses of use cases in the same file that share an endpoint with this one. */
function known(finding: Finding, id: string, { project }: FixContext): { owner: UseCase; reference: Reference }[] {
  const kinds = kindsFor[finding.check] ?? [];
  const { accountability } = project;
  const useCases = accountability.governing(finding.path)?.file.useCases ?? [];
  const ours = useCases.find((one) => one.id === id);
  const own = new Set(ours?.data.endpoints);
  // Put there already: only the reason is still to be filled in.
  const isThere = (one: Reference, owner: UseCase): boolean =>
    ours?.references.some(
      ({ kind, written, data }) => kind === one.kind && written === one.written && data.hergebruik?.van === owner.id,
    ) === true;
  return useCases
    .filter((owner) => owner.id !== id && (owner.data.endpoints ?? []).some((endpoint) => own.has(endpoint)))
    .flatMap((owner) =>
      owner.references
        .filter((one) => kinds.includes(one.kind) && evidenceOf(one, accountability)?.found === true)
        .filter((one) => !isThere(one, owner))
        .map((reference) => ({ owner, reference })),
    )
    .slice(0, most);
}
