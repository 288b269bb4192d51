import type { Connection } from 'vscode-languageserver';
import type { Folder } from './folder.js';

/** Own notification to clients that asked for it at the start: what a status item shows. */
export const statusNotification = 'handreiking/status';

export interface Status {
  readonly state: 'scanning' | 'ready';
}

export class StatusReporter {
  readonly #scanning = new Set<Folder>();

  constructor(
    private readonly connection: Connection,
    private readonly wanted: boolean,
  ) {}

  scanning(folder: Folder, now: boolean): void {
    if (now) this.#scanning.add(folder);
    else this.#scanning.delete(folder);
    const status: Status = { state: this.#scanning.size > 0 ? 'scanning' : 'ready' };
    if (this.wanted) void this.connection.sendNotification(statusNotification, status);
  }
}
