import { baselinesOf } from '../core/baseline/baselineProject.js';
import type { Finding, Severity, SuppressedFinding } from '../core/checks/finding.js';
import type { EndpointClass, EndpointSource } from '../core/endpoint/endpoint.js';
import { compare, type Range } from '../core/place.js';
import type { Project } from '../core/project.js';
import type { Profile } from '../core/settings.js';
import type { PassageWords, FindingWords } from './words.js';

/**
 * What `scan --format json` prints. Other tools read this: fields are added, never renamed. Lines and columns count
 * from 1, columns in UTF-16 units, and the end column is the one after the last character.
 */
export interface ScanReport {
  readonly version: 1;
  readonly root: string;
  readonly profile: Profile;
  readonly findings: readonly ReportedFinding[];
  /** Findings that are held back. They count for nothing else: not in the summary by severity, nor in the exit code. */
  readonly suppressed: readonly ReportedSuppression[];
  readonly summary: {
    readonly files: number;
    readonly parsed: number;
    readonly usages: number;
    readonly bySeverity: Readonly<Record<Severity, number>>;
    /** With a baseline: findings that it leaves out, and entries that fit no finding any more. */
    /** How many findings are held back, by what. */
    readonly suppressed: Readonly<Record<SuppressedFinding['suppression']['by'], number>>;
    readonly baseline?: { readonly hidden: number; readonly stale: number };
  };
}

export interface ReportedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends ReportedPlace {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly provider?: string;
  readonly endpoint?: ReportedEndpoint;
  readonly useCase?: string;
  readonly passage: PassageWords;
  readonly related: readonly { readonly path: string; readonly line: number; readonly message: string }[];
  readonly fixes: readonly string[];
  /** For people; not part of the JSON. */
  readonly step?: string;
}

export interface ReportedSuppression extends Omit<ReportedFinding, 'related' | 'fixes' | 'step'> {
  readonly suppression: {
    /** A comment in the code, an exception in the accountability file, or a baseline. */
    readonly by: SuppressedFinding['suppression']['by'];
    readonly path: string;
    readonly line?: number;
    readonly reason?: string;
    /** Last day on which it holds: `2027-03-01`. */
    readonly until?: string;
  };
}

export interface ReportedEndpoint {
  readonly value: string;
  readonly class: EndpointClass;
  readonly source: EndpointSource;
}

/** What the scan of the folder counted. */
export interface ScanCounts {
  readonly files: number;
  readonly parsed: number;
}

export function scanReport(
  project: Project,
  root: string,
  profile: Profile,
  counts: ScanCounts,
  words: FindingWords,
): ScanReport {
  const found: Finding[] = [];
  const held: SuppressedFinding[] = [];
  let usages = 0;
  for (const path of [...project.paths()].sort(byCodeUnit)) {
    found.push(...project.findings(path));
    held.push(...project.suppressed(path));
    usages += project.usages(path).length;
  }
  found.sort(byPlace);
  held.sort(byPlace);
  const bySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of found) bySeverity[finding.severity] += 1;
  const suppressed = { comment: 0, exception: 0, baseline: 0 };
  for (const { suppression } of held) suppressed[suppression.by] += 1;
  const baseline = baselinesOf(project)?.counts();
  return {
    version: 1,
    root,
    profile,
    findings: found.map((finding) => reported(finding, words)),
    suppressed: held.map((finding) => ({ ...described(finding, words), suppression: heldBy(finding) })),
    summary: {
      files: counts.files,
      parsed: counts.parsed,
      usages,
      bySeverity,
      suppressed,
      ...(baseline && { baseline }),
    },
  };
}

function byPlace(a: Finding, b: Finding): number {
  return byCodeUnit(a.path, b.path) || compare(a.range.start, b.range.start) || byCodeUnit(a.check, b.check);
}

function heldBy({ suppression }: SuppressedFinding): ReportedSuppression['suppression'] {
  const { range, ...rest } = suppression;
  return { ...rest, ...(range && { line: range.start.line + 1 }) };
}

function reported(finding: Finding, words: FindingWords): ReportedFinding {
  const step = words.step(finding);
  return {
    ...described(finding, words),
    related: finding.related.map((place) => ({
      path: place.path,
      line: place.range.start.line + 1,
      message: words.related(place),
    })),
    fixes: words.fixes(finding),
    ...(step !== undefined && { step }),
  };
}

function described(finding: Finding, words: FindingWords): Omit<ReportedFinding, 'related' | 'fixes' | 'step'> {
  const { check, severity, usage, useCase } = finding;
  return {
    check,
    severity,
    ...placeOf(finding.path, finding.range),
    message: words.message(finding),
    ...(usage && { provider: usage.provider }),
    ...(usage?.endpoint && { endpoint: pick(usage.endpoint) }),
    ...(useCase !== undefined && { useCase }),
    passage: words.passage(check),
  };
}

function pick({ value, class: reach, source }: ReportedEndpoint): ReportedEndpoint {
  return { value, class: reach, source };
}

export function placeOf(path: string, { start, end }: Range): ReportedPlace {
  return {
    path,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The same order everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
