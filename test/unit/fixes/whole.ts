import assert from 'node:assert/strict';
import { createProject } from '../../../server/src/core/createProject.js';
import type { Project } from '../../../server/src/core/project.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import type { Fix } from '../../../server/src/core/fixes/fix.js';
import { apply } from './applyFix.js';

export type Files = Readonly<Record<string, string>>;

/** A project of these files, read as a scan reads them, with the documents that its record refers to. */
export function whole(files: Files): Project {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  for (const [path, text] of Object.entries(files)) project.set(path, text);
  for (const path of project.wantedDocuments())
    project.setDocument(path, files[path] === undefined ? { state: 'missing' } : { state: 'text', text: files[path] });
  return project;
}

/** `check/variant` of what is found in a file. */
export function found(files: Files, path: string): string[] {
  return whole(files)
    .findings(path)
    .map(({ check, variant }) => `${check}/${variant}`);
}

export function offered(files: Files, path: string, check: string): readonly Fix[] {
  const project = whole(files);
  const finding = project.findings(path).find((one) => `${one.check}/${one.variant}`.startsWith(check));
  assert.ok(finding, found(files, path).join('\n'));
  return fixesOf(finding, { project, text: (at) => files[at] });
}

/** The files after the fix with this title for the first finding of a check. */
export function fixed(files: Files, path: string, check: string, title: RegExp): Record<string, string> {
  const fixes = offered(files, path, check);
  const chosen = fixes.find((one) => title.test(one.title));
  assert.ok(chosen, fixes.map((one) => one.title).join('\n'));
  return apply(files, chosen.edits() ?? []);
}
