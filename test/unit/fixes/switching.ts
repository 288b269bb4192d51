import assert from 'node:assert/strict';
import { createProject } from '../../../server/src/core/createProject.js';
import type { FixContext } from '../../../server/src/core/fixes/fix.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { readFacts } from '../../../server/src/core/syntax/readFacts.js';
import { apply } from './applyFix.js';

export const record = `versie: 1
endpoints:
  - id: vlam
    url: https://vlam-api.rijksweb.nl/v1
    grondslag: overheidsdienst
toepassingen:
  - id: brief
    doel: Brieven samenvatten
    paden: ['**']
`;
export type Files = Readonly<Record<string, string>>;

/** The whole way, with what is really found in the texts. */
export function project(files: Files) {
  const made = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  for (const [path, text] of Object.entries(files)) made.set(path, text);
  return made;
}

export function switched(files: Files, at: string, check = 'endpoint-zonder-contract') {
  const all = { 'ai-verantwoording.yml': record, ...files };
  const before = project(all);
  const context: FixContext = { project: before, text: (path) => (all as Files)[path] };
  const finding = before.findings(at).find((one) => one.check === check);
  assert.ok(
    finding,
    before
      .findings(at)
      .map((one) => one.check)
      .join(),
  );
  const chosen = fixesOf(finding, context).find((one) => one.id === 'switch-endpoint');
  assert.ok(chosen, 'not offered');
  const changed = apply(all, chosen.edits() ?? []);
  const after = project(changed);
  for (const path of Object.keys(files)) assert.equal(readFacts(path, changed[path] ?? '')?.incomplete, undefined);
  return {
    changed,
    endpoints: after.usages(at).map((one) => one.endpoint?.class),
    after: after.findings(at).map((one) => one.check),
  };
}
