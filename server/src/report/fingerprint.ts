import { numbered } from '../core/contentHash.js';
import type { ReportedFinding } from './report.js';

/** The text of a scanned file, when it can be had. */
export type TextOf = (path: string) => string | undefined;

/**
 * A mark per finding by which tools recognise it in the next scan: made of the check, the file and the words of the
 * line, not of the line's number, so that it survives lines that come or go above it. Equal ones in a file are numbered.
 */
export function fingerprints(findings: readonly ReportedFinding[], textOf: TextOf): string[] {
  const files = new Map<string, readonly string[]>();
  const lineAt = (path: string, line: number): string | undefined => {
    let lines = files.get(path);
    if (!lines) files.set(path, (lines = textOf(path)?.split('\n') ?? []));
    return lines[line - 1];
  };
  return numbered(
    findings.map(({ check, path, line, message }) => {
      const words = (lineAt(path, line) ?? message).trim().replace(/\s+/g, ' ');
      return [check, path, words].join('\n');
    }),
  );
}
