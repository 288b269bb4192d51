import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { exampleFile, makeExampleWorkspace, type ExampleWorkspace } from './exampleWorkspace.js';
import { Workbench } from './rig/workbench.js';

describe('the user interface', () => {
  let workspace: ExampleWorkspace;
  let workbench: Workbench | undefined;
  before(() => {
    workspace = makeExampleWorkspace();
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  it('draws the finding, lists it, offers the fix, and applies it', async function () {
    if (process.platform !== 'linux') return this.skip();
    const file = path.join(workspace.folder, exampleFile);
    workbench = await Workbench.open({ workspace: workspace.folder, file, vsix: process.env.HANDREIKING_VSIX ?? '' });
    await workbench.squiggles('warning').first().waitFor();
    const rows = await workbench.problems();
    const listed = (await rows.allInnerTexts()).join('\n');
    assert.match(listed, /dpia-ontbreekt/);
    const finding = rows.filter({ hasText: 'endpoint-zonder-contract' });
    assert.match(await finding.first().innerText(), /vastgelegd/);
    await workbench.applyQuickFix('OpenAI()', /Leg endpoint .* vast: contract/);
    await finding.first().waitFor({ state: 'detached' });
    assert.equal(existsSync(path.join(workspace.folder, 'ai-verantwoording.yml')), true);
  });
});
