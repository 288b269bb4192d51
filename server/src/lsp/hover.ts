import { MarkupKind, type CancellationToken, type Hover, type HoverParams } from 'vscode-languageserver';
import { hoverOf, textOf, titleOf } from '../core/checks/message.js';
import { contains } from '../core/place.js';
import { guarded, throwIfCancelled } from './guard.js';
import type { Server } from './server.js';
import { toRange } from './toDiagnostic.js';

/** `textDocument/hover` on a finding: the passage, and what to do. */
export function onHover({ connection, session }: Server): void {
  const hover = async ({ textDocument, position }: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    await session.settled();
    throwIfCancelled(token);
    const found = session.locate(textDocument.uri);
    if (!found?.folder.settings.enable) return null;
    const { project } = found.folder.workspace;
    const findings = project.findings(found.path).filter((finding) => contains(finding.range, position));
    const [first] = findings;
    if (!first) return null;
    const { language } = project.settings;
    const checks = new Map(findings.map((finding) => [finding.check, finding.profile]));
    // The title, not the message: editors show that themselves beside the hover.
    const parts = [...checks].map(
      ([check, profile]) => `**${titleOf(check, language)}**\n\n${hoverOf(check, language, profile)}`,
    );
    const value = closeOnce(parts, `_${textOf('geen-publicatie', language)}_`).join('\n\n---\n\n');
    const kind = session.features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value }, range: toRange(first.range) };
  };
  connection.onHover(guarded(connection.console, 'textDocument/hover', null, hover));
}

/** What every explanation ends with is said once, at the end. */
function closeOnce(parts: readonly string[], closing: string): string[] {
  return parts.map((part, at) =>
    at < parts.length - 1 && part.endsWith(closing) ? part.slice(0, -closing.length).trimEnd() : part,
  );
}
