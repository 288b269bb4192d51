import assert from 'node:assert/strict';
import { readAccountabilityFile } from '../../../server/src/core/accountability/read.js';
import { createProject } from '../../../server/src/core/createProject.js';
import { foundIn } from '../../../server/src/core/init/found.js';
import { noAnswers, recordText, type Answers } from '../../../server/src/core/init/recordText.js';
import { patternsFor, serviceFinder } from '../../../server/src/core/init/services.js';

const openai = 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o")\n';
const vlam = 'from openai import OpenAI\n\nclient = OpenAI(base_url="https://vlam-api.rijksweb.nl/v1")\n';

const found = (files: Readonly<Record<string, string>>, others: readonly string[] = []) => {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  for (const [path, text] of Object.entries(files)) project.set(path, text);
  return foundIn(project, [...Object.keys(files), ...others], 'mijn project');
};

/** Use cases in short: name, patterns and endpoints. */
const shown = (...of: Parameters<typeof found>): string[] =>
  found(...of).useCases.map(({ id, patterns, endpoints }) => `${id}: ${patterns.join(' ')} → ${endpoints.join(' ')}`);

describe('the service of a path', () => {
  const folder = (path: string, files: readonly string[] = []): string => {
    const service = serviceFinder(files)(path);
    return service.kind === 'folder' ? service.folder : service.kind;
  };
  it('is the nearest folder with a manifest', () => {
    assert.equal(folder('a/b/src/x.py', ['a/b/pyproject.toml', 'package.json']), 'a/b');
    assert.equal(folder('src/Api/Deep/x.cs', ['src/Api/Brief.Api.csproj', 'src/Web/Web.csproj']), 'src/Api');
  });
  it('is the folder at the top without one', () => {
    assert.equal(folder('brief/src/x.py'), 'brief');
    assert.equal(folder('diensten/brief/x.py'), 'diensten/brief');
  });
  it('is the whole project for its own code', () => {
    for (const path of ['x.py', 'src/x.py', 'app/deep/x.py']) assert.equal(folder(path), '', path);
    assert.equal(folder('brief/x.py', ['package.json']), '');
  });
  it('is that of what is tested for a test', () => {
    assert.equal(folder('tests/x.py', ['package.json']), 'tests');
    assert.equal(folder('brief/tests/x.py', ['brief/setup.py']), 'brief');
  });
});

describe('patterns for files', () => {
  it('take in the whole service, else folders, else files', () => {
    assert.deepEqual(patternsFor('brief', ['brief/a.py', 'brief/b/c.py'], ['chat/x.py']), ['brief/**']);
    assert.deepEqual(patternsFor('', ['src/a.py', 'src/b/c.py', 'd.py'], []), ['d.py', 'src/**']);
    assert.deepEqual(patternsFor('s', ['s/a/x.py', 's/y.py'], ['s/b/z.py']), ['s/a/**', 's/y.py']);
    assert.deepEqual(patternsFor('', ['src/a/x.py'], ['src/y.py']), ['src/a/**']);
  });
});

describe('use cases of a first record', () => {
  it('are the services', () => {
    assert.deepEqual(
      shown({ 'diensten/brief/app.py': openai, 'diensten/chat/a.py': vlam, 'diensten/chat/b.py': vlam }),
      ['brief: diensten/brief/** → openai', 'chat: diensten/chat/** → vlam'],
    );
  });

  it('have the name of the project where that is the service', () => {
    assert.deepEqual(shown({ 'src/a.py': openai, 'src/b.py': openai }, ['pyproject.toml']), [
      'mijn-project: src/** → openai',
    ]);
  });

  it('are apart when a service goes to different endpoints from different files', () => {
    assert.deepEqual(
      shown({ 'diensten/brief/a.py': openai, 'diensten/brief/b.py': openai, 'diensten/brief/c.py': vlam }),
      ['brief: diensten/brief/** → openai', 'brief-vlam: diensten/brief/c.py → vlam'],
    );
  });

  it('are one when a file uses both', () => {
    const both = `${openai}${vlam.replace('from openai import OpenAI\n', '')}`;
    assert.deepEqual(shown({ 'brief/a.py': openai, 'brief/b.py': vlam, 'brief/c.py': both }), [
      'brief: brief/** → openai vlam',
    ]);
  });

  it('take the tests at the top along with what they test', () => {
    assert.deepEqual(shown({ 'brief/a.py': openai, 'tests/a.py': openai }), ['brief: brief/** tests/** → openai']);
  });

  it('leave out places that a file holds for already', () => {
    const record = 'versie: 1\ntoepassingen: []\n';
    assert.deepEqual(shown({ 'brief/a.py': openai, 'chat/a.py': openai, 'chat/ai-verantwoording.yml': record }), [
      'brief: brief/** → openai',
    ]);
  });

  it('are none where no generative AI is used', () => {
    assert.deepEqual(found({ 'a.py': 'x = 1\n' }), { endpoints: [], useCases: [] });
  });
});

describe('the text of a first record', () => {
  const files = { 'brief/a.py': openai, 'chat/a.py': vlam };
  const problems = (text: string): string[] =>
    readAccountabilityFile('ai-verantwoording.yml', text).problems.map(({ variant }) => variant);

  it('only lacks what has to be filled in, and the file says where', () => {
    const text = recordText(found(files), noAnswers);
    assert.deepEqual(new Set(problems(text)), new Set(['nog-invullen']));
    const { useCases, endpoints } = readAccountabilityFile('ai-verantwoording.yml', text);
    assert.deepEqual(
      useCases.map(({ id }) => id),
      ['brief', 'chat'],
    );
    assert.deepEqual(
      endpoints.map(({ data }) => [data.url, data.grondslag, data.contract !== undefined]),
      [
        ['https://api.openai.com', 'contract', true],
        ['https://vlam-api.rijksweb.nl', 'overheidsdienst', false],
      ],
    );
    assert.match(text, /toelichting: .*model gpt-4o/);
  });

  it('holds what was answered, whatever signs stand in it', () => {
    const answers: Answers = {
      organisation: "Gemeente 's-Voorbeeld: [test] # en zo",
      profile: 'rijk-2023',
      groundings: new Map([['openai', { grounding: 'contract', reference: 'IB-2025: {0417}' }]]),
      purposes: new Map([
        ['brief', 'Brieven "samenvatten": kort\nen bondig'],
        ['chat', '- vragen'],
      ]),
    };
    const text = recordText(found(files), answers);
    assert.deepEqual(problems(text), []);
    const { data } = readAccountabilityFile('ai-verantwoording.yml', text);
    assert.equal(data.organisatie, answers.organisation);
    assert.equal(data.beleid, 'rijk-2023');
    assert.equal(data.endpoints?.[0]?.contract?.kenmerk, 'IB-2025: {0417}');
    assert.deepEqual(
      data.toepassingen?.map(({ doel }) => doel),
      ['Brieven "samenvatten": kort en bondig', '- vragen'],
    );
  });

  it('names a variable where the address does not stand in the project', () => {
    const code = 'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.environ["LLM_URL"])\n';
    const text = recordText(found({ 'brief/a.py': code }), noAnswers);
    assert.match(text, /variabele: LLM_URL/);
    assert.deepEqual(new Set(problems(text)), new Set(['nog-invullen']));
  });

  it('parses for names of files that mean something in YAML', () => {
    const text = recordText(found({ "a b/{x}, [y]: 'z' #1/a.py": openai, '*ster.py': vlam }), noAnswers);
    assert.deepEqual(new Set(problems(text)), new Set(['nog-invullen']));
  });
});
