import { MarkupKind, type CancellationToken, type Hover, type HoverParams } from 'vscode-languageserver';
import { hoverOf, messageOf } from '../core/checks/message.js';
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
    const checks = new Map(findings.map((finding) => [finding.check, finding]));
    const parts = [...checks.values()].map(
      (finding) => `**${asText(messageOf(finding, language))}**\n\n${hoverOf(finding.check, language, finding.profile)}`,
    );
    const value = parts.join('\n\n---\n\n');
    const kind = session.features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value }, range: toRange(first.range) };
  };
  connection.onHover(guarded(connection.console, 'textDocument/hover', null, hover));
}

/** A message holds names and hosts from the code; nothing of them may become a link or a picture. */
function asText(message: string): string {
  return message.replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}
