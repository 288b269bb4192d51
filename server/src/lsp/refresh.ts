import { debounce } from './debounce.js';
import type { Server } from './server.js';

const quiet = 200;

/** `workspace/diagnostic/refresh`: a change in one file can move the findings of others that are open. */
export function refreshDiagnostics({ connection, session }: Server): void {
  if (!session.features.refreshesDiagnostics) return;
  const refresh = debounce(quiet, () => {
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => connection.console.warn(`refresh: ${String(error)}`));
  });
  session.onOthersChanged(refresh);
  connection.onShutdown(refresh.cancel);
}
