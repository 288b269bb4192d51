import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Language } from '../core/settings.js';
import type { FileChange } from '../workspace/mending/draft.js';
import { NotWritten, writeText } from '../workspace/node/writeText.js';
import { UsageError } from './surroundings.js';
import { writeTexts } from './texts/write.js';

/** Writes changed texts to disk, each file in one step. */
export function writeChanges(root: string, changes: readonly FileChange[], language: Language): void {
  for (const { path, after } of changes) writeFile(root, path, after, language);
}

export function writeFile(root: string, path: string, text: string, language: Language): void {
  const say = writeTexts[language];
  try {
    writeText(root, path, text);
  } catch (error) {
    if (error instanceof NotWritten) throw new UsageError(say.notWritten(path, say.reason(error.reason)));
    throw error;
  }
}

/** The changes in the form that `git apply` and `patch -p1` take. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? '/dev/null' : `a/${path}`,
        `b/${path}`,
        before ?? '',
        after,
        undefined,
        undefined,
        { headerOptions: FILE_HEADERS_ONLY },
      ),
    )
    .join('');
}
