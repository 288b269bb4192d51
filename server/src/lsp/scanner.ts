import type { CancellationToken, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { breather } from '../workspace/breather.js';
import type { ScanResult } from '../workspace/workspace.js';
import type { Folder } from './folder.js';
import { describe, signalOf } from './guard.js';
import type { Session } from './session.js';
import type { StatusReporter } from './status.js';
import { say } from './texts.js';

/** Between two counts that the client is told of. */
const reportEvery = 100;

/** Reads whole folders, once when they come and again when asked. */
export class Scanner {
  constructor(
    private readonly session: Session,
    private readonly status: StatusReporter,
  ) {}

  /** The scan that a folder gets by itself: once, when it is wanted and sensible. */
  begin(folder: Folder): void {
    if (folder.scan || !folder.settings.enable || !folder.settings.scanWorkspace) return;
    if (this.session.runtime.mayScan(folder.uri)) void this.scan(folder);
    else this.session.connection.console.info(`${folder.uri}: ${say('tooBroad', folder.settings.language)}`);
  }

  scan(folder: Folder): Promise<ScanResult | undefined> {
    folder.scan = this.#scan(folder);
    return folder.scan;
  }

  /** Never rejects: a scan that fails or is stopped leaves what was read so far. */
  async #scan(folder: Folder): Promise<ScanResult | undefined> {
    const { connection, trusted } = this.session;
    const { language } = folder.settings;
    const progress = await this.#progress();
    this.status.scanning(folder, true);
    try {
      progress?.begin(say('scanTitle', language), 0, undefined, true);
      let told = 0;
      // Not in turn: an open document must not wait for the whole folder.
      const result = await folder.workspace.scan({
        trusted,
        ...(progress && { signal: signalOf(progress.token) }),
        progress: ({ done, total }) => {
          const now = performance.now();
          if (now - told < reportEvery && done < total) return;
          told = now;
          progress?.report(Math.floor((100 * done) / Math.max(1, total)), say('scanCount', language, { done, total }));
        },
      });
      const findings = await this.#countFindings(folder);
      connection.console.info(
        `${folder.uri}: ${say('scanDone', language, { files: result.files, parsed: result.parsed, findings })}`,
      );
      for (const { path, reason } of result.skipped) connection.console.debug(`${path}: ${reason}`);
      return result;
    } catch (error) {
      const stopped = progress?.token.isCancellationRequested;
      if (stopped) connection.console.info(`${folder.uri}: ${say('scanStopped', language)}`);
      else connection.console.error(`${folder.uri}: ${describe(error)}`);
      return undefined;
    } finally {
      progress?.done();
      this.status.scanning(folder, false);
      this.session.announce(folder);
    }
  }

  /** Also does the work of judging in slices, so that the first report afterwards is quick. */
  async #countFindings({ workspace: { project } }: Folder): Promise<number> {
    const rest = breather();
    let count = 0;
    for (const path of project.paths()) {
      await rest.breathe();
      count += project.findings(path).length;
    }
    return count;
  }

  /** The client gives no token for work that it did not ask for: the server makes its own. */
  async #progress(): Promise<(WorkDoneProgressServerReporter & { readonly token: CancellationToken }) | undefined> {
    if (!this.session.features.progress) return undefined;
    return this.session.connection.window.createWorkDoneProgress().catch(() => undefined);
  }
}
