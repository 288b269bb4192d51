import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../core/checks/finding.js';
import type { Folder } from './folder.js';
import { describe } from './guard.js';
import type { Session } from './session.js';
import { toDiagnostic } from './toDiagnostic.js';

/** The diagnostics of one file, and a name for exactly this set of them. */
export interface Report {
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: Report = { resultId: 'none', diagnostics: [] };

/** Findings as diagnostics. A project hands out the same list until something changes, so each is converted once. */
export class Reports {
  #kept = new WeakMap<readonly Finding[], Report>();
  readonly #told = new Set<string>();

  constructor(private readonly session: Session) {}

  of(folder: Folder, path: string): Report {
    if (!folder.settings.enable) return nothing;
    const { project } = folder.workspace;
    const findings = project.findings(path);
    this.#tell(path, project.failures?.().get(path));
    if (findings.length === 0) return nothing;
    let report = this.#kept.get(findings);
    if (!report) {
      const diagnostics = findings.map((finding) => toDiagnostic(finding, folder, this.session));
      report = { resultId: nameOf(JSON.stringify(diagnostics)), diagnostics };
      this.#kept.set(findings, report);
    }
    return report;
  }

  /** A part that fails on a file leaves the rest; what failed is told once, in the log. */
  #tell(path: string, error: unknown): void {
    if (error === undefined || this.#told.has(path)) return;
    this.#told.add(path);
    this.session.connection.console.error(`${path}: ${describe(error)}`);
  }

  /** After a change of language or settings, which the lists do not show. */
  forget(): void {
    this.#kept = new WeakMap();
  }
}

/** FNV-1a, twice with different starts: short, and the same in a browser. */
function nameOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x01000193);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}-${text.length.toString(36)}`;
}
