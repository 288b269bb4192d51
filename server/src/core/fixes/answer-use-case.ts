import type { AnalysisKind } from '../accountability/schema.js';
import { textOf } from '../checks/message.js';
import type { Finding } from '../checks/finding.js';
import { kindNamed } from '../checks/verwijzing-onvindbaar.js';
import type { FixMaker } from './fixMaker.js';
import { editsOfAll, recordFor, useCaseIndex } from './record.js';
import { putValue } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

interface Answer {
  /** Key of the title in `rules/texts.yaml`. */
  readonly title: string;
  /** Keys of the use case, with what is put there. */
  readonly values: readonly (readonly [path: readonly string[], value: string])[];
}

/** Questions with a few possible answers, each an entry of the menu: only a person knows which one is true. */
function answersFor({ check, variant, values }: Finding, today: string): readonly Answer[] {
  switch (`${check}/${variant}`) {
    case 'persoonsgegevens-in-prompt/persoonsgegeven':
      return [{ title: 'fix-gegevens', values: [[['gegevens'], 'persoonsgegevens']] }];
    case 'menselijk-toezicht-ontbreekt/onbekend':
      return [
        { title: 'fix-besluiten-geen', values: [[['besluiten-over-mensen'], 'geen']] },
        { title: 'fix-besluiten-ondersteunt', values: [[['besluiten-over-mensen'], 'ondersteunt']] },
      ];
    case 'fg-advies-ontbreekt/nog-invullen':
    case 'fg-advies-ontbreekt/toekomst':
      return [{ title: 'fix-advies-vandaag', values: [[['advies', 'fg'], today]] }];
    case 'cio-advies-ontbreekt/nog-invullen':
    case 'cio-advies-ontbreekt/toekomst':
      return [{ title: 'fix-advies-vandaag', values: [[['advies', 'cio'], today]] }];
    case 'consumentendienst/default':
      return [
        {
          title: 'fix-verkenning',
          values: [
            [['fase'], 'verkenning'],
            [['gegevens'], 'geen'],
          ],
        },
      ];
    case 'risicoanalyse-verlopen/gewijzigd':
    case 'risicoanalyse-verlopen/ouder-dan-endpoint':
      return reviewed(kindNamed(values['soort']), [['datum', today]]);
    case 'risicoanalyse-verlopen/verlopen':
      return reviewed(kindNamed(values['soort']), [
        ['datum', today],
        ['geldig-tot', textOf('invullen-herziening', 'nl')],
      ]);
    default:
      return [];
  }
}

/** Somebody looked at the analysis again today and it still holds. */
function reviewed(kind: AnalysisKind | undefined, put: readonly (readonly [string, string])[]): readonly Answer[] {
  if (kind === undefined) return [];
  return [{ title: 'fix-herzien', values: put.map(([key, value]) => [['risicoanalyse', kind, key], value]) }];
}

/** Records what a use case does with people, or when somebody looked: which of the answers is true, a person says. */
export const answerUseCase: FixMaker = {
  id: 'answer-use-case',
  offer(finding, context) {
    const { useCase } = finding;
    const { language, today } = context.project.settings;
    if (useCase === undefined) return [];
    return answersFor(finding, today).map(({ title, values }) => ({
      id: this.id,
      title: textOf(title, language, { naam: useCase, soort: finding.values['soort'] ?? '', datum: today }),
      preferred: false,
      edits() {
        const record = recordFor(finding.path, context);
        const index = useCaseIndex(record, useCase);
        if (index === -1) return undefined;
        return editsOfAll(
          record,
          values.map(
            ([path, value]) =>
              (text) =>
                putValue(text, ['toepassingen', index, ...path], scalar(value)),
          ),
        );
      },
    }));
  },
};
