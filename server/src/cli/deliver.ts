import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import type { FolderOptions } from './options.js';
import { UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

/** Hands the report over: to the file that was asked for, or to standard output. */
export function deliver(text: string, { output }: FolderOptions, texts: CliTexts, around: Surroundings): void {
  if (output === undefined) {
    around.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(around.folder, output), text);
  } catch (error) {
    throw new UsageError(texts.cannotWrite(output, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
  around.stderr.write(`${texts.written(output)}\n`);
}

/** Colours only where a person reads along, or asks for them; see no-color.org. */
export function colorsFor(options: FolderOptions, { env, stdout }: Surroundings): Colors {
  const forced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0';
  const refused =
    !options.color || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' || options.output !== undefined;
  return createColors(!refused && (forced || stdout.isTTY === true));
}
