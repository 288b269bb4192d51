import assert from 'node:assert/strict';
import { endpoint, openai, scenario, summary } from './scenario.js';
import type { Seen, World } from './scenario.js';

const path = 'src/app.py';
const file = 'ai-verantwoording.yml';
const uses: readonly Seen[] = [{ token: 'OpenAI()', act: 'construct', endpoint: openai, model: 'gpt-4o' }];

interface Case {
  /** Lines of the use case, without indentation. */
  readonly useCase?: readonly string[];
  /** Lines of the endpoint. */
  readonly endpoint?: readonly string[];
  /** Lines at the end of the file. */
  readonly more?: string;
  readonly world?: Partial<World>;
}

function recordOf({ useCase = [], endpoint: own = [], more = '' }: Case): string {
  const lines = (list: readonly string[]): string => list.map((line) => `    ${line}\n`).join('');
  return `versie: 1\nendpoints:\n  - id: openai\n    url: https://api.openai.com\n    grondslag: contract\n${lines(own)}toepassingen:\n  - id: brief\n    doel: Brieven\n    paden: [src/**]\n${lines(useCase)}${more}`;
}

/** `where: check/variant severity` of one check, in the code and in the record. */
function found(check: string, one: Case): string[] {
  const made = scenario({
    files: { [path]: 'x = OpenAI()\n', [file]: recordOf(one), ...one.world?.files },
    usages: { [path]: uses, ...one.world?.usages },
    ...(one.world?.documents === undefined ? {} : { documents: one.world.documents }),
    ...(one.world?.settings === undefined ? {} : { settings: one.world.settings }),
  });
  const of = (at: string, name: string): string[] =>
    summary(made.findings(at))
      .filter((line) => line.includes(`${check}/`))
      .map((line) => line.replace(/^\d+: .*\//, `${name} `));
  return [...of(path, 'code'), ...of(file, 'record')];
}

const dpia = (more = ''): string => `risicoanalyse: { dpia: { verwijzing: docs/dpia.json${more} } }`;
const form = (answers: object): World['documents'] => ({
  'docs/dpia.json': {
    state: 'text',
    text: JSON.stringify({ metadata: { urn: 'urn:nl:dpia:3.0', createdAt: '2026-02-01T10:00:00Z' }, answers }),
  },
});
const final = { '19.2': { value: 'definitief' }, '20.1': [{ '20.1.6': { value: '2026-02-10' } }] };
const both = (line: string): string[] => [`code ${line}`, `record ${line}`];

describe('risicoanalyse-concept', () => {
  const at = (answers: object, ...useCase: string[]) =>
    found('risicoanalyse-concept', { useCase: [dpia(), ...useCase], world: { documents: form(answers) ?? {} } });
  it('fires on a concept, an unsigned form and an analysis after the first use', () => {
    assert.deepEqual(at({ '19.2': { value: 'concept' } }), both('concept warning'));
    assert.deepEqual(at({ '19.2': { value: 'definitief' } }), both('niet-ondertekend warning'));
    assert.deepEqual(at(final, 'in-gebruik-sinds: 2026-01-01'), both('na-ingebruikname warning'));
  });
  it('does not fire on a signed one before the use', () => {
    assert.deepEqual(at(final), []);
    assert.deepEqual(at(final, 'in-gebruik-sinds: 2026-03-01'), []);
  });
  it('a concept stays one whatever the record says', () => {
    const useCase = [dpia(', status: definitief')];
    const world = { documents: form({ '19.2': { value: 'concept' } }) ?? {} };
    assert.deepEqual(found('risicoanalyse-concept', { useCase, world }), both('concept warning'));
  });
});

describe('risicoanalyse-verlopen', () => {
  const at = (more: string, ...useCase: string[]) =>
    found('risicoanalyse-verlopen', {
      useCase: [dpia(more), ...useCase],
      endpoint: ['sinds: 2026-03-01'],
      world: { documents: form(final) ?? {} },
    });
  it('fires past its date, after a change, and when it is older than the endpoint', () => {
    assert.deepEqual(at(', geldig-tot: 2026-05-31'), both('verlopen warning'));
    assert.deepEqual(at('', 'gewijzigd: 2026-04-01'), both('gewijzigd warning'));
    assert.deepEqual(at('', 'endpoints: [openai]'), both('ouder-dan-endpoint warning'));
  });
  it('does not fire within its date, or when nothing changed since', () => {
    assert.deepEqual(at(', geldig-tot: 2026-06-01'), []);
    assert.deepEqual(at('', 'gewijzigd: 2026-02-01'), []);
    assert.deepEqual(at(', datum: 2026-03-02', 'endpoints: [openai]'), []);
    assert.deepEqual(at(', geldig-tot: 2026-05-31', 'fase: beëindigd'), []);
  });
});

describe('fg-advies-ontbreekt and cio-advies-ontbreekt', () => {
  const at = (check: string, useCase: string[], answers: object = final, rijk = false) =>
    found(check, {
      useCase,
      world: { documents: form(answers) ?? {}, ...(rijk ? { settings: { profile: 'rijk-2023' } } : {}) },
    });
  it('fire once there is an analysis, heavier under the position of 2023', () => {
    assert.deepEqual(at('fg-advies-ontbreekt', [dpia()]), both('default information'));
    assert.deepEqual(at('cio-advies-ontbreekt', [dpia()], final, true), both('default warning'));
    assert.deepEqual(at('fg-advies-ontbreekt', []), [], 'without an analysis there is nothing to advise on');
  });
  it('are content with a date, in the record or for the FG in the form', () => {
    assert.deepEqual(at('fg-advies-ontbreekt', [dpia(), 'advies: { fg: 2026-02-01 }']), []);
    assert.deepEqual(at('fg-advies-ontbreekt', [dpia()], { ...final, '19.5.6': { value: '2026-02-03' } }), []);
    assert.deepEqual(at('cio-advies-ontbreekt', [dpia(), 'advies: { cio: 2026-02-01 }']), []);
  });
  it('take no note and no date to come', () => {
    assert.deepEqual(
      at('cio-advies-ontbreekt', [dpia(), "advies: { cio: 'INVULLEN: datum' }"]),
      both('nog-invullen information'),
    );
    assert.deepEqual(at('fg-advies-ontbreekt', [dpia(), 'advies: { fg: 2026-07-01 }']), both('toekomst information'));
  });
  it('ask nothing of an exploration without personal data, under the position of 2025', () => {
    const explored = [dpia(), 'fase: verkenning', 'gegevens: geen'];
    assert.deepEqual(at('fg-advies-ontbreekt', explored), []);
    assert.deepEqual(at('fg-advies-ontbreekt', explored, final, true), both('default warning'));
  });
});

describe('inkoopvoorwaarden-ontbreken', () => {
  const agreed = 'afspraken: { datadeling: geen, bewaartermijn: 0 dagen, hertraining: nee }';
  const at = (...own: string[]) => found('inkoopvoorwaarden-ontbreken', { endpoint: own });
  it('fires without conditions, without agreements and with notes', () => {
    assert.deepEqual(at('contract: { kenmerk: IB-1 }'), both('beide warning'));
    assert.deepEqual(at(`contract: { kenmerk: IB-1, ${agreed} }`), both('voorwaarden warning'));
    assert.deepEqual(at('contract: { kenmerk: IB-1, voorwaarden: [ARBIT-2022] }'), both('afspraken warning'));
    assert.deepEqual(
      at(`contract: { kenmerk: IB-1, voorwaarden: ['INVULLEN: welke?'], ${agreed} }`),
      both('nog-invullen warning'),
    );
  });
  it('does not fire when all of it is recorded', () => {
    assert.deepEqual(at(`contract: { kenmerk: IB-1, voorwaarden: [ARBIT-2022], ${agreed} }`), []);
  });
});

describe('exit-strategie-ontbreekt', () => {
  it('fires in the record only, and not under the position of 2023', () => {
    assert.deepEqual(found('exit-strategie-ontbreekt', {}), ['record default information']);
    assert.deepEqual(found('exit-strategie-ontbreekt', { world: { settings: { profile: 'rijk-2023' } } }), []);
    assert.deepEqual(found('exit-strategie-ontbreekt', { endpoint: ["exit-strategie: 'INVULLEN: hoe?'"] }), [
      'record nog-invullen information',
    ]);
  });
  it('does not fire when there is one', () => {
    assert.deepEqual(found('exit-strategie-ontbreekt', { endpoint: ['exit-strategie: docs/exit.md'] }), []);
  });
});

describe('open-source-tenzij', () => {
  const at = (model: string | undefined, one: Case = {}) =>
    found('open-source-tenzij', {
      ...one,
      world: {
        ...one.world,
        usages: {
          [path]: [
            { token: 'OpenAI()', act: 'construct', endpoint: openai, ...(model === undefined ? {} : { model }) },
          ],
        },
      },
    });
  it('knows closed, restricted and open models', () => {
    for (const model of [
      'gpt-4o-mini',
      'anthropic/claude-sonnet-4-5',
      'eu.anthropic.claude-3-5-sonnet-20240620-v1:0',
      'gemini-2.5-pro',
      'o3-mini',
    ])
      assert.deepEqual(at(model), both('gesloten information'), model);
    for (const model of ['llama3.1:8b', 'meta-llama/Llama-3.3-70B-Instruct', 'gemma-3-27b-it', 'codestral-latest'])
      assert.deepEqual(at(model), both('beperkt hint'), model);
    for (const model of [
      'gpt-oss-120b',
      'swiss-ai/Apertus-70B-Instruct-2509',
      'olmo2:13b',
      'qwen3:32b',
      'mixtral-8x7b',
      'iets-van-onszelf',
    ])
      assert.deepEqual(at(model), [], model);
  });
  it('judges a service that only has closed models where no model is named', () => {
    assert.deepEqual(at(undefined), both('dienst information'));
  });
  it('names an endpoint that the organisation already has', () => {
    const vlam = '  - id: vlam\n    url: https://vlam-api.rijksweb.nl/v1\n    grondslag: overheidsdienst\n';
    const record = recordOf({}).replace('toepassingen:', `${vlam}toepassingen:`);
    const made = scenario({ files: { [path]: 'x = OpenAI()\n', [file]: record }, usages: { [path]: uses } });
    const finding = made.findings(path).find((one) => one.check === 'open-source-tenzij');
    assert.equal(finding?.variant, 'gesloten-alternatief');
    assert.equal(finding?.values['alternatief'], 'vlam');
  });
  it('takes a tenzij only when both factors are argued', () => {
    const tenzij = (safety: string, context: string): Case => ({
      useCase: [`open-source: { tenzij: { veiligheid: ${safety}, toepassingscontext: ${context} } }`],
    });
    assert.deepEqual(at('gpt-4o', tenzij('Getest op misbruik', 'Alleen intern')), []);
    assert.deepEqual(at('gpt-4o', tenzij("'INVULLEN: hoe?'", 'Alleen intern')), both('half information'));
    assert.deepEqual(at('gpt-4o', tenzij('nvt', 'Alleen intern')), both('half information'));
  });
  it('asks nothing before a use case is registered', () => {
    const made = scenario({ files: { [path]: 'x = OpenAI()\n' }, usages: { [path]: uses } });
    assert.deepEqual(
      made.findings(path).map((one) => one.check),
      ['endpoint-zonder-contract', 'dpia-ontbreekt', 'iama-ontbreekt'],
    );
  });
});

describe('doorgifte-buiten-eer', () => {
  const at = (reached: Partial<typeof openai>, own: readonly string[] = [], url = 'https://api.openai.com') =>
    scenario({
      files: { [path]: 'x = OpenAI()\n', [file]: recordOf({ endpoint: own }).replace('https://api.openai.com', url) },
      usages: { [path]: [{ token: 'OpenAI()', act: 'construct', endpoint: { ...openai, ...reached } }] },
    })
      .findings(path)
      .filter((one) => one.check === 'doorgifte-buiten-eer')
      .map((one) => `${one.variant} ${one.severity}`);
  it('fires on a region or a supplier outside the EEA', () => {
    assert.deepEqual(at({}), ['leverancier information']);
    assert.deepEqual(at({ region: 'eastus2' }), ['regio information']);
    assert.deepEqual(at({ region: 'eu-west-2' }), ['regio information'], 'London');
    assert.deepEqual(at({ region: 'swedencentral' }), ['leverancier-regio-eer hint']);
    assert.deepEqual(at({}, ['regio: West Europe']), ['leverancier-regio-eer hint']);
  });
  it('does not fire on a European service, or when the transfer is argued', () => {
    const mistral = { value: 'https://api.mistral.ai/v1', provider: 'mistral' };
    assert.deepEqual(at(mistral, [], 'https://api.mistral.ai'), []);
    assert.deepEqual(at({}, ['doorgifte: Adequaatheidsbesluit']), []);
    assert.deepEqual(
      at(
        { value: 'https://llm.gemeente.nl', class: 'tenant', source: 'literal', provider: undefined as never },
        [],
        'https://llm.gemeente.nl',
      ),
      [],
    );
  });
});

describe('what is said of a use case', () => {
  const cases: readonly (readonly [
    check: string,
    fires: readonly string[],
    filled: string,
    expected: readonly string[],
  ])[] = [
    ['transparantie-ontbreekt', [], 'transparantie: Zin onder elke brief', ['record default information']],
    ['gebruikersinstructie-ontbreekt', [], 'gebruikersinstructie: Training', ['record default hint']],
    [
      'menselijk-toezicht-ontbreekt',
      ['besluiten-over-mensen: ondersteunt'],
      'menselijk-toezicht: Behandelaar beslist',
      both('default warning'),
    ],
    ['algoritmeregister-ontbreekt', ['fase: productie'], "algoritmeregister: '12345678'", both('default information')],
  ];
  for (const [check, lines, filled, expected] of cases) {
    it(`${check} fires, and not when it is recorded`, () => {
      assert.deepEqual(found(check, { useCase: lines }), expected);
      assert.deepEqual(found(check, { useCase: [...lines, filled] }), []);
    });
  }
  it('no oversight is asked where nobody is decided on, and only a question where that is not known', () => {
    assert.deepEqual(found('menselijk-toezicht-ontbreekt', {}), []);
    assert.deepEqual(
      found('menselijk-toezicht-ontbreekt', { useCase: ['gegevens: persoonsgegevens'] }),
      both('onbekend hint'),
    );
    assert.deepEqual(
      found('menselijk-toezicht-ontbreekt', { useCase: ['gegevens: persoonsgegevens', 'besluiten-over-mensen: geen'] }),
      [],
    );
  });
  it('the register is asked for in production only, and takes entries alone', () => {
    for (const phase of ['pilot', 'experiment', 'beëindigd'])
      assert.deepEqual(found('algoritmeregister-ontbreekt', { useCase: [`fase: ${phase}`] }), []);
    const at = (written: string) =>
      found('algoritmeregister-ontbreekt', { useCase: ['fase: productie', `algoritmeregister: ${written}`] });
    assert.deepEqual(at('https://algoritmes.overheid.nl/nl/algoritme/brief/12345678'), []);
    assert.deepEqual(at('https://algoritmes.overheid.nl/nl'), both('ongeldig information'));
  });
});

describe('toepassing-zonder-gebruik', () => {
  it('fires where nothing is used in the paths, and not for what has ended or has no code', () => {
    const elsewhere: Partial<World> = {
      files: { 'weg/a.py': 'x = OpenAI()\n', [path]: '\n' },
      usages: { [path]: [], 'weg/a.py': uses },
    };
    assert.deepEqual(found('toepassing-zonder-gebruik', { world: elsewhere }), ['record default hint']);
    assert.deepEqual(found('toepassing-zonder-gebruik', { world: elsewhere, useCase: ['fase: beëindigd'] }), []);
    assert.deepEqual(found('toepassing-zonder-gebruik', {}), []);
    const bare = { files: { [file]: 'versie: 1\ntoepassingen:\n  - { id: chat, doel: Copilot voor iedereen }\n' } };
    assert.ok(!summary(scenario(bare).findings(file)).some((line) => line.includes('zonder-gebruik')));
  });
  it('counts a comment in code that ties a line', () => {
    const files = { 'los.py': '# ai-verantwoording: brief\nx = OpenAI()\n', [path]: '\n' };
    assert.deepEqual(
      found('toepassing-zonder-gebruik', { world: { files, usages: { [path]: [], 'los.py': uses } } }),
      [],
    );
  });
});

describe('eigen-code-niet-open', () => {
  const at = (files: Record<string, string>, more = '') => found('eigen-code-niet-open', { more, world: { files } });
  const open: readonly Record<string, string>[] = [
    { LICENSE: 'EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n' },
    { 'LICENSE.md': '# MIT License\n\nCopyright (c) 2026\n' },
    { 'package.json': '{\n  "name": "x",\n  "license": "(MIT OR Apache-2.0)"\n}\n' },
    { 'pyproject.toml': '[project]\nname = "x"\nlicense = "EUPL-1.2"\n' },
    { 'publiccode.yml': 'publiccodeYmlVersion: "0.5"\nlegal:\n  license: EUPL-1.2\n' },
    { COPYING: '                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n' },
    { 'LICENSES/EUPL-1.2.txt': 'tekst\n' },
  ];
  for (const files of open)
    it(`does not fire with ${Object.keys(files).join()}`, () => assert.deepEqual(at(files), []));
  it('fires without one, with another one, and says when it cannot tell', () => {
    assert.deepEqual(at({}), ['record default hint']);
    assert.deepEqual(at({ 'package.json': '{\n  "license": "UNLICENSED"\n}\n' }), ['record andere-licentie hint']);
    assert.deepEqual(at({ LICENSE: 'Alle rechten voorbehouden\n' }), ['record niet-herkend hint']);
    assert.deepEqual(at({ 'LICENSE.txt': 'Creative Commons Attribution 4.0 International\n' }), [
      'record andere-licentie hint',
    ]);
  });
  it('takes an argued tenzij, and no note', () => {
    assert.deepEqual(at({}, 'eigen-code: { tenzij: Beveiliging }\n'), []);
    assert.deepEqual(at({}, "eigen-code: { tenzij: 'INVULLEN: waarom?' }\n"), ['record nog-invullen hint']);
  });
});

describe('ai-assistent-niet-geregistreerd', () => {
  const assistant = (provider: string): Seen => ({
    token: '#',
    kind: 'assistant',
    provider,
    endpoint: endpoint('', 'unknown'),
  });
  const at = (record?: string) => {
    const made = scenario({
      files: {
        'AGENTS.md': '# a\n',
        'CLAUDE.md': '# b\n',
        'sub/CLAUDE.md': '# c\n',
        ...(record === undefined ? {} : { [file]: record }),
      },
      usages: {
        'AGENTS.md': [assistant('agents-md')],
        'CLAUDE.md': [assistant('claude-code'), assistant('claude-code')],
        'sub/CLAUDE.md': [assistant('claude-code')],
      },
    });
    return ['AGENTS.md', 'CLAUDE.md', 'sub/CLAUDE.md'].flatMap((one) =>
      made.findings(one).map((each) => `${one} ${each.variant}`),
    );
  };
  it('fires once for each assistant of the project', () => {
    assert.deepEqual(at(), ['CLAUDE.md default'], 'AGENTS.md tells no more than CLAUDE.md');
  });
  it('is content when it is recorded, as assistant, by an endpoint of its supplier or as a use case', () => {
    const recorded = [
      'assistenten:\n  - { naam: Claude Code, grondslag: contract, contract: { kenmerk: IB-2 } }\n',
      'endpoints:\n  - { id: a, url: x.nl, leverancier: claude-code, grondslag: eigen-beheer }\n',
      'toepassingen:\n  - { id: programmeren, doel: Programmeren met Claude Code }\n',
    ];
    for (const one of recorded) assert.deepEqual(at(`versie: 1\n${one}`), [], one);
  });
  it('is not content with another one, a contract to be filled in, or a use case that claims every file', () => {
    const recorded = [
      'assistenten:\n  - { naam: Copilot, grondslag: eigen-beheer }\n',
      "assistenten:\n  - { naam: Claude Code, grondslag: contract, contract: { kenmerk: 'INVULLEN: nr' } }\n",
      "toepassingen:\n  - { id: alles, doel: Alles, paden: ['**'] }\n",
    ];
    const variants = recorded.flatMap((one) => at(`versie: 1\n${one}`));
    assert.deepEqual(variants, ['CLAUDE.md default', 'CLAUDE.md nog-invullen', 'CLAUDE.md default']);
  });
});
