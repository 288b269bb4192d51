import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { directivesOf } from '../../server/src/core/accountability/directives.js';
import { readAccountabilityFile } from '../../server/src/core/accountability/read.js';
import { hasCheck } from '../../server/src/core/checks/rules.js';
import { defectOf } from '../../server/src/core/checks/suppression.js';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { runCommand } from './cli/runCommand.js';

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const read = (path: string): string => readFileSync(path, 'utf8');
const readme = read('README.md');

/** The texts of the fenced blocks in a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    (found) => found[1] as string,
  );
}

describe('the documents', () => {
  for (const path of documents) {
    it(`${path} names files that are there, and links to them`, () => {
      const text = read(path);
      const named = [...text.matchAll(/`((?:server|client|rules|test|docs|schemas)\/[^`<>*…]*)`/g)];
      const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)];
      const missing = [...named, ...linked].map((found) => found[1] as string).filter((file) => !existsSync(file));
      assert.deepEqual(missing, []);
    });
  }

  it('link to headings that are there', () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map((found) =>
      (found[1] as string)
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    const targets = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map((found) => found[1] as string);
    assert.deepEqual(
      targets.filter((target) => !headings.includes(target)),
      [],
    );
  });

  it('show output as the command gives it', async () => {
    const { out } = await runCommand('.', ['scan', 'test/example', '--no-cache']);
    const [sample] = blocks(readme, 'text');
    for (const line of sample?.trim().split('\n') ?? []) assert.ok(out.includes(line), line);
    assert.ok(sample);
  });

  it('show YAML that can be read, and an accountability file without mistakes', () => {
    const samples = blocks(readme, 'yaml');
    for (const sample of samples) assert.equal(typeof parse(sample), 'object');
    const [record, ...others] = samples.filter((sample) => sample.startsWith('versie:'));
    assert.deepEqual(others, []);
    assert.deepEqual(readAccountabilityFile('ai-verantwoording.yml', record ?? '').problems, []);
  });

  it('show a suppression that holds', () => {
    const [sample] = blocks(readme, 'python');
    const facts = readFacts('voorbeeld.py', sample ?? '');
    assert.ok(facts);
    const [suppression, ...others] = directivesOf(facts).suppressions;
    assert.ok(suppression);
    assert.deepEqual(others, []);
    assert.equal(defectOf(suppression, '2026-06-01', hasCheck), undefined);
  });
});

describe('publiccode.yml', () => {
  const code = parse(read('publiccode.yml')) as Record<string, unknown> & {
    description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>;
    legal: { license: string };
  };
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown> & { repository: { url: string } };

  it('says what the manifest says', () => {
    assert.equal(code['softwareVersion'], manifest['version']);
    assert.equal(code.legal.license, manifest['license']);
    assert.equal(`${String(code['url'])}.git`, manifest.repository.url);
  });

  it('keeps to the lengths of the standard, in both languages', () => {
    assert.deepEqual(Object.keys(code.description), ['nl', 'en']);
    for (const { shortDescription, longDescription, features } of Object.values(code.description)) {
      assert.ok(shortDescription.length <= 150);
      assert.ok(longDescription.length >= 150 && longDescription.length <= 10_000);
      assert.ok(features.length > 0);
    }
  });
});

describe('the changelog', () => {
  it('has the version of the manifest', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.ok(read('CHANGELOG.md').includes(`\n## ${version}\n`));
  });
});
