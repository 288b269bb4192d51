import type { AnalysisKind } from '../schema.js';

/** How documents, cards and file names call the kinds of risk analysis. */
const names: readonly (readonly [AnalysisKind, RegExp])[] = [
  ['prescan', /pre-?scan/i],
  ['dpia', /(?:^|[^a-z])(?:dpia|gegevensbeschermingseffectbeoordeling|data protection impact assessment)(?:[^a-z]|$)/i],
  ['iama', /(?:^|[^a-z])(?:iama|impact assessment mensenrechten)(?:[^a-z]|$)/i],
  ['aiia', /(?:^|[^a-z])(?:aiia|ai[ -]impact[ -]assess?ment)(?:[^a-z]|$)/i],
  ['fria', /(?:^|[^a-z])(?:fria|fraia|fundamental rights impact assessment)(?:[^a-z]|$)/i],
];

/** Whether a file can be a risk analysis by its name: the owner of a project lists those for the fixes. */
export function isAnalysisName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:json|pdf|md|docx|odt)$/i.test(name) && (kindsNamedIn(name).length > 0 || /verantwoording/i.test(name));
}

/** The kinds that a text names, in the order above. */
export function kindsNamedIn(text: string): AnalysisKind[] {
  return names.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}
