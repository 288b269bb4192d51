import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver';

/**
 * A handler that throws is logged and answers with `empty`: one broken file must not take the server, or the other
 * features, with it. Answers that are themselves errors (a cancellation) pass.
 */
export function guarded<P extends unknown[], R>(
  console: RemoteConsole,
  name: string,
  empty: R,
  handler: (...params: P) => Promise<R>,
): (...params: P) => Promise<R> {
  return async (...params) => {
    try {
      return await handler(...params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${name}: ${describe(error)}`);
      return empty;
    }
  };
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Ends the handling of a request whose answer nobody waits for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The same wish in the form that the layers below understand. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
