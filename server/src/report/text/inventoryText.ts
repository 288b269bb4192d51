import type { Colors } from 'picocolors/types';
import type { Language } from '../../core/settings.js';
import type { InventoryReport, ReportedUsage } from '../inventoryReport.js';
import { byCodeUnit } from '../report.js';
import { reportTexts, type ReportTexts } from '../texts.js';
import { printable } from './scanText.js';

/** The inventory for people: a table of providers, then every place per file. */
export function inventoryText({ usages }: InventoryReport, language: Language, colors: Colors): string {
  const texts = reportTexts[language];
  if (usages.length === 0) return `${texts.noUsages}\n${colors.dim(texts.disclaimer)}\n`;
  const providers = groupBy(usages, ({ provider }) => provider);
  const files = groupBy(usages, ({ path }) => path);
  const blocks = [
    table(providersTable(providers, texts), colors),
    ...[...files.values()].map((here) => fileText(here, texts, colors)),
    `${texts.usages(usages.length, files.size, providers.size)}\n${colors.dim(texts.disclaimer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function providersTable(providers: ReadonlyMap<string, readonly ReportedUsage[]>, texts: ReportTexts): string[][] {
  const rows = [...providers].sort(([a, here], [b, there]) => there.length - here.length || byCodeUnit(a, b));
  return [
    [texts.columns.provider, texts.columns.places, texts.columns.reach],
    ...rows.map(([provider, here]) => [provider, String(here.length), reaches(here, texts)]),
  ];
}

/** Every class of endpoint that these usages reach, said once. */
function reaches(usages: readonly ReportedUsage[], texts: ReportTexts): string {
  return [...new Set(usages.flatMap(({ endpoint }) => (endpoint ? [texts.reach[endpoint.class]] : [])))].join(', ');
}

function fileText(usages: readonly ReportedUsage[], texts: ReportTexts, colors: Colors): string {
  return usages
    .map(({ path, line, column, kind, provider, model, endpoint, useCase }) =>
      [
        colors.bold(printable(`${path}:${String(line)}:${String(column)}`)),
        texts.kind[kind],
        colors.cyan(provider),
        ...(model === undefined ? [] : [printable(model)]),
        ...(endpoint ? [printable(`${endpoint.value} (${texts.reach[endpoint.class]})`)] : []),
        ...(useCase === undefined ? [] : [colors.dim(`[${printable(useCase)}]`)]),
      ].join('  '),
    )
    .join('\n');
}

function table(rows: readonly (readonly string[])[], colors: Colors): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line, at) => (at === 0 ? colors.bold(line) : line))
    .join('\n');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
