import {
  SymbolKind,
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import { outlineOf, type OutlineEntry } from '../../core/editing/symbols.js';
import { guarded, throwIfCancelled } from '../guard.js';
import type { Server } from '../server.js';
import { toRange } from '../toDiagnostic.js';
import { recordAskedAbout } from './recordDocument.js';

const kinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  list: SymbolKind.Array,
  endpoint: SymbolKind.Interface,
  useCase: SymbolKind.Module,
  item: SymbolKind.Object,
  value: SymbolKind.Property,
};

/** `textDocument/documentSymbol` of an accountability file. */
export function onDocumentSymbols({ connection, session }: Server): void {
  type Symbols = DocumentSymbol[] | SymbolInformation[];
  const symbols = async (
    { textDocument: { uri } }: DocumentSymbolParams,
    token: CancellationToken,
  ): Promise<Symbols> => {
    const asked = await recordAskedAbout(session, uri);
    throwIfCancelled(token);
    if (!asked) return [];
    const entries = outlineOf(asked.text);
    return session.features.nestedSymbols ? entries.map(toSymbol) : entries.flatMap((entry) => flat(entry, uri));
  };
  connection.onDocumentSymbol(guarded(connection.console, 'textDocument/documentSymbol', [], symbols));
}

function toSymbol({ name, detail, kind, range, selection, children }: OutlineEntry): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(range),
    selectionRange: toRange(selection),
    children: children.map(toSymbol),
  };
}

function flat(entry: OutlineEntry, uri: string, container?: string): SymbolInformation[] {
  const { name, kind, range, children } = entry;
  const own: SymbolInformation = {
    name,
    kind: kinds[kind],
    location: { uri, range: toRange(range) },
    ...(container !== undefined && { containerName: container }),
  };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}
