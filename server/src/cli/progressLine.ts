import type { ScanProgress } from '../workspace/workspace.js';
import type { Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

/** A scan shorter than this shows no progress. */
const patience = 400;
const between = 100;
const clearLine = '\r\u001b[2K';

export interface ProgressLine {
  show(progress: ScanProgress): void;
  clear(): void;
}

/** One line on standard error that tells how far the scan is; only in a terminal. */
export function progressLine({ stderr }: Surroundings, texts: CliTexts): ProgressLine {
  let next = performance.now() + patience;
  let shown = false;
  return {
    show({ done, total }) {
      const now = performance.now();
      if (stderr.isTTY !== true || now < next) return;
      next = now + between;
      shown = true;
      stderr.write(clearLine + texts.scanning(done, total));
    },
    clear() {
      if (shown) stderr.write(clearLine);
    },
  };
}
