import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';

/** Says that a use case without use has ended; what was recorded of it stays. */
export const endUseCase: FixMaker = {
  id: 'end-use-case',
  offer(finding, context) {
    const { useCase } = finding;
    if (finding.check !== 'toepassing-zonder-gebruik' || useCase === undefined) return [];
    return [
      {
        id: this.id,
        title: textOf('fix-beeindig', context.project.settings.language, { naam: useCase }),
        preferred: false,
        edits() {
          const record = recordFor(finding.path, context);
          const index = useCaseIndex(record, useCase);
          if (record.text === undefined || index === -1) return undefined;
          return editsOf(record, putValue(record.text, ['toepassingen', index, 'fase'], 'beëindigd'));
        },
      },
    ];
  },
};
