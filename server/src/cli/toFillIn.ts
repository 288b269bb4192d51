import type { Project } from '../core/project.js';
import type { FileChange } from '../workspace/mending/draft.js';

export interface OpenPlace {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Places where something is left to be filled in: in the accountability files, and in what was changed besides. */
export function openPlaces(project: Project, changes: readonly FileChange[]): OpenPlace[] {
  const places: OpenPlace[] = [];
  const { files } = project.accountability;
  for (const [path, file] of files) {
    const lines = project.text(path)?.split(/\r?\n/) ?? [];
    for (const { variant, range } of file.problems) {
      if (variant !== 'nog-invullen') continue;
      places.push({ path, line: range.start.line + 1, text: (lines[range.start.line] ?? '').trim() });
    }
  }
  for (const { path, after } of changes) {
    if (files.has(path)) continue;
    for (const [at, line] of after.split(/\r?\n/).entries()) {
      if (/\bINVULLEN\b/.test(line)) places.push({ path, line: at + 1, text: line.trim() });
    }
  }
  return places;
}
