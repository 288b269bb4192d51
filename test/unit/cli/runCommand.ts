import { fileURLToPath } from 'node:url';
import { main } from '../../../server/src/cli/main.js';
import type { Surroundings } from '../../../server/src/cli/surroundings.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Runs the command in this process, in a folder, with nothing of the machine around it. */
export async function runCommand(
  folder: string,
  argv: readonly string[],
  other: Partial<Surroundings> = {},
): Promise<Ran> {
  const told = { out: '', errors: '' };
  const code = await main(argv, {
    stdout: { write: (text: string) => Boolean((told.out += text)) },
    stderr: { write: (text: string) => Boolean((told.errors += text)) },
    env: { XDG_CACHE_HOME: `${folder}-cache` },
    folder,
    today: '2026-06-01',
    interruption: () => new AbortController().signal,
    program: fileURLToPath(import.meta.url),
    ...other,
  });
  return { code, ...told };
}
