import { textOf } from '../checks/message.js';
import { kindNamed } from '../checks/verwijzing-onvindbaar.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, readRecord, recordFor, useCaseIndex } from './record.js';
import { renameKey } from './yaml/edit.js';

/** A document that is of another kind than the key says goes to the key of its own kind, where that is free. */
export const moveReference: FixMaker = {
  id: 'move-reference',
  offer(finding, context) {
    const { useCase, values } = finding;
    const [from, to] = [kindNamed(values['soort']), kindNamed(values['gevonden'])];
    if (finding.check !== 'verwijzing-onvindbaar' || finding.variant !== 'andere-soort') return [];
    if (useCase === undefined || from === undefined || to === undefined) return [];
    const data = readRecord(recordFor(finding.path, context)).useCases.find((one) => one.id === useCase)?.data;
    if (data?.risicoanalyse?.[to] !== undefined) return [];
    return [
      {
        id: this.id,
        title: textOf('fix-andere-soort', context.project.settings.language, { soort: values['gevonden'] ?? '' }),
        preferred: true,
        edits() {
          const record = recordFor(finding.path, context);
          const index = useCaseIndex(record, useCase);
          if (record.text === undefined || index === -1) return undefined;
          return editsOf(record, renameKey(record.text, ['toepassingen', index, 'risicoanalyse', from], to));
        },
      },
    ];
  },
};
