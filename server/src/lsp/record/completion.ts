import {
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  TextEdit,
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { suggestionsAt, type Suggestion } from '../../core/editing/completion.js';
import { lineStartsOf, rangeOf } from '../../core/place.js';
import { guarded, throwIfCancelled } from '../guard.js';
import type { Server } from '../server.js';
import { toRange } from '../toDiagnostic.js';
import { recordAskedAbout, worldOf } from './recordDocument.js';

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
};

/** `textDocument/completion` in an accountability file. */
export function onCompletion({ connection, session }: Server): void {
  const none: CompletionList = { isIncomplete: false, items: [] };
  const complete = async (
    { textDocument, position }: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList> => {
    const asked = await recordAskedAbout(session, textDocument.uri);
    throwIfCancelled(token);
    if (!asked) return none;
    const world = await worldOf(asked, session);
    throwIfCancelled(token);
    const { text } = asked;
    const lineStarts = lineStartsOf(text);
    const suggestions = suggestionsAt(text, asked.offsetAt(position), world);
    const items = suggestions.map(({ span, ...one }, at) => toItem(one, toRange(rangeOf(lineStarts, span)), at));
    return { isIncomplete: false, items };
  };

  const toItem = (
    { label, kind, detail, documentation, newText }: Omit<Suggestion, 'span'>,
    range: ReturnType<typeof toRange>,
    at: number,
  ): CompletionItem => ({
    label,
    kind: kinds[kind],
    filterText: newText.startsWith(' ') ? ` ${label}` : label,
    // In the order in which they are useful, not by the alphabet.
    sortText: String(at).padStart(4, '0'),
    textEdit: TextEdit.replace(range, newText),
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && {
      documentation: session.features.markdownCompletion
        ? { kind: MarkupKind.Markdown, value: documentation }
        : documentation,
    }),
    // The new lines bring their own indentation.
    ...(session.features.insertsAsIs && { insertTextMode: InsertTextMode.asIs }),
  });

  connection.onCompletion(guarded(connection.console, 'textDocument/completion', none, complete));
}
