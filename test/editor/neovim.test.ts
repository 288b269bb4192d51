import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { exampleFile, makeExampleWorkspace, type ExampleWorkspace } from './exampleWorkspace.js';

interface Seen {
  readonly error?: string;
  readonly before?: readonly { readonly code: string; readonly message: string; readonly source: string }[];
  readonly after?: readonly { readonly code: string }[];
  readonly hover?: string;
  readonly applied?: string;
}

describe('Neovim', () => {
  let workspace: ExampleWorkspace;
  before(() => {
    workspace = makeExampleWorkspace();
  });
  after(() => workspace.remove());

  it('shows a finding, explains it, and applies a fix', async function () {
    if (spawnSync('nvim', ['--version']).status !== 0) {
      console.log('      nvim is not installed: this test is skipped (Debian: apt-get install neovim)');
      return this.skip();
    }
    const output = path.join(workspace.folder, '.gezien.json');
    const env = {
      ...process.env,
      // A home of its own: nothing of the user's configuration takes part.
      HOME: workspace.folder,
      XDG_CONFIG_HOME: path.join(workspace.folder, '.nvim'),
      XDG_DATA_HOME: path.join(workspace.folder, '.nvim'),
      XDG_STATE_HOME: path.join(workspace.folder, '.nvim'),
      XDG_CACHE_HOME: path.join(workspace.folder, '.nvim'),
      HANDREIKING_ROOT: workspace.folder,
      HANDREIKING_FILE: path.join(workspace.folder, exampleFile),
      HANDREIKING_NODE: process.execPath,
      HANDREIKING_COMMAND: path.resolve('dist/handreiking.mjs'),
      HANDREIKING_OUTPUT: output,
    };
    const args = ['--headless', '--clean', '-n', '-c', `luafile ${path.resolve('test/editor/neovim.lua')}`];
    await promisify(execFile)('nvim', args, { env, timeout: 100_000 });
    const seen = JSON.parse(readFileSync(output, 'utf8')) as Seen;
    assert.equal(seen.error, undefined);
    const finding = seen.before?.find(({ code }) => code === 'endpoint-zonder-contract');
    assert.match(finding?.message ?? '', /vastgelegd/);
    assert.match(seen.hover ?? '', /https:\/\//);
    assert.ok(seen.applied);
    assert.ok(seen.after?.every(({ code }) => code !== 'endpoint-zonder-contract'));
  });
});
