import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { breather } from '../workspace/breather.js';
import { debounce } from './debounce.js';
import { guarded, throwIfCancelled } from './guard.js';
import type { Report } from './reports.js';
import type { Server } from './server.js';

/** Waits for the end of a burst of changes (a branch switch) before all is compared again. */
const quiet = 300;

/**
 * `workspace/diagnostic`. Clients ask again as soon as they have an answer, so a request that could only say "nothing
 * new" is held until something is new, where the client is ready to wait (it then passes a token for partial results).
 */
export function onWorkspaceDiagnostics(server: Server): void {
  const { connection, session } = server;
  const waiting = new Set<() => void>();
  const wake = debounce(quiet, () => {
    for (const resume of [...waiting]) resume();
  });
  session.onOthersChanged(wake);
  session.documents.onDidClose(wake);
  let ending = false;
  connection.onShutdown(() => {
    ending = true;
    wake.cancel();
    for (const resume of [...waiting]) resume();
  });
  let answered = false;

  const pull = async (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partialResults: boolean,
  ): Promise<WorkspaceDiagnosticReport> => {
    await session.settled();
    await Promise.all(session.folders.map((folder) => folder.scan));
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    let items = await changedReports(server, known, token);
    while (items.length === 0 && answered && !ending && partialResults) {
      await new Promise<void>((resolve) => {
        const resume = () => {
          waiting.delete(resume);
          resolve();
        };
        waiting.add(resume);
        token.onCancellationRequested(resume);
      });
      throwIfCancelled(token);
      items = await changedReports(server, known, token);
    }
    answered = true;
    return { items };
  };
  const answer = guarded(connection.console, 'workspace/diagnostic', { items: [] }, pull);
  connection.languages.diagnostics.onWorkspace((params, token, _progress, results) =>
    answer(params, token, results !== undefined),
  );
}

/** Files whose diagnostics differ from what the client has, those that lost them all included. */
async function changedReports(
  { session, reports }: Server,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  await session.settled();
  const rest = breather();
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const seen = new Set<string>();
  for (const folder of session.folders) {
    for (const path of [...folder.workspace.project.paths()]) {
      await rest.breathe();
      throwIfCancelled(token);
      const report = reports.of(folder, path);
      if (report.diagnostics.length === 0 || !session.owns(folder, path)) continue;
      const uri = session.uriOf(folder, path);
      seen.add(uri);
      if (known.get(uri) !== report.resultId) items.push(item(uri, report));
    }
  }
  for (const [uri, resultId] of known) {
    if (!seen.has(uri) && resultId !== cleared.resultId && !isLoose(uri)) items.push(item(uri, cleared));
  }
  return items;

  function item(uri: string, { resultId, diagnostics }: Report): WorkspaceDocumentDiagnosticReport {
    const version = session.documents.get(uri)?.version ?? null;
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
  }

  /** Such a document is not of the workspace: only its own pull speaks for it. */
  function isLoose(uri: string): boolean {
    return session.locate(uri)?.folder.kind === 'loose';
  }
}

const cleared: Report = { resultId: 'none', diagnostics: [] };
