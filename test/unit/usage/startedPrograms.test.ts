import assert from 'node:assert/strict';
import { createProject } from '../../../server/src/core/createProject.js';

describe('programs that code starts', () => {
  it('are not looked for without end in lists that seem to hold one another', () => {
    const project = createProject({ language: 'nl', checks: {}, today: '2026-01-01' });
    project.set('klein.js', 'import "openai";\nvar a=[b],b=[a];a=[b];b=[a];run(a);exec(b);x=[x];x=[x];run(x);');
    assert.equal(project.usages('klein.js').length, 1);
    assert.deepEqual([...(project.failures?.() ?? [])], []);
  });
});
