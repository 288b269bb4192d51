import assert from 'node:assert/strict';
import { isFolderLeftOut, isLeftOut } from '../../../server/src/workspace/leftOut.js';

describe('what a scan leaves out', () => {
  for (const path of [
    'node_modules/openai/index.js',
    'a/b/vendor/x.go',
    '.venv/lib/x.py',
    'web/dist/app.js',
    'a/jquery.min.js',
    'modellen/all-minilm-tokenizer.json',
    'package-lock.json',
    'app/target/classes/a.properties',
    'x/bin/Release/appsettings.json',
    'api/model_pb2.py',
    'third_party/openai/client.py',
  ]) {
    it(`leaves out ${path}`, () => assert.equal(isLeftOut(path), true));
  }
  for (const path of [
    'src/vendors/x.py',
    'distribution/a.py',
    'src/target/a.py',
    'build/own.py',
    'bin/tool.py',
    'node_modules.py',
    'admin.js',
    '.github/workflows/a.yml',
    'package.json',
    'src/dist.py',
    'third_party/Ollama/local.ipynb',
  ]) {
    it(`keeps ${path}`, () => assert.equal(isLeftOut(path), false));
  }
  it('does not enter such a folder', () => {
    assert.equal(isFolderLeftOut('a/node_modules'), true);
    assert.equal(isFolderLeftOut('a/modules'), false);
  });
});
