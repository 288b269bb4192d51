import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { nodeFileSystem } from '../../../server/src/workspace/node/nodeFileSystem.js';
import { ScratchFolder } from './scratchFolder.js';

async function listed(folder: string, trusted: boolean): Promise<string[]> {
  return [...(await nodeFileSystem(folder).list({ trusted }))].sort();
}

describe('files on Node', () => {
  let scratch: ScratchFolder;
  beforeEach(() => (scratch = new ScratchFolder()));
  afterEach(() => scratch.remove());

  const project = {
    '.gitignore': 'secret/\n*.log\n!keep.log\nBuild\n',
    'a.py': '',
    'a.log': '',
    'keep.log': '',
    'build/own.py': '',
    'secret/b.py': '',
    'src/.gitignore': '/only-here.py\n!*.log\n',
    'src/only-here.py': '',
    'src/deep/only-here.py': '',
    'src/deep/c.log': '',
    'node_modules/openai/index.js': '',
    'src/jquery.min.js': '',
    '.github/workflows/ci.yml': '',
  };
  const expected = [
    '.github/workflows/ci.yml',
    '.gitignore',
    'a.py',
    'build/own.py',
    'keep.log',
    'src/.gitignore',
    'src/deep/c.log',
    'src/deep/only-here.py',
  ];

  for (const trusted of [true, false]) {
    const way = trusted ? 'with git' : 'without git';

    it(`honours ignore rules and leaves out what others wrote, ${way}`, async () => {
      scratch.write(project).git('.', 'init', '-q');
      assert.deepEqual(await listed(scratch.path, trusted), expected);
    });

    it(`lists a folder inside a bigger repository by itself, ${way}`, async () => {
      scratch.write({ 'top.py': '', 'part/a.py': '', 'part/b/c.py': '' }).git('.', 'init', '-q');
      assert.deepEqual(await listed(scratch.at('part'), trusted), ['a.py', 'b/c.py']);
    });

    it(`enters a submodule and a clone inside the folder, ${way}`, async () => {
      scratch.write({ 'other/sub.py': '' }).git('other', 'init', '-q');
      scratch.git('other', 'add', '.');
      scratch.git('other', 'commit', '-qm', 'x');
      scratch.write({ 'main/a.py': '' }).git('main', 'init', '-q');
      scratch.git('main', 'submodule', '--quiet', 'add', scratch.at('other'), 'module');
      scratch.write({ 'main/clone/loose.py': '' }).git('main/clone', 'init', '-q');
      const files = await listed(scratch.at('main'), trusted);
      assert.deepEqual(
        files.filter((path) => path.endsWith('.py')),
        ['a.py', 'clone/loose.py', 'module/sub.py'],
      );
    });

    it(`follows no link, ${way}`, async () => {
      scratch.write({ 'outside/secret.py': '', 'root/src/a.py': '' });
      symlinkSync(scratch.at('root'), scratch.at('root/src/loop'));
      symlinkSync(scratch.at('outside'), scratch.at('root/away'));
      symlinkSync(scratch.at('outside/secret.py'), scratch.at('root/link.py'));
      scratch.git('root', 'init', '-q');
      const files = nodeFileSystem(scratch.at('root'));
      const seen: string[] = [];
      for (const path of await files.list({ trusted })) if ((await files.read(path)) !== undefined) seen.push(path);
      assert.deepEqual(seen, ['src/a.py']);
    });
  }

  it('ignores by rules of every form, as git does', async () => {
    scratch
      .write({
        '.gitignore':
          '# x\n[Bb]in/\n*.tmp\n!keep.tmp\n/top\ndocs/*.txt\n**/cache/**\nqu?x\n\\!odd\nend \ndeep/**/x.py\na*b*c\n',
        ...Object.fromEntries(
          [
            ...['bin/a.py', 'src/Bin/a.py', 'a.tmp', 'keep.tmp', 'top', 'src/top', 'docs/a.txt', 'docs/in/a.txt'],
            ...[
              'src/cache/a.py',
              'quux',
              'quuux',
              '!odd',
              'end',
              'deep/x.py',
              'deep/a/b/x.py',
              'axbxc',
              'axbx',
              'x # x',
            ],
          ].map((path) => [path, '']),
        ),
      })
      .git('.', 'init', '-q');
    assert.deepEqual(await listed(scratch.path, false), await listed(scratch.path, true));
    assert.ok((await listed(scratch.path, false)).includes('src/top'));
  });

  it('lists in one order, whatever the disk gives first', async () => {
    const paths = Array.from({ length: 60 }, (_, at) => `f${String(at % 7)}/g${String(at % 5)}/${String(at)}.py`);
    scratch.write(Object.fromEntries(paths.map((path) => [`root/${path}`, ''])));
    assert.deepEqual(await nodeFileSystem(scratch.at('root')).list({ trusted: false }), paths.sort());
  });

  it('ignores nothing in a copy without a repository, but what others wrote', async () => {
    scratch.write({ '.gitignore': '.claude/\n*.csproj\nout/\n', 'a.csproj': '', '.claude/settings.json': '' });
    scratch.write({ 'clone/.gitignore': '*.log\n', 'clone/a.log': '', 'node_modules/a/index.js': '' });
    scratch.git('clone', 'init', '-q');
    assert.deepEqual(await listed(scratch.path, true), [
      '.claude/settings.json',
      '.gitignore',
      'a.csproj',
      'clone/.gitignore',
    ]);
  });

  it('lists a folder that a repository around it ignores', async () => {
    scratch.write({ '.gitignore': 'out/\n', 'out/x/a.py': '' }).git('.', 'init', '-q');
    assert.deepEqual(await listed(scratch.at('out/x'), true), ['a.py']);
  });

  it('lets the configuration of a repository run no program', async () => {
    scratch.write({ 'a.py': '', 'run.sh': `#!/bin/sh\ntouch '${scratch.at('ran')}'\n` }).git('.', 'init', '-q');
    scratch.git('.', 'config', 'core.fsmonitor', `sh ${scratch.at('run.sh')}`);
    await listed(scratch.path, true);
    assert.equal(existsSync(scratch.at('ran')), false);
  });

  it('reads and knows nothing outside the root', async () => {
    scratch.write({ 'outside.txt': 'x', 'root/a.txt': 'a', 'root/folder/b.txt': 'b' });
    symlinkSync(scratch.at('outside.txt'), scratch.at('root/link.txt'));
    symlinkSync(scratch.at('root/a.txt'), scratch.at('root/own.txt'));
    const files = nodeFileSystem(scratch.at('root'));
    for (const path of [
      '../outside.txt',
      'folder/../../outside.txt',
      scratch.at('outside.txt'),
      'link.txt',
      'a\0.txt',
    ]) {
      assert.equal(await files.read(path), undefined, path);
      assert.equal(await files.stat(path), undefined, path);
    }
    assert.equal(await files.read('folder'), undefined);
    assert.equal((await files.stat('folder'))?.folder, true);
    assert.equal(new TextDecoder().decode(await files.read('own.txt')), 'a');
    assert.equal((await files.stat('own.txt'))?.link, true);
  });

  it('tells whether a new file would be listed', async () => {
    scratch.write(project).git('.', 'init', '-q');
    const files = nodeFileSystem(scratch.path);
    assert.equal(await files.ignores?.('secret/new.py'), true);
    assert.equal(await files.ignores?.('node_modules/x.js'), true);
    assert.equal(await files.ignores?.('src/new.py'), false);
  });

  it('stops when it is cancelled', async () => {
    scratch.write(project);
    await assert.rejects(nodeFileSystem(scratch.path).list({ trusted: false, signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });
});
