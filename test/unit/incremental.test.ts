import assert from 'node:assert/strict';
import { createProject } from '../../server/src/core/createProject.js';
import type { Project } from '../../server/src/core/project.js';
import { fixturesIn } from './fixtures/fixture.js';
import { loadProject } from './fixtures/loadProject.js';

/** What a project that was given the same texts at once has to say. */
function anew(project: Project): Project {
  const fresh = createProject(project.settings);
  for (const path of project.paths()) {
    const [text, facts] = [project.text(path), project.facts(path)];
    if (text !== undefined) fresh.set(path, text);
    else if (facts) fresh.setFacts(facts);
  }
  return fresh;
}

function said(project: Project, paths: readonly string[]): string[] {
  return paths.map((path) => JSON.stringify([path, project.usages(path), project.findings(path)]));
}

function assertSameAsNew(project: Project, what: string): void {
  const paths = [...project.paths()].sort();
  assert.deepEqual(said(project, paths), said(anew(project), paths), what);
}

/** Of more than one file, so that one can lean on another. */
const projects = [...fixturesIn('endpoints', 'naar'), ...fixturesIn('usages', 'gebruik')].filter(
  ({ files }) => files.size > 1,
);

describe('a project that changes says what a new one would say', () => {
  for (const fixture of projects) {
    it(fixture.name, () => {
      const project = loadProject(fixture, undefined);
      assertSameAsNew(project, 'as loaded');
      for (const path of [...project.paths()]) {
        const text = fixture.files.get(path) ?? '';
        // Every place in the file moves, then the file is gone, then it is back.
        project.set(path, `\n${text}`);
        assertSameAsNew(project, `${path} moved`);
        project.delete(path);
        assertSameAsNew(project, `${path} gone`);
        project.set(path, text);
        assertSameAsNew(project, `${path} back`);
        const lines = text.split('\n');
        for (const part of [0.25, 0.5, 0.75]) {
          const at = Math.floor(lines.length * part);
          project.set(path, lines.filter((_, index) => index !== at).join('\n'));
          assertSameAsNew(project, `${path} without line ${at + 1}`);
        }
        project.set(path, text);
      }
      assertSameAsNew(project, 'as it was');
    });
  }

  it('and says which change can matter to other files', () => {
    const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
    const settings = (url: string, more = '') => `URL = "${url}"\n\ndef iets():\n    return 1${more}\n`;
    project.set('adressen.py', settings('https://api.openai.com/v1'));
    project.set('vraag.py', 'from openai import OpenAI\nfrom adressen import URL\nclient = OpenAI(base_url=URL)\n');
    const goesTo = () => project.usages('vraag.py').find(({ kind }) => kind === 'client')?.endpoint?.value;
    assert.equal(goesTo(), 'https://api.openai.com/v1');
    assert.equal(project.set('adressen.py', settings('https://llm.voorbeeld.nl/v1')), true);
    assert.equal(goesTo(), 'https://llm.voorbeeld.nl/v1');
    // A file that nobody takes anything from, and one that is only named.
    project.set('los.py', 'from openai import OpenAI\nclient = OpenAI()\n');
    project.set(
      'noemt.py',
      'from los import wat_er_niet_is\nfrom openai import OpenAI\nOpenAI(api_key=wat_er_niet_is)\n',
    );
    project.findings('noemt.py');
    assert.equal(project.set('los.py', 'from openai import OpenAI\nclient = OpenAI()\nx = 1\n'), false);
    assert.equal(project.set('los.py', 'from openai import OpenAI\nclient = OpenAI()\nwat_er_niet_is = "x"\n'), true);
  });

  it('while many files come in, in any order', () => {
    for (const fixture of projects) {
      const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
      project.fill?.(true);
      for (const [path, text] of [...fixture.files].reverse()) {
        project.set(path, text);
        project.prepare?.(path);
        project.findings(path);
      }
      project.fill?.(false);
      assertSameAsNew(project, fixture.name);
    }
  });
});
