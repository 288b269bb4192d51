/** What a client may pass as `initializationOptions`. */
export interface StartOptions {
  /** False in a workspace that its user has not said to trust: no program is started there. */
  readonly trusted: boolean;
  /** The client shows a status item and wants `handreiking/status`. */
  readonly status: boolean;
  /** Settings of a client that has no `workspace/configuration`. */
  readonly settings: unknown;
}

export function readStartOptions(options: unknown): StartOptions {
  const given = (typeof options === 'object' && options !== null ? options : {}) as Record<string, unknown>;
  return { trusted: given['trusted'] !== false, status: given['status'] === true, settings: given['settings'] };
}
