import type { Colors } from 'picocolors/types';
import { severities, type Severity } from '../../core/checks/finding.js';
import type { Language } from '../../core/settings.js';
import type { ReportedFinding, ScanReport } from '../report.js';
import { reportTexts, type ReportTexts } from '../texts.js';
import type { SkippedFile } from '../skipped.js';

/** Skipped files that are named one by one; of more, only the number is told. */
const namedSkipped = 10;

/** The report for people: findings per file, what they rest on, and the counts. */
export function scanText(
  report: ScanReport,
  skipped: readonly SkippedFile[],
  language: Language,
  colors: Colors,
  showSuppressed = false,
): string {
  const texts = reportTexts[language];
  const blocks = [
    ...perFile(report.findings).map((findings) => findings.map((one) => findingText(one, texts, colors)).join('\n')),
    ...(showSuppressed ? [suppressedText(report, texts, colors)] : []),
    passagesText(report, texts, colors),
    skippedText(skipped, texts, colors),
    summaryText(report, showSuppressed, texts, colors),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function perFile(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const here = files.get(finding.path);
    if (here) here.push(finding);
    else files.set(finding.path, [finding]);
  }
  return [...files.values()];
}

function findingText(finding: ReportedFinding, texts: ReportTexts, colors: Colors): string {
  const { path, line, column, severity, check, message, related, step } = finding;
  const head = [
    colors.bold(printable(`${path}:${String(line)}:${String(column)}`)),
    colorOf(severity, colors)(texts.severity[severity]),
    colors.dim(check),
  ].join('  ');
  return [
    head,
    `  ${printable(message)}`,
    ...related.map((place) =>
      colors.dim(printable(`  ${texts.seeAlso}: ${place.path}:${String(place.line)}  ${place.message}`)),
    ),
    ...(step === undefined ? [] : [`  ${colors.cyan(texts.step)}: ${printable(step)}`]),
  ].join('\n');
}

function suppressedText({ suppressed }: ScanReport, texts: ReportTexts, colors: Colors): string {
  if (suppressed.length === 0) return '';
  const lines = suppressed.map(({ path, line, column, check, suppression }) => {
    const place = suppression.line === undefined ? suppression.path : `${suppression.path}:${String(suppression.line)}`;
    const why = texts.suppressedBy(suppression.by, place, suppression.until ?? '', suppression.reason ?? '');
    return `  ${printable(`${path}:${String(line)}:${String(column)}`)}  ${colors.dim(check)}\n    ${printable(why)}`;
  });
  return [colors.bold(texts.suppressedHead), ...lines].join('\n');
}

function passagesText({ findings }: ScanReport, texts: ReportTexts, colors: Colors): string {
  const passages = new Map(findings.map(({ check, passage }) => [check, passage]));
  if (passages.size === 0) return '';
  const lines = [...passages].map(([check, { title, url }]) =>
    [`  ${colors.dim(check)}`, `    ${title}`, ...(url === '' ? [] : [`    ${url}`])].join('\n'),
  );
  return [colors.bold(texts.restsOn), ...lines].join('\n');
}

export function skippedText(skipped: readonly SkippedFile[], texts: ReportTexts, colors: Colors): string {
  if (skipped.length === 0) return '';
  const named = skipped
    .slice(0, namedSkipped)
    .map(({ path, reason }) => `  ${printable(path)} (${texts.skipReason(reason)})`);
  const more = skipped.length > namedSkipped ? ['  …'] : [];
  return colors.dim([texts.skipped(skipped.length), ...named, ...more].join('\n'));
}

function summaryText(
  { findings, summary }: ScanReport,
  showSuppressed: boolean,
  texts: ReportTexts,
  colors: Colors,
): string {
  const counts = severities
    .filter((severity) => summary.bySeverity[severity] > 0)
    .map((severity) => colorOf(severity, colors)(texts.count(severity, summary.bySeverity[severity])))
    .join(', ');
  const { comment, exception, baseline } = summary.suppressed;
  const suppressed = comment + exception === 0 ? [] : [texts.suppressed(comment, exception)];
  if (comment + exception + baseline > 0 && !showSuppressed) suppressed.push(texts.showSuppressed);
  const files = new Set(findings.map(({ path }) => path)).size;
  return [
    counts === '' ? texts.nothingFound : texts.found(counts, files),
    texts.scanned(summary.files, summary.parsed, summary.usages),
    ...(summary.baseline ? [texts.baseline(summary.baseline.hidden, summary.baseline.stale)] : []),
    ...suppressed,
    colors.dim(texts.disclaimer),
  ].join('\n');
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim }[severity];
}

/** A path or a name in the code must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
