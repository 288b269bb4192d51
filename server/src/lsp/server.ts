import type { Connection } from 'vscode-languageserver';
import type { Reports } from './reports.js';
import type { Scanner } from './scanner.js';
import type { Session } from './session.js';

/** What every method group gets. */
export interface Server {
  readonly connection: Connection;
  readonly session: Session;
  readonly reports: Reports;
  readonly scanner: Scanner;
}
