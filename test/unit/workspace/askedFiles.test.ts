import assert from 'node:assert/strict';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace.js';
import type { Workspace } from '../../../server/src/workspace/workspace.js';
import { MemoryFiles, MemoryVerdicts } from './fakes.js';

const own = 'https://ai.gemeente-voorbeeld.nl/v1';
const other = 'https://llm.provincie-voorbeeld.nl/v1';

describe('files without a word of the catalogue', () => {
  let files: MemoryFiles;
  let workspace: Workspace;
  beforeEach(() => {
    files = new MemoryFiles()
      .write('adressen.py', `BASIS = "${own}"\n`)
      .write('vraag.py', 'from adressen import BASIS\nfrom openai import OpenAI\nclient = OpenAI(base_url=BASIS)\n')
      .write('weer.py', 'def weer():\n    return "zon"\n');
    workspace = createWorkspace(files, { language: 'nl', checks: {}, today: '2026-01-01' }, new MemoryVerdicts());
  });
  const address = (path: string): string | undefined =>
    workspace.project.usages(path).find(({ kind }) => kind === 'client')?.endpoint?.value;

  it('are read when another file takes a constant from them, and only then', async () => {
    const { parsed } = await workspace.scan();
    assert.equal(address('vraag.py'), own);
    assert.equal(parsed, 2);
    assert.equal(workspace.project.facts('weer.py'), undefined);
  });

  it('are followed over several files', async () => {
    files.write('adressen.py', 'from basis import ADRES as BASIS\n').write('basis.py', `ADRES = "${own}"\n`);
    await workspace.scan();
    assert.equal(address('vraag.py'), own);
  });

  it('stay read when they change on disk or in the editor', async () => {
    await workspace.scan();
    files.write('adressen.py', `BASIS = "${other}"\n`);
    assert.equal(await workspace.changed(['adressen.py']), true);
    assert.equal(address('vraag.py'), other);
    await workspace.open('adressen.py', `BASIS = "${own}"\n`);
    assert.equal(address('vraag.py'), own);
    await workspace.close('adressen.py');
    assert.equal(address('vraag.py'), other);
    await workspace.scan();
    assert.equal(address('vraag.py'), other);
  });

  it('are read when the one that asks is typed, or comes later than they do', async () => {
    files.files.delete('vraag.py');
    await workspace.scan();
    assert.equal(workspace.project.facts('adressen.py'), undefined);
    await workspace.open('nieuw.py', 'from openai import OpenAI\n');
    await workspace.open(
      'nieuw.py',
      'from openai import OpenAI\nfrom adressen import BASIS\nc = OpenAI(base_url=BASIS)\n',
    );
    assert.equal(address('nieuw.py'), own);
  });

  it('are read when they come later than the one that asks', async () => {
    files.files.delete('adressen.py');
    await workspace.scan();
    assert.notEqual(address('vraag.py'), own);
    files.write('adressen.py', `BASIS = "${own}"\n`);
    assert.equal(await workspace.changed(['adressen.py']), true);
    assert.equal(address('vraag.py'), own);
  });
});
