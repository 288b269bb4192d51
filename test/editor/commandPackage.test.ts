import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

describe('the packed command', () => {
  it('holds every module that the build made for it, and the rules', () => {
    const words = ['pack', '--dry-run', '--ignore-scripts', '--json'];
    // On Windows npm is a script, which only a shell starts.
    const shell = process.platform === 'win32';
    const output = execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell });
    const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
    const packed = files.map(({ path }) => path).filter((path) => path.startsWith('dist/'));
    const built = ['dist', 'dist/chunks'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:mjs|br)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    assert.ok(built.length > 3);
    assert.deepEqual(packed.sort(), built.sort());
  });
});
