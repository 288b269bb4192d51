import assert from 'node:assert/strict';
import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { parseAllDocuments } from 'yaml';
import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { isAnalysisName } from '../../server/src/core/accountability/evidence/kinds.js';
import type { Finding } from '../../server/src/core/checks/finding.js';
import { fixesOf } from '../../server/src/core/fixes/fixesOf.js';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { grammars } from './grammars/index.js';
import { parserFor, withTree } from './tree.js';
import { fixturesIn, type Fixture } from '../unit/fixtures/fixture.js';
import { loadProject, profilesOf } from '../unit/fixtures/loadProject.js';
import { applied } from '../unit/fixes/applyFix.js';

/** Endpoints and a use case, so that every fix which needs a record has one. */
const record = `versie: 1
endpoints:
  - id: vlam
    url: https://vlam-api.rijksweb.nl/v1
    grondslag: overheidsdienst
toepassingen:
  - id: brief
    doel: Brieven samenvatten
    fase: pilot
    paden: [ergens/**]
`;

/** What tells two findings apart for a person: not the line, which moves. */
const seen = ({ check, variant, severity, path, values, useCase }: Finding): string =>
  JSON.stringify([check, variant, severity, path, values, useCase ?? '']);

/** A comment is for one line, and a switch for one client: with more in the file the finding moves on to the next. */
const ofOnePlace = new Set(['tie-by-comment', 'suppress-finding', 'switch-endpoint', 'move-key']);

function tally(all: readonly Finding[], one: Finding, text: string, before: string): number {
  const lineOf = (finding: Finding, from: string): string => from.split('\n')[finding.range.start.line]?.trim() ?? '';
  return all.filter((each) => seen(each) === seen(one) && lineOf(each, text) === lineOf(one, before)).length;
}

async function parses(path: string, text: string): Promise<boolean> {
  if (/\.ya?ml$/.test(path)) return [parseAllDocuments(text)].flat().every((one) => one.errors.length === 0);
  if (/\.jsonc?$/.test(path)) {
    const errors: ParseError[] = [];
    parseJson(text, errors, { allowTrailingComma: true });
    return errors.length === 0;
  }
  const grammar = Object.values(grammars).find((one) => extname(one.path) === extname(path));
  const parser = grammar === undefined ? undefined : await parserFor(grammar);
  if (parser === undefined) return readFacts(path, text)?.incomplete === undefined;
  return withTree(parser, text, () => true) ?? false;
}

const profileOf = (fixture: Fixture) => profilesOf(fixture)[0];

/** What goes wrong with the fixes of a fixture that are not in `known` yet. */
async function wrongIn(fixture: Fixture, known: Set<string>, tried: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  const project = loadProject(fixture, profileOf(fixture));
  project.noteDocuments?.([...fixture.files.keys(), ...fixture.others].filter(isAnalysisName));
  const files = Object.fromEntries(fixture.files);
  const text = (path: string): string | undefined => files[path];
  for (const path of [...project.paths()]) {
    const whole = await parses(path, files[path] ?? '');
    for (const finding of project.findings(path)) {
      for (const fix of fixesOf(finding, { project, text })) {
        const key = `${fix.id} ${finding.check}/${finding.variant} ${fix.title}`;
        const kind = `${project.facts(path)?.language ?? ''} ${finding.usage?.act ?? ''} ${key}`;
        if (known.has(kind)) continue;
        known.add(kind);
        tried.add(fix.id);
        const said = `${fixture.name}: ${key} in ${path}`;
        if (fix.shows !== undefined) continue;
        const edits = fix.edits();
        if (edits === undefined || edits.length === 0) {
          wrong.push(`${said}: no edits`);
          continue;
        }
        let changed: Record<string, string>;
        try {
          changed = applied(files, edits);
        } catch (error) {
          wrong.push(`${said}: ${(error as Error).message.split('\n')[0] ?? ''}`);
          continue;
        }
        for (const one of new Set(edits.map((edit) => edit.path)))
          if ((one !== path || whole) && !(await parses(one, changed[one] ?? '')))
            wrong.push(`${said}: ${one} does not parse\n${changed[one]}`);
        const after = loadProject({ ...fixture, files: new Map(Object.entries(changed)) }, profileOf(fixture));
        const was = files[path] ?? '';
        const now = changed[path] ?? '';
        const count = (all: readonly Finding[], text: string): number =>
          ofOnePlace.has(fix.id)
            ? tally(all, finding, text, was)
            : all.filter((each) => seen(each) === seen(finding)).length;
        const stays = count(after.findings(path), now) >= count(project.findings(path), was);
        if (stays) wrong.push(`${said}: the finding stays as it was`);
      }
    }
  }
  return wrong;
}

describe('every fix that is offered leaves files that parse, and takes its finding away or changes it', () => {
  const tried = new Set<string>();
  for (const fixture of fixturesIn('findings', 'bevinding')) {
    it(fixture.name, async () => assert.deepEqual(await wrongIn(fixture, new Set(), tried), []));
  }
  // Of each language and format once.
  const known = new Set<string>();
  for (const fixture of fixturesIn('usages', 'gebruik')) {
    if (fixture.files.has('ai-verantwoording.yml')) continue;
    const files = new Map([...fixture.files, ['ai-verantwoording.yml', record] as const]);
    it(`${fixture.name}, with a record`, async () =>
      assert.deepEqual(await wrongIn({ ...fixture, files }, known, tried), []));
  }
  it('was tried for every kind of fix', () => {
    const ids = readdirSync('server/src/core/fixes')
      .filter((name) => /^[a-z]+(?:-[a-z]+)+\.ts$/.test(name))
      .map((name) => name.slice(0, -'.ts'.length));
    assert.ok(ids.length > 20);
    assert.deepEqual(
      ids.filter((id) => !tried.has(id)),
      [],
    );
  });
});
