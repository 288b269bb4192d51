import { createColors } from 'picocolors';
import { isAccountabilityPath } from '../core/accountability/paths.js';
import type { Language } from '../core/settings.js';
import type { SkippedFile } from '../report/skipped.js';
import { skippedText } from '../report/text/scanText.js';
import { reportTexts } from '../report/texts.js';
import { UsageError, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';

/** Reasons for which nothing at all of a file was read; any other is a part that its reader left out. */
const unread = new Set(['too-large', 'binary', 'minified', 'unreadable']);

/** When an accountability file cannot be read, a report without it would say too much. */
export function refuseUnreadable(skipped: readonly SkippedFile[], language: Language, texts: CliTexts): void {
  const file = skipped.find(({ path, reason }) => isAccountabilityPath(path) && unread.has(reason));
  if (!file) return;
  throw new UsageError(texts.unreadableConfiguration(file.path, reportTexts[language].skipReason(file.reason)));
}

/** On standard error, so that the report stays as other tools read it. */
export function tellSkipped(skipped: readonly SkippedFile[], language: Language, { stderr }: Surroundings): void {
  const text = skippedText(skipped, reportTexts[language], createColors(false));
  if (text !== '') stderr.write(`${text}\n`);
}
