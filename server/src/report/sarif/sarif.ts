import type { Location, Log, Result, Run, Suppression } from 'sarif';
import type { Language } from '../../core/settings.js';
import { fingerprints, type TextOf } from '../fingerprint.js';
import type { ReportedFinding, ReportedPlace, ReportedSuppression, ScanReport } from '../report.js';
import type { SkippedFile } from '../skipped.js';
import { reportTexts, type ReportTexts } from '../texts.js';
import type { CheckWords } from '../words.js';
import { levelOf, rulesOf } from './rules.js';

export interface SarifInput {
  readonly report: ScanReport;
  readonly skipped: readonly SkippedFile[];
  readonly words: CheckWords;
  readonly language: Language;
  readonly productVersion: string;
  /** Present text of a file that has a finding. */
  readonly textOf: TextOf;
  /** Also the findings that are held back, marked as such. GitHub shows those as open alerts, so only when asked for. */
  readonly showSuppressed?: boolean;
}

/** Name of the base against which every path of the report is read. */
const base = '%SRCROOT%';
const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0, so that code hosts show the findings on the lines of a merge request. */
export function sarifLog(input: SarifInput): Log {
  return { $schema: schema, version: '2.1.0', runs: [runOf(input)] };
}

function runOf({ report, skipped, words, language, productVersion, textOf, showSuppressed }: SarifInput): Run {
  const texts = reportTexts[language];
  const held = showSuppressed === true ? report.suppressed : [];
  const all = [...report.findings, ...held.map((one) => ({ ...one, related: [], fixes: [] }))];
  const rules = rulesOf(all, words);
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const marks = fingerprints(all, textOf);
  return {
    tool: {
      driver: {
        name: 'Handreiking GenAI',
        version: productVersion,
        semanticVersion: productVersion,
        language,
        fullDescription: { text: texts.disclaimer },
        rules,
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: folderUri(report.root) } },
    automationDetails: { id: `handreiking/${report.profile}/` },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: skipped.map(({ path, reason }) => ({
          level: 'note',
          message: { text: `${path}: ${texts.skipReason(reason)}` },
          locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
        })),
      },
    ],
    results: all.map((finding, at) => ({
      ...resultOf(finding, index.get(finding.check) ?? -1, marks[at] ?? ''),
      // All results of a run have this or none has; empty says that a result is not suppressed.
      ...(showSuppressed === true && { suppressions: suppressionsOf(held[at - report.findings.length], texts) }),
    })),
    properties: { disclaimer: texts.disclaimer, profile: report.profile },
  };
}

function resultOf(finding: ReportedFinding, ruleIndex: number, mark: string): Result {
  const { check, severity, message, provider, endpoint, useCase, related, fixes } = finding;
  const properties = { severity, provider, endpoint, useCase, fixes: fixes.length === 0 ? undefined : [...fixes] };
  return {
    ruleId: check,
    ruleIndex,
    level: levelOf(severity),
    message: { text: message },
    locations: [locationOf(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: { artifactLocation: artifact(place.path), region: { startLine: place.line } },
      })),
    }),
    partialFingerprints: { 'handreiking/v1': mark },
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
  };
}

function suppressionsOf(held: ReportedSuppression | undefined, texts: ReportTexts): Suppression[] {
  if (held === undefined) return [];
  const { by, path, line, reason = '', until = '' } = held.suppression;
  const physicalLocation = {
    artifactLocation: artifact(path),
    ...(line !== undefined && { region: { startLine: line } }),
  };
  return [
    {
      kind: by === 'comment' ? 'inSource' : 'external',
      status: 'accepted',
      justification: texts.suppressedBy(by, line === undefined ? path : `${path}:${String(line)}`, until, reason),
      location: { physicalLocation },
      ...(until !== '' && { properties: { until } }),
    },
  ];
}

function locationOf({ path, line, column, endLine, endColumn }: ReportedPlace): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}

/** The root as a URI with a slash at the end, from a path of this machine or from the URI of a virtual folder. */
function folderUri(root: string): string {
  const slashed = root.replaceAll('\\', '/').replace(/\/$/, '');
  if (/^[a-z][\w+.-]+:\/\//i.test(slashed)) return `${slashed}/`;
  const path = slashed
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/, '/$1:');
  return `file://${path}/`;
}
