import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import type { FileEdit } from '../../../server/src/core/fixes/fix.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { lineStartsOf } from '../../../server/src/core/place.js';
import { scenario, summary } from '../checks/scenario.js';
import type { World } from '../checks/scenario.js';

/** Offers the fixes of the first finding of a check, applies one, and looks again. */
export function fix(before: World, check: string, title: RegExp, at: string, variant?: string) {
  const { findings, context } = scenario(before);
  const finding = findings(at).find((one) => one.check === check && (variant === undefined || one.variant === variant));
  assert.ok(finding, summary(findings(at)).join('\n'));
  const fixes = fixesOf(finding, context);
  const chosen = fixes.find((one) => title.test(one.title));
  assert.ok(chosen, `${title} not in: ${fixes.map((one) => one.title).join(' | ')}`);
  const files = apply(before.files, chosen.edits() ?? []);
  // Usages move with the text; their tokens stay.
  const after = scenario({ ...before, files });
  return { fixes, files, after: (where = at) => summary(after.findings(where)), chosen };
}

/** As `apply`, for files that need not be valid YAML: a Helm template, several documents in one file. */
export function applied(files: Readonly<Record<string, string>>, edits: readonly FileEdit[]): Record<string, string> {
  const changed: Record<string, string> = { ...files };
  assert.ok(edits.length > 0, 'no edits');
  const last = (edit: FileEdit): number => (edit.range?.start.line ?? 0) * 1e4 + (edit.range?.start.character ?? 0);
  for (const edit of [...edits].sort((a, b) => last(b) - last(a))) {
    const text = changed[edit.path];
    if (edit.range === undefined) {
      assert.equal(text, undefined, 'a new file is not there yet');
      changed[edit.path] = edit.newText;
      continue;
    }
    const starts = lineStartsOf(text ?? '');
    const offset = ({ line, character }: { line: number; character: number }): number =>
      (starts[line] ?? (text ?? '').length) + character;
    changed[edit.path] =
      (text ?? '').slice(0, offset(edit.range.start)) + edit.newText + (text ?? '').slice(offset(edit.range.end));
  }
  return changed;
}

export function apply(files: Readonly<Record<string, string>>, edits: readonly FileEdit[]): Record<string, string> {
  const changed = applied(files, edits);
  for (const [name, text] of Object.entries(changed)) {
    if (/\.ya?ml$/.test(name)) assert.deepEqual(parseDocument(text).errors, [], text);
  }
  return changed;
}

/** Every line of the old text stands in the new one, in order: nothing but an insertion happened. */
export function onlyAdded(before: string, after: string): void {
  const lines = after.split('\n');
  for (const line of before.split('\n')) {
    const at = lines.indexOf(line);
    assert.notEqual(at, -1, `lost: ${JSON.stringify(line)}\n${after}`);
    lines.splice(0, at + 1);
  }
}
