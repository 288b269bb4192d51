import {
  CompletionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  ReferencesRequest,
  RenameRequest,
  type DocumentSelector,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ClientFeatures } from '../clientFeatures.js';
import type { Server } from '../server.js';
import { onCompletion } from './completion.js';
import { onDefinition } from './definition.js';
import { onDocumentSymbols } from './documentSymbols.js';
import { onReferences } from './references.js';
import { onRename } from './rename.js';

const records: DocumentSelector = [{ scheme: 'file', pattern: '**/ai-verantwoording*.{yml,yaml}' }];
/** An id also stands in comments of code, and from there one wants to go to the use case. */
const everything: DocumentSelector = [{ scheme: 'file' }];

const completionOptions = { triggerCharacters: [' ', ':', '-', '/'] };

/** Editing an accountability file: for clients that can be told so, in those documents only. */
export function onRecords(server: Server): void {
  onCompletion(server);
  onDocumentSymbols(server);
  onDefinition(server);
  onReferences(server);
  onRename(server);
}

export async function registerRecords({ connection, session }: Server): Promise<void> {
  const { registers } = session.features;
  const documentSelector = records;
  const { client } = connection;
  await Promise.all([
    registers.completion && client.register(CompletionRequest.type, { documentSelector, ...completionOptions }),
    registers.documentSymbol && client.register(DocumentSymbolRequest.type, { documentSelector }),
    registers.definition && client.register(DefinitionRequest.type, { documentSelector: everything }),
    registers.references && client.register(ReferencesRequest.type, { documentSelector }),
    registers.rename &&
      client.register(RenameRequest.type, { documentSelector, prepareProvider: registers.preparesRename }),
  ]);
}

/** For clients that only learn at the start what the server can do; in other documents the answer is empty. */
export function recordCapabilities({ registers }: ClientFeatures): ServerCapabilities {
  return {
    ...(!registers.completion && { completionProvider: completionOptions }),
    ...(!registers.documentSymbol && { documentSymbolProvider: true }),
    ...(!registers.definition && { definitionProvider: true }),
    ...(!registers.references && { referencesProvider: true }),
    ...(!registers.rename && { renameProvider: registers.preparesRename ? { prepareProvider: true } : true }),
  };
}
