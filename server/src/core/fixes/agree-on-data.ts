import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, endpointIndex, recordFor } from './record.js';
import { putValue, replaceScalar } from './yaml/edit.js';

/** The examples of the schema, by the word that a finding uses for what is missing. */
const examples: readonly (readonly [word: string, path: readonly string[], value: string])[] = [
  ['voorwaarden', ['contract', 'voorwaarden'], 'ARBIT-2022'],
  ['datadeling', ['contract', 'afspraken', 'datadeling'], 'geen'],
  ['hertraining', ['contract', 'afspraken', 'hertraining'], 'nee'],
];

/** Short answers on conditions and data, for a person who knows that the contract says so. */
export const agreeOnData: FixMaker = {
  id: 'agree-on-data',
  offer(finding, context) {
    const { id } = finding.values;
    if (finding.check !== 'inkoopvoorwaarden-ontbreken' || finding.variant !== 'nog-invullen' || id === undefined)
      return [];
    const open = (finding.values['afspraken'] ?? '').split(', ');
    const { language } = context.project.settings;
    return examples
      .filter(([word]) => open.includes(word))
      .map(([sleutel, path, waarde]) => ({
        id: this.id,
        title: textOf('fix-afgesproken', language, { naam: id, sleutel, waarde }),
        preferred: false,
        edits() {
          const record = recordFor(finding.path, context);
          const index = endpointIndex(record, id);
          if (record.text === undefined || index === -1) return undefined;
          const at = ['endpoints', index, ...path];
          // The conditions are a list, whose note is its first item.
          return editsOf(record, replaceScalar(record.text, [...at, 0], waarde) ?? putValue(record.text, at, waarde));
        },
      }));
  },
};
