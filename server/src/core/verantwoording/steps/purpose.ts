import type { Account } from '../account.js';
import { folderOf, relativePath } from '../../accountability/paths.js';
import { code, table, unknown, value } from '../markdown.js';

export function purpose({ files, useCases, documentPath }: Account): string[] {
  const organisations = [...new Set(files.map(({ data }) => data.organisatie).filter((one) => one !== undefined))];
  const sources = files.map(({ path }) => `[${path}](<${relativePath(folderOf(documentPath), path)}>)`);
  return [
    `Organisatie: ${organisations.length === 0 ? unknown : organisations.map(value).join(', ')}. Bron: ${sources.join(', ')}.`,
    'Dit overzicht zegt wat er is vastgelegd. Het is geen oordeel.',
    '',
    ...table(
      ['Toepassing', 'Doel', 'Fase', 'In gebruik sinds', 'Waar in dit project', 'Persoonsgegevens'],
      useCases.map(({ id, data }) => [
        code(id),
        value(data.doel),
        value(data.fase),
        value(data['in-gebruik-sinds']),
        data.paden === undefined ? unknown : data.paden.map(code).join(', '),
        value(data.gegevens),
      ]),
    ),
  ];
}
