import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';

type Answer = readonly [title: string, key: string, value: string];

/** Questions with a few possible answers, each an entry of the menu. */
function answersFor({ check, variant }: Finding): readonly Answer[] {
  if (check === 'persoonsgegevens-in-prompt' && variant === 'persoonsgegeven')
    return [['fix-gegevens', 'gegevens', 'persoonsgegevens']];
  if (check === 'menselijk-toezicht-ontbreekt' && variant === 'onbekend') {
    return [
      ['fix-besluiten-geen', 'besluiten-over-mensen', 'geen'],
      ['fix-besluiten-ondersteunt', 'besluiten-over-mensen', 'ondersteunt'],
    ];
  }
  return [];
}

/** Records what a use case does with people: which data it uses, whether it counts in decisions. */
export const answerUseCase: FixMaker = {
  id: 'answer-use-case',
  offer(finding, context) {
    const { useCase } = finding;
    if (useCase === undefined) return [];
    return answersFor(finding).map(([title, key, value]) => ({
      id: this.id,
      title: textOf(title, context.project.settings.language, { naam: useCase }),
      preferred: false,
      edits() {
        const record = recordFor(finding.path, context);
        const index = useCaseIndex(record, useCase);
        if (record.text === undefined || index === -1) return undefined;
        return editsOf(record, putValue(record.text, ['toepassingen', index, key], value));
      },
    }));
  },
};
