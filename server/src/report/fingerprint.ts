import type { ReportedFinding } from './report.js';

/** The text of a scanned file, when it can be had. */
export type TextOf = (path: string) => string | undefined;

/**
 * A mark per finding by which tools recognise it in the next scan: made of the check, the file and the words of the
 * line, not of the line's number, so that it survives lines that come or go above it. Equal ones in a file are numbered.
 */
export function fingerprints(findings: readonly ReportedFinding[], textOf: TextOf): string[] {
  const seen = new Map<string, number>();
  const files = new Map<string, readonly string[]>();
  const lineAt = (path: string, line: number): string | undefined => {
    let lines = files.get(path);
    if (!lines) files.set(path, (lines = textOf(path)?.split('\n') ?? []));
    return lines[line - 1];
  };
  return findings.map(({ check, path, line, message }) => {
    const words = (lineAt(path, line) ?? message).trim().replace(/\s+/g, ' ');
    const content = [check, path, words].join('\n');
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return `${hash(content)}:${String(before + 1)}`;
  });
}

const prime = 0x100000001b3n;
const basis = 0xcbf29ce484222325n;

/** FNV-1a, 64 bits: the same everywhere, also where no cryptography is at hand. Nothing secret depends on it. */
function hash(text: string): string {
  let value = basis;
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * prime);
  return value.toString(16).padStart(16, '0');
}
