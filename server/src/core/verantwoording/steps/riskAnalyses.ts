import { folderOf } from '../../accountability/paths.js';
import { analysisKinds, type AnalysisKind } from '../../accountability/schema.js';
import type { Account } from '../account.js';
import { code, escaped, reference, table, unknown, value } from '../markdown.js';

const names: Readonly<Record<AnalysisKind, string>> = {
  prescan: 'pre-scan DPIA',
  dpia: 'DPIA',
  iama: 'IAMA',
  aiia: 'AIIA',
  fria: 'FRIA',
  anders: 'andere risicoanalyse',
};

export function riskAnalyses({ useCases, documentPath }: Account): string[] {
  const rows = useCases.flatMap(({ id, data, path }) => {
    const named = analysisKinds.flatMap((kind) => {
      const one = data.risicoanalyse?.[kind];
      return one === undefined ? [] : [{ kind, one }];
    });
    if (named.length === 0) return [[code(id), unknown, '', '', '', '']];
    return named.map(({ kind, one }) => [
      code(id),
      names[kind],
      reference(one.verwijzing, folderOf(path), documentPath) +
        (one.hergebruik === undefined ? '' : `, gemaakt voor ${escaped(one.hergebruik.van)}`),
      value(one.status),
      value(one.datum),
      value(one['geldig-tot']),
    ]);
  });
  return table(['Toepassing', 'Soort', 'Document', 'Status', 'Datum', 'Geldig tot'], rows);
}
