import assert from 'node:assert/strict';
import { readdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { catalogueGate } from '../../../server/src/workspace/catalogueGate.js';
import { askingOnce, folderState } from '../../../server/src/workspace/node/folderState.js';
import { stands, type Footprint } from '../../../server/src/workspace/node/footprint.js';
import { nodeFileSystem } from '../../../server/src/workspace/node/nodeFileSystem.js';
import { ScratchFolder } from './scratchFolder.js';

describe('the footprint of a folder', () => {
  let scratch: ScratchFolder;
  beforeEach(() => {
    scratch = new ScratchFolder();
    scratch.write({ 'a.py': 'a', 'src/b.py': 'b', 'src/picture.png': 'p', 'logs/today.log': 'l' });
  });
  afterEach(() => scratch.remove());

  /** Long enough ago that a next change shows in the times. */
  const age = (path = scratch.path): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) age(inner);
      else utimesSync(inner, 1_700_000_000, 1_700_000_000);
    }
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  };
  const taken = async (): Promise<Footprint | undefined> => {
    age();
    return (await folderState(askingOnce(nodeFileSystem(scratch.path)), catalogueGate, { trusted: true })).footprint;
  };

  const changes: Readonly<Record<string, () => void>> = {
    'a file that came': () => scratch.write({ 'src/c.py': 'c' }),
    'a file that came where none is read': () => scratch.write({ 'logs/c.py': 'c' }),
    'a file that went': () => rmSync(scratch.at('src/b.py')),
    'a file that grew': () => scratch.write({ 'src/b.py': 'bb' }),
    'a folder that became a link': () => {
      renameSync(scratch.at('src'), `${scratch.path}-src`);
      symlinkSync(`${scratch.path}-src`, scratch.at('src'));
    },
    'an ignore rule': () => scratch.write({ '.gitignore': '*.log\n/src/\n' }),
  };
  afterEach(() => rmSync(`${scratch.path}-src`, { recursive: true, force: true }));

  for (const way of ['a repository', 'a plain folder']) {
    const prepare = (): void => {
      scratch.write({ '.gitignore': '*.log\n' });
      if (way === 'a repository') scratch.git('.', 'init', '-q');
      if (way === 'a repository') scratch.git('.', 'add', '.');
    };

    it(`stands as long as nothing changes in ${way}`, async () => {
      prepare();
      const footprint = await taken();
      assert.ok(footprint && stands(scratch.path, footprint));
    });

    for (const [what, change] of Object.entries(changes)) {
      it(`does not stand after ${what}, in ${way}`, async () => {
        prepare();
        const footprint = await taken();
        change();
        // Whatever the clock says: copies and archives set times back.
        if (!what.includes('grew') && !what.includes('rule')) age();
        assert.ok(footprint && !stands(scratch.path, footprint));
      });
    }
  }

  it('does not stand after git has taken a file in that a rule ignores', async () => {
    scratch.write({ '.gitignore': '*.py\n' }).git('.', 'init', '-q');
    scratch.git('.', 'add', '.gitignore');
    const footprint = await taken();
    scratch.git('.', 'add', '--force', 'a.py');
    assert.ok(footprint && !stands(scratch.path, footprint));
  });

  it('is not taken of what changed this moment', async () => {
    await taken();
    scratch.write({ 'src/c.py': 'c' });
    utimesSync(scratch.at('src/c.py'), 1_700_000_000, 1_700_000_000);
    const state = await folderState(askingOnce(nodeFileSystem(scratch.path)), catalogueGate, { trusted: true });
    assert.equal(state.footprint, undefined);
  });

  it('is not taken where a repository around the folder has a say', async () => {
    scratch.git('.', 'init', '-q');
    age();
    const inner = askingOnce(nodeFileSystem(scratch.at('src')));
    assert.equal((await folderState(inner, catalogueGate, { trusted: true })).footprint, undefined);
  });

  it('is not taken where a setting of git names rules elsewhere', async () => {
    scratch.git('.', 'init', '-q');
    scratch.git('.', 'config', 'core.excludesFile', '/nowhere');
    assert.equal(await taken(), undefined);
  });
});
