import {
  CodeActionKind,
  InsertTextMode,
  MarkupKind,
  ResourceOperationKind,
  type ClientCapabilities,
} from 'vscode-languageserver';

/** What the client can do, asked once at the start, so that no handler reads capabilities. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly showsDocuments: boolean;
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly insertsAsIs: boolean;
  readonly nestedSymbols: boolean;
  /** What it can be told of while it runs, so that a feature can be for certain documents only. */
  readonly registers: {
    readonly completion: boolean;
    readonly documentSymbol: boolean;
    readonly definition: boolean;
    readonly references: boolean;
    readonly rename: boolean;
    readonly preparesRename: boolean;
  };
}

export function clientFeatures({ workspace, textDocument, window }: ClientCapabilities): ClientFeatures {
  const { codeAction, diagnostic, hover, publishDiagnostics, completion, documentSymbol, rename } = textDocument ?? {};
  // Both ways of reporting share these three; a client of the newer one states them there.
  const either = (name: 'codeDescriptionSupport' | 'relatedInformation' | 'dataSupport') =>
    diagnostic?.[name] ?? publishDiagnostics?.[name] ?? false;
  const kinds = codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet;
  const operations = workspace?.workspaceEdit?.resourceOperations ?? [];
  return {
    pullsDiagnostics: diagnostic !== undefined,
    relatedDocuments: diagnostic?.relatedDocumentSupport ?? false,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    progress: window?.workDoneProgress ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
    codeDescription: either('codeDescriptionSupport'),
    relatedInformation: either('relatedInformation'),
    diagnosticData: either('dataSupport'),
    codeActionLiterals: kinds !== undefined && kinds.some((kind) => CodeActionKind.QuickFix.startsWith(kind)),
    resolvesEdits: (codeAction?.dataSupport && codeAction.resolveSupport?.properties.includes('edit')) ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles: operations.includes(ResourceOperationKind.Create),
    markdownHover: hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    markdownCompletion: completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    insertsAsIs: completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    registers: {
      completion: completion?.dynamicRegistration ?? false,
      documentSymbol: documentSymbol?.dynamicRegistration ?? false,
      definition: textDocument?.definition?.dynamicRegistration ?? false,
      references: textDocument?.references?.dynamicRegistration ?? false,
      rename: rename?.dynamicRegistration ?? false,
      preparesRename: rename?.prepareSupport ?? false,
    },
  };
}
