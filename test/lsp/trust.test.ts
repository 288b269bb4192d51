import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { callsPublicService } from './samples.js';
import { Setup } from './setup.js';

describe('a workspace that is not trusted', () => {
  const setup = new Setup();
  afterEach(() => setup.clear());

  /** Searches a repository with a `git` that leaves a trace when it is started; whether it was. */
  async function gitWasStarted(trusted: boolean): Promise<boolean> {
    const tools = setup.folder({ git: `#!/bin/sh\ntouch "$(dirname "$0")/trace"\nexit 1\n` });
    chmodSync(path.join(tools.root, 'git'), 0o755);
    const folder = setup.folder({ 'app.py': callsPublicService, '.git/HEAD': 'ref: refs/heads/main\n' });
    const environment = { PATH: `${tools.root}${path.delimiter}${process.env.PATH ?? ''}` };
    const client = await setup.start([folder], { initializationOptions: { trusted }, environment });
    const { items } = await client.pullWorkspace();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [folder.uri('app.py')],
    );
    return existsSync(path.join(tools.root, 'trace'));
  }

  it('is searched without starting a program', async function () {
    if (process.platform === 'win32') return this.skip();
    assert.equal(await gitWasStarted(true), true);
    assert.equal(await gitWasStarted(false), false);
  });
});
