import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  Registration,
  ShowDocumentParams,
  WorkspaceDiagnosticReport,
  WorkspaceFolder,
} from 'vscode-languageserver-protocol';

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly WorkspaceFolder[];
  /** Answers `workspace/configuration` for one scope. */
  readonly configuration?: (scopeUri: string) => unknown;
  readonly initializationOptions?: unknown;
  /** Of the server's process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** What VS Code says of itself, as far as the server asks. */
export const pullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {
      relatedDocumentSupport: true,
      codeDescriptionSupport: true,
      relatedInformation: true,
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** A client of an older kind: it is sent diagnostics and edits as they come. */
export const pushCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    hover: { contentFormat: ['plaintext'] },
  },
};

interface Progress {
  readonly kind: 'begin' | 'report' | 'end';
  readonly title?: string;
  readonly message?: string;
  readonly percentage?: number;
}

/** The real server as a process of its own, spoken to over its standard streams. */
export class TestClient {
  readonly registrations: Registration[] = [];
  readonly progress: Progress[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** What the server asked to open. */
  readonly shown: ShowDocumentParams[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, number>();

  private constructor(
    readonly connection: MessageConnection,
    private readonly process: ChildProcess,
  ) {}

  static async start(options: TestClientOptions = {}): Promise<TestClient> {
    const server = process.env.HANDREIKING_SERVER ?? 'dist/server.cjs';
    const child = spawn(process.execPath, [server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...options.environment },
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(connection, child);
    client.#listen(options);
    connection.listen();
    const ended = new Promise<never>((_resolve, reject) =>
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`))),
    );
    // Only of interest while something is asked for.
    ended.catch(() => undefined);
    const answer = connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: options.folders?.[0]?.uri ?? null,
      capabilities: options.capabilities ?? pullCapabilities,
      workspaceFolders: options.folders ?? null,
      initializationOptions: options.initializationOptions,
    });
    client.initialized = await Promise.race([answer, ended]);
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Ends the server by the protocol, and checks that it ends well. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Without a range the whole text is replaced. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [range ? { range, text } : { text }];
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async changedOnDisk(uri: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('a pull without a previous result id must give a full report');
    return report.items;
  }

  pullWorkspace(
    previousResultIds: readonly { uri: string; value: string }[] = [],
    partialResultToken?: string,
    token?: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const params = { previousResultIds, ...(partialResultToken !== undefined && { partialResultToken }) };
    const method = 'workspace/diagnostic';
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  codeActions(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[],
    only?: readonly string[],
  ): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only && { only }) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  /** Resolves as soon as something that the server sent makes it true. */
  async until<T>(what: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = what();
      if (found !== undefined && found !== false) return found;
      await new Promise<void>((resolve) => {
        const once = () => {
          this.#listeners.delete(once);
          resolve();
        };
        this.#listeners.add(once);
      });
    }
  }

  #listen({ configuration }: TestClientOptions): void {
    const { connection } = this;
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => configuration?.(scopeUri) ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      this.#heard();
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('window/showDocument', (asked: ShowDocumentParams) => {
      this.shown.push(asked);
      return { success: true };
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#heard();
      return null;
    });
    connection.onNotification('$/progress', ({ value }: { value: Progress }) => {
      this.progress.push(value);
      this.#heard();
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#heard();
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      this.log.push(`${type} ${message}`);
      this.#heard();
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.log.push(`shown ${message}`);
      this.#heard();
    });
  }

  #heard(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
