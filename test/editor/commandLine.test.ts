import assert from 'node:assert/strict';
import { parseCodeArguments } from './rig/commandLine.js';

describe('the command line of the stand-in', () => {
  it('takes what the desktop takes for extension tests', () => {
    const args = ['/werk', '--no-sandbox', '--extensionTestsPath=/tests/index.js', '--extensionDevelopmentPath=/een'];
    const parsed = parseCodeArguments([
      ...args,
      '--extensionDevelopmentPath=/twee',
      '--user-data-dir=/u',
      '--extensions-dir=/e',
    ]);
    assert.deepEqual(parsed, {
      folder: '/werk',
      extensionDevelopmentPaths: ['/een', '/twee'],
      extensionTestsPath: '/tests/index.js',
      userData: '/u',
      extensions: '/e',
      install: undefined,
    });
  });

  it('keeps an equals sign in a path', () => {
    assert.equal(parseCodeArguments(['--install-extension=/a=b.vsix']).install, '/a=b.vsix');
  });
});
