import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type RelatedFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { guarded, throwIfCancelled } from './guard.js';
import type { Report } from './reports.js';
import type { Server } from './server.js';

/** How long a first answer waits for the scan, so that what other files say (a contract, a DPIA) is known already. */
const scanPatience = 1500;

/** `textDocument/diagnostic`. */
export function onDocumentDiagnostics(server: Server): void {
  const { connection, session, reports } = server;
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  /** What each open document was last told, to find the related ones whose diagnostics have moved on. */
  const told = new Map<string, string>();

  const pull = async (
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    await session.settled();
    throwIfCancelled(token);
    const found = session.locate(uri);
    if (!found) return empty;
    if (found.folder.scan) await Promise.race([found.folder.scan, wait(scanPatience)]);
    throwIfCancelled(token);
    const report = reports.of(found.folder, found.path);
    told.set(uri, report.resultId);
    const extra = session.features.relatedDocuments ? { relatedDocuments: related(uri) } : {};
    const { resultId } = report;
    if (resultId !== params.previousResultId) return { ...full(report), ...extra };
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId, ...extra };
  };

  /** Other open documents whose diagnostics changed since they were last told. */
  const related = (except: string): NonNullable<RelatedFullDocumentDiagnosticReport['relatedDocuments']> => {
    const changed: Record<string, FullDocumentDiagnosticReport> = {};
    for (const [uri, resultId] of told) {
      const found = uri === except ? undefined : session.locate(uri);
      if (!found || !session.documents.get(uri)) continue;
      const report = reports.of(found.folder, found.path);
      if (report.resultId === resultId) continue;
      told.set(uri, report.resultId);
      changed[uri] = full(report);
    }
    return changed;
  };

  session.documents.onDidClose(({ document }) => told.delete(document.uri));
  connection.languages.diagnostics.on(guarded(connection.console, 'textDocument/diagnostic', empty, pull));
}

function full({ resultId, diagnostics }: Report): FullDocumentDiagnosticReport & { resultId: string } {
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
