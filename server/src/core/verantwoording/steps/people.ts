import { folderOf } from '../../accountability/paths.js';
import type { Account } from '../account.js';
import { code, reference, table, unknown, value } from '../markdown.js';

export function people({ useCases, documentPath }: Account): string[] {
  return table(
    ['Toepassing', 'Training of instructie', 'Telt mee bij besluiten over mensen', 'Menselijk toezicht'],
    useCases.map(({ id, data, path }) => [
      code(id),
      data.gebruikersinstructie === undefined
        ? unknown
        : reference(data.gebruikersinstructie, folderOf(path), documentPath),
      value(data['besluiten-over-mensen']),
      value(data['menselijk-toezicht']),
    ]),
  );
}
