import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as prettier from 'prettier';
import { generatedFiles } from '../../../rules/generated.js';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';

describe('generated files', () => {
  for (const [path, text] of generatedFiles()) {
    it(`${path} is fresh (npm run generate)`, async () => {
      const options = (await prettier.resolveConfig(path)) ?? {};
      assert.equal(readFileSync(path, 'utf8'), await prettier.format(text, { ...options, filepath: path }));
    });
  }
  it('has no page of a check that is gone', () => {
    const known = new Set(generatedFiles().keys());
    assert.deepEqual(
      readdirSync('docs/regels').filter((name) => !known.has(`docs/regels/${name}`)),
      [],
    );
  });
  it('describes every key in the JSON Schema', () => {
    const schema = generatedFiles().get('schemas/ai-verantwoording.schema.json') ?? '';
    const missing: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, items } = node as { properties?: Record<string, { description?: string }>; items?: unknown };
      for (const [key, value] of Object.entries(properties ?? {})) {
        if (value.description === undefined) missing.push(`${path}.${key}`);
        visit(value, `${path}.${key}`);
      }
      visit(items, `${path}[]`);
    };
    visit(JSON.parse(schema), '');
    assert.deepEqual(missing, []);
    assert.deepEqual(readAccountabilityFile('a.yml', 'versie: 1').problems, []);
  });
});
