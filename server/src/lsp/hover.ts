import { MarkupKind, type CancellationToken, type Hover, type HoverParams, type Position } from 'vscode-languageserver';
import { hoverOf, textOf, titleOf } from '../core/checks/message.js';
import { contains } from '../core/place.js';
import { keyHover, type TextHover } from '../core/editing/keyHover.js';
import { isRecordPath } from '../core/editing/schemaNode.js';
import { guarded, throwIfCancelled } from './guard.js';
import { namesFor } from './record/recordDocument.js';
import type { Server } from './server.js';
import type { Located } from './session.js';
import { toRange } from './toDiagnostic.js';

/** `textDocument/hover` on a finding: the passage, and what to do. In an accountability file also what a key means. */
export function onHover({ connection, session }: Server): void {
  const hover = async ({ textDocument, position }: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    await session.settled();
    throwIfCancelled(token);
    const found = session.locate(textDocument.uri);
    if (!found?.folder.settings.enable) return null;
    const { project } = found.folder.workspace;
    const { language } = project.settings;
    const findings = project.findings(found.path).filter((finding) => contains(finding.range, position));
    const meaning = meaningAt(found, position);
    const range = meaning?.range ?? findings[0]?.range;
    if (!range) return null;
    const checks = new Map(findings.map((finding) => [finding.check, finding.profile]));
    // The title, not the message: editors show that themselves beside the hover.
    const parts = [...checks].map(
      ([check, profile]) => `**${titleOf(check, language)}**\n\n${hoverOf(check, language, profile)}`,
    );
    const explained = closeOnce(parts, `_${textOf('geen-publicatie', language)}_`);
    const value = [...(meaning ? [meaning.markdown] : []), ...explained].join('\n\n---\n\n');
    const kind = session.features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value }, range: toRange(range) };
  };

  /** What a key of an accountability file means, or an id in it. */
  const meaningAt = (found: Located, position: Position): TextHover | undefined => {
    const document = isRecordPath(found.path)
      ? session.documents.get(session.uriOf(found.folder, found.path))
      : undefined;
    const { language } = found.folder.workspace.project.settings;
    return document && keyHover(document.getText(), document.offsetAt(position), namesFor(found), language);
  };
  connection.onHover(guarded(connection.console, 'textDocument/hover', null, hover));
}

/** What every explanation ends with is said once, at the end. */
function closeOnce(parts: readonly string[], closing: string): string[] {
  return parts.map((part, at) =>
    at < parts.length - 1 && part.endsWith(closing) ? part.slice(0, -closing.length).trimEnd() : part,
  );
}
