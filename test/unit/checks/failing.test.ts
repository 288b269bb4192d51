import assert from 'node:assert/strict';
import { allChecks } from '../../../server/src/core/checks/all.js';
import { createProject } from '../../../server/src/core/createProject.js';

describe('a check that throws', () => {
  const check = allChecks.find(({ id }) => id === 'dpia-ontbreekt');
  const test = check?.test;
  afterEach(() => {
    if (check) Object.assign(check, { test });
  });

  it('costs that check on that file, which is named, and not the rest', () => {
    assert.ok(check);
    const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
    project.set('a.py', 'from openai import OpenAI\nclient = OpenAI()\n');
    const before = project.findings('a.py').map((finding) => finding.check);
    assert.ok(before.includes(check.id));
    assert.equal(project.failures?.().size, 0);
    Object.assign(check, {
      test: () => {
        throw new Error('made for this test');
      },
    });
    project.settings = { ...project.settings };
    const after = project.findings('a.py').map((finding) => finding.check);
    assert.deepEqual(
      after,
      before.filter((id) => id !== check.id),
    );
    assert.match(String(project.failures?.().get('a.py')), /made for this test/);
  });
});
