import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/checks/finding.js';
import { messageOf, passageOf, relatedMessageOf } from '../core/checks/message.js';
import type { Range } from '../core/place.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';

/** Shown behind every message; also how a code action knows its own diagnostics. */
export const diagnosticSource = 'handreiking';

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client gives back with a code action. */
export interface DiagnosticData {
  readonly check: string;
}

export function toDiagnostic(finding: Finding, folder: Folder, session: Session): Diagnostic {
  const { features } = session;
  const { settings } = folder.workspace.project;
  const url = features.codeDescription ? passageOf(finding.check, finding.profile, settings.language).url : undefined;
  const related = features.relatedInformation ? finding.related : [];
  const data: DiagnosticData = { check: finding.check };
  return {
    range: toRange(finding.range),
    severity: severityNumbers[finding.severity],
    code: finding.check,
    ...(url && { codeDescription: { href: url } }),
    source: diagnosticSource,
    message: messageOf(finding, settings.language),
    ...(related.length > 0 && {
      relatedInformation: related.map((place): DiagnosticRelatedInformation => ({
        location: { uri: session.uriOf(folder, place.path), range: toRange(place.range) },
        message: relatedMessageOf(place, settings.language),
      })),
    }),
    ...(features.diagnosticData && { data }),
  };
}

/** The core's ranges are the protocol's; a copy, because the protocol's may be written to. */
export function toRange({ start, end }: Range): Diagnostic['range'] {
  return { start: { ...start }, end: { ...end } };
}
