import { breather } from '../workspace/breather.js';
import { debounce } from './debounce.js';
import { describe } from './guard.js';
import type { Report } from './reports.js';
import type { Server } from './server.js';

/** After the last key stroke. */
const quiet = 150;

/** `textDocument/publishDiagnostics`, for clients that do not pull. */
export function pushDiagnostics(server: Server): void {
  const { connection, session, reports } = server;
  /** What the client shows, by document. */
  const shown = new Map<string, string>();
  const edited = new Set<string>();
  let everything = false;

  const publish = async (uri: string, { resultId, diagnostics }: Report) => {
    if ((shown.get(uri) ?? 'none') === resultId) return;
    if (diagnostics.length === 0) shown.delete(uri);
    else shown.set(uri, resultId);
    const version = session.documents.get(uri)?.version;
    await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) });
  };

  const publishOne = async (uri: string) => {
    const found = session.locate(uri);
    await publish(uri, found ? reports.of(found.folder, found.path) : { resultId: 'none', diagnostics: [] });
  };

  const publishAll = async () => {
    const rest = breather();
    const left = new Set(shown.keys());
    for (const folder of session.folders) {
      for (const path of [...folder.workspace.project.paths()]) {
        await rest.breathe();
        if (!session.owns(folder, path)) continue;
        const report = reports.of(folder, path);
        if (report.diagnostics.length === 0) continue;
        const uri = session.uriOf(folder, path);
        left.delete(uri);
        await publish(uri, report);
      }
    }
    for (const uri of left) await publishOne(uri);
  };

  const run = debounce(quiet, () => {
    const [all, uris] = [everything, [...edited]];
    everything = false;
    edited.clear();
    session
      .settled()
      .then(async () => {
        for (const uri of uris) await publishOne(uri);
        if (all) await publishAll();
      })
      .catch((error: unknown) => connection.console.error(`publishDiagnostics: ${describe(error)}`));
  });
  session.onEdited((uri) => {
    edited.add(uri);
    run();
  });
  session.onOthersChanged(() => {
    everything = true;
    run();
  });
  connection.onShutdown(run.cancel);
}
