import assert from 'node:assert/strict';
import { createProject } from '../../../server/src/core/createProject.js';
import { keyHover } from '../../../server/src/core/editing/keyHover.js';
import { idAt, placesOf, renameEdits, renameProblem } from '../../../server/src/core/editing/references.js';
import { outlineOf, type OutlineEntry } from '../../../server/src/core/editing/symbols.js';
import { lineStartsOf, positionAt } from '../../../server/src/core/place.js';
import { applyEdits } from '../../../server/src/core/textEdits.js';
import { marked } from './marked.js';

const record = `versie: 1
endpoints:
  - id: vlam
    url: https://vlam.nl
    grondslag: overheidsdienst
toepassingen:
  - id: 'brief'
    doel: Brieven samenvatten
    endpoints: [vlam]
  - id: chat
    doel: Vragen
    endpoints:
      - "vlam"
uitzonderingen:
  - controle: iama-ontbreekt
    toepassing: brief
    reden: Loopt
    geldig-tot: 2027-01-01
`;
const path = 'ai-verantwoording.yml';
const code = '# ai-verantwoording: brief\nfrom openai import OpenAI\n\n# ai-verantwoording: chat\nclient = OpenAI()\n';

const given = (files: Readonly<Record<string, string>>) => {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  for (const [name, text] of Object.entries(files)) project.set(name, text);
  return { project, text: (name: string) => files[name] };
};
/** The id under the first `|` of a text, with every place that it stands. */
const asked = (files: Readonly<Record<string, string>>, sample: string, at = path) => {
  const { text, offset } = marked(sample);
  const world = given({ ...files, [at]: text });
  const found = idAt(at, positionAt(lineStartsOf(text), offset), world.project, world.text);
  return { found, ...world };
};
const shown = (files: Readonly<Record<string, string>>, sample: string, at = path): string[] => {
  const { found, project, text } = asked(files, sample, at);
  if (!found) return [];
  return placesOf(found, project, text).map(
    ({ path: where, range, isDefinition }) => `${where}:${String(range.start.line)}${isDefinition ? ' *' : ''}`,
  );
};

describe('places of an id', () => {
  it('of a use case are in the file, its exceptions and the comments of code', () => {
    const places = [`${path}:6 *`, `${path}:15`, 'src/app.py:0'];
    assert.deepEqual(shown({ 'src/app.py': code }, record.replace("'brief'", "'br|ief'")), places);
    assert.deepEqual(shown({ 'src/app.py': code }, record.replace('toepassing: brief', 'toepassing: brief|')), places);
    assert.deepEqual(shown({ [path]: record }, code.replace(': brief', ': |brief'), 'src/app.py'), places);
  });

  it('of an endpoint are where it is recorded and named', () => {
    const places = [`${path}:2 *`, `${path}:8`, `${path}:12`];
    assert.deepEqual(shown({}, record.replace('[vlam]', '[vl|am]')), places);
  });

  it('of an inherited endpoint are in both files, and in no other', () => {
    const organisation = 'versie: 1\nendpoints:\n  - id: ge|deeld\n    url: https://x.nl\n    grondslag: contract\n';
    const heir = (id: string): string =>
      `versie: 1\nerft-van: [../org/${path}]\ntoepassingen:\n  - id: a\n    doel: A\n    endpoints: [${id}]\n`;
    const own = 'versie: 1\nendpoints:\n  - { id: gedeeld, url: https://y.nl, grondslag: contract }\n';
    const files = { [`dienst/${path}`]: heir('gedeeld'), [`los/${path}`]: own };
    assert.deepEqual(shown(files, organisation, `org/${path}`), [`org/${path}:2 *`, `dienst/${path}:5`]);
  });

  it('of a use case are not those of a file that another accountability file holds for', () => {
    const files = { [`dienst/${path}`]: record, 'dienst/app.py': code, 'src/app.py': code };
    assert.deepEqual(shown(files, record.replace("'brief'", "'br|ief'")), [
      `${path}:6 *`,
      `${path}:15`,
      'src/app.py:0',
    ]);
  });

  it('are none for other words', () => {
    for (const sample of [record.replace('Vragen', 'Vra|gen'), record.replace('doel:', 'do|el:')]) {
      assert.deepEqual(shown({}, sample), []);
    }
    assert.deepEqual(shown({ [path]: record }, code.replace('OpenAI()', 'Open|AI()'), 'src/app.py'), []);
  });
});

describe('a new name for an id', () => {
  it('changes every place and nothing else', () => {
    const { found, project, text } = asked({ 'src/app.py': code }, record.replace("'brief'", "'br|ief'"));
    assert.ok(found);
    assert.equal(renameProblem(found, 'post', project, text), undefined);
    const edits = renameEdits(found, 'post', project, text);
    const of = (name: string) => edits.filter((edit) => edit.path === name);
    assert.equal(
      applyEdits(record, of(path)),
      record.replace("id: 'brief'", "id: 'post'").replace('toepassing: brief', 'toepassing: post'),
    );
    assert.equal(applyEdits(code, of('src/app.py')), code.replace(': brief', ': post'));
  });

  it('is refused when it is no id or is in use', () => {
    const { found, project, text } = asked({}, record.replace("'brief'", "'br|ief'"));
    assert.ok(found);
    for (const wrong of ['', 'Brief', 'a b', '-a', 'a_b', 'é'])
      assert.equal(renameProblem(found, wrong, project, text), 'form');
    assert.equal(renameProblem(found, 'chat', project, text), 'taken');
    // An endpoint may have the name of a use case.
    assert.equal(renameProblem(found, 'vlam', project, text), undefined);
    assert.equal(renameProblem(found, 'brief', project, text), undefined);
  });
});

describe('hover in the accountability file', () => {
  const about = { endpoints: [{ id: 'vlam', about: 'https://vlam.nl: <b>dienst</b>' }], useCases: [] };
  const hover = (sample: string) => {
    const { text, offset } = marked(sample);
    return keyHover(text, offset, about, 'nl')?.markdown;
  };
  it('explains a key, with its choices and whether it is required', () => {
    assert.match(
      hover(record.replace('grondslag', 'grond|slag')) ?? '',
      /^\*\*grondslag\*\* \(verplicht\)\n\n.+\n\nMogelijk: `contract`/,
    );
    assert.match(hover(record.replace('doel', '|doel')) ?? '', /Waarvoor generatieve AI/);
  });
  it('tells what an id stands for', () => {
    assert.equal(hover(record.replace('[vlam]', '[vl|am]')), '**vlam**\n\nhttps://vlam.nl: \\<b\\>dienst\\</b\\>');
  });
  it('says nothing of a text or an unknown key', () => {
    assert.equal(hover(record.replace('Vragen', 'Vra|gen')), undefined);
    assert.equal(hover('onb|ekend: 1\n'), undefined);
    assert.equal(hover('versie: 1\n|\n'), undefined);
  });
});

describe('the outline of an accountability file', () => {
  const names = (entries: readonly OutlineEntry[]): unknown[] =>
    entries.map(({ name, detail, children }) => [name, detail, ...(children.length > 0 ? [names(children)] : [])]);
  it('names the lists and what stands in them', () => {
    assert.deepEqual(names(outlineOf(record)), [
      ['versie', '1'],
      ['endpoints', '', [['vlam', 'https://vlam.nl']]],
      [
        'toepassingen',
        '',
        [
          ['brief', 'Brieven samenvatten'],
          ['chat', 'Vragen'],
        ],
      ],
      ['uitzonderingen', '', [['iama-ontbreekt', 'brief']]],
    ]);
  });
  it('has its words inside its parts, and its parts inside those above', () => {
    const inside = (entry: OutlineEntry, above = entry): void => {
      const { range, selection } = entry;
      assert.ok(range.start.line <= selection.start.line && selection.end.line <= range.end.line, entry.name);
      assert.ok(above.range.start.line <= range.start.line && range.end.line <= above.range.end.line, entry.name);
      for (const child of entry.children) inside(child, entry);
    };
    for (const entry of outlineOf(record)) inside(entry);
  });
  it('gives what it can of a broken file', () => {
    assert.deepEqual(names(outlineOf('versie: 1\ntoepassingen:\n  - id:\n  - [\n')).slice(0, 1), [['versie', '1']]);
    assert.deepEqual(outlineOf(''), []);
    assert.deepEqual(outlineOf('- los\n'), []);
  });
});
