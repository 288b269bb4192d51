import type { Writable } from 'node:stream';
import type { Dialogue } from './askInTerminal.js';

/** The world as the command sees it; a test gives another one. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** ISO date of today. */
  readonly today: string;
  /** From the first call on, Ctrl+C ends the work tidily; before it, and a second time, at once. */
  interruption(): AbortSignal;
  /** Asks the person at the terminal; left out where nobody sits there. */
  readonly dialogue?: () => Dialogue;
  /** File of the running program: a cache of another build is not read. */
  readonly program: string;
}

export interface Output extends Pick<Writable, 'write'> {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Exit codes; a merge request stands or falls by them. */
export const exit = { clean: 0, findings: 1, wrongUse: 2, interrupted: 130 } as const;

/** Something the person can mend: said in one sentence, without a stack trace. */
export class UsageError extends Error {}

/** The person pressed Ctrl+C. */
export class Interrupted extends Error {}
