import { isFilled } from '../checks/recordedText.js';
import { noteFix } from './note.js';
import { readRecord } from './record.js';

/** Puts the two factors of the "tenzij" at a use case, to be filled in. What is argued already stays. */
export const argueUnless = noteFix({
  id: 'argue-unless',
  checks: ['open-source-tenzij'],
  except: ['half'],
  of: 'useCase',
  title: 'fix-tenzij',
  keys: (finding, record) => {
    const data = readRecord(record).useCases.find((one) => one.id === finding.useCase)?.data['open-source']?.tenzij;
    return (['veiligheid', 'toepassingscontext'] as const)
      .filter((factor) => !isFilled(data?.[factor]))
      .map((factor) => [['open-source', 'tenzij', factor], `invullen-${factor}`] as const);
  },
});
