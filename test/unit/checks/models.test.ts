import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { isOpenLicence, lists } from '../../../server/src/core/catalog/lists.js';
import { modelNamed, opennessOf } from '../../../server/src/core/catalog/models.js';
import { modelSchema } from '../../../server/src/core/catalog/listsSchema.js';

describe('the catalogue of models', () => {
  for (const name of readdirSync('rules/models')) {
    it(`${name} finds itself under its own names, and cites what it says`, () => {
      const model = modelSchema.parse(parse(readFileSync(`rules/models/${name}`, 'utf8')));
      for (const each of model.names) {
        const written = each.replace(/\*$/, '');
        assert.equal(modelNamed(written)?.id, model.id, written);
        assert.equal(modelNamed(`maker/${written.toUpperCase()}`)?.id, model.id, written);
      }
      assert.ok(model.sources.every((source) => source.startsWith('https://')));
    });
  }
  it('tells open, open weights, restricted and closed apart', () => {
    const of = (name: string) => {
      const model = modelNamed(name);
      return model && opennessOf(model);
    };
    assert.equal(of('olmo-3'), 'open');
    assert.equal(of('apertus-8b'), 'open');
    assert.equal(of('gpt-oss:20b'), 'open-weights');
    assert.equal(of('qwen2.5-coder:7b'), 'open-weights');
    assert.equal(of('llama-3.3-70b'), 'restricted');
    assert.equal(of('gpt-nl-26b'), 'restricted');
    assert.equal(of('gpt-4.1'), 'closed');
    assert.equal(of('text-embedding-3-large'), 'closed');
    assert.equal(of('qwen-max'), 'closed');
    assert.equal(of('mijn-deployment'), undefined);
  });
});

describe('the lists', () => {
  it('know the European Economic Area', () => {
    assert.equal(lists.eea.length, 30);
    for (const country of ['GB', 'CH', 'US']) assert.ok(!lists.eea.includes(country));
  });
  it('know open licences by the flag of the OSI', () => {
    for (const id of ['EUPL-1.2', 'MIT', 'apache-2.0', 'GPL-3.0+']) assert.ok(isOpenLicence(id), id);
    for (const id of ['CC-BY-NC-4.0', 'BUSL-1.1', 'UNLICENSED']) assert.ok(!isOpenLicence(id), id);
  });
});
