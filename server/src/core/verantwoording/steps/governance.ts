import { folderOf } from '../../accountability/paths.js';
import { textOf } from '../../checks/message.js';
import type { Account } from '../account.js';
import { code, reference, table, unknown, value } from '../markdown.js';

export function governance({ useCases, exceptions, profile, documentPath }: Account): string[] {
  const rows = useCases.map(({ id, data, path }) => [
    code(id),
    value(data.advies?.fg),
    value(data.advies?.cio),
    data.algoritmeregister === undefined ? unknown : reference(data.algoritmeregister, folderOf(path), documentPath),
    value(data.transparantie),
  ]);
  return [
    `Beleid waarop wordt gecontroleerd: ${textOf(`profiel-${profile}`, 'nl')}.`,
    '',
    ...table(['Toepassing', 'Advies FG', 'Advies CIO', 'Algoritmeregister', 'Wat gebruikers weten'], rows),
    ...(exceptions.length === 0
      ? []
      : [
          '',
          'Uitzonderingen:',
          '',
          ...table(
            ['Controle', 'Toepassing', 'Reden', 'Geldig tot'],
            exceptions.map(({ data }) => [
              code(data.controle),
              code(data.toepassing),
              value(data.reden),
              value(data['geldig-tot']),
            ]),
          ),
        ]),
  ];
}
