import { isAnswered, isFilled } from '../checks/recordedText.js';
import { noteFix } from './note.js';
import { readRecord } from './record.js';

/** Puts the conditions of a contract and what was agreed on the data at an endpoint, to be filled in. */
export const recordConditions = noteFix({
  id: 'record-conditions',
  checks: ['inkoopvoorwaarden-ontbreken'],
  except: ['nog-invullen'],
  of: 'endpoint',
  title: 'fix-voorwaarden',
  keys: (finding, record) => {
    const contract = readRecord(record).endpoints.find((one) => one.id === finding.values['id'])?.data.contract;
    const agreements = (['datadeling', 'bewaartermijn', 'hertraining'] as const)
      .filter((name) => !isAnswered(contract?.afspraken?.[name]))
      .map((name) => [['contract', 'afspraken', name], `invullen-${name}`] as const);
    return [
      ...(contract === undefined ? [[['contract', 'kenmerk'], 'invullen-kenmerk'] as const] : []),
      ...((contract?.voorwaarden ?? []).some(isFilled)
        ? []
        : [[['contract', 'voorwaarden'], 'invullen-voorwaarden'] as const]),
      ...agreements,
    ];
  },
});
