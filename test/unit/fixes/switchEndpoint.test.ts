import assert from 'node:assert/strict';
import type { FixContext } from '../../../server/src/core/fixes/fix.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { apply } from './applyFix.js';
import { project, switched } from './switching.js';
import type { Files } from './switching.js';

const cases: readonly (readonly [name: string, files: Files, at: string, changed: string, expected: string])[] = [
  [
    'Python without an address',
    { 'a.py': 'from openai import OpenAI\nclient = OpenAI()\n' },
    'a.py',
    'a.py',
    'OpenAI(base_url="https://vlam-api.rijksweb.nl/v1")',
  ],
  [
    'Python with other arguments over lines',
    { 'a.py': 'from openai import OpenAI\nclient = OpenAI(\n    timeout=3,\n)\n' },
    'a.py',
    'a.py',
    'timeout=3, base_url="https://vlam-api.rijksweb.nl/v1"\n)',
  ],
  [
    'a literal in Python',
    { 'a.py': 'from openai import OpenAI\nclient = OpenAI(base_url="https://api.openai.com/v1")\n' },
    'a.py',
    'a.py',
    'OpenAI(base_url="https://vlam-api.rijksweb.nl/v1")',
  ],
  [
    'a constant in Python',
    { 'a.py': 'from openai import OpenAI\nURL = "https://api.openai.com/v1"\nclient = OpenAI(base_url=URL)\n' },
    'a.py',
    'a.py',
    'URL = "https://vlam-api.rijksweb.nl/v1"',
  ],
  [
    'a request',
    { 'a.py': 'import requests\nrequests.post("https://api.openai.com/v1/chat/completions", json={})\n' },
    'a.py',
    'a.py',
    '"https://vlam-api.rijksweb.nl/v1/chat/completions"',
  ],
  [
    'a fallback in Python',
    {
      'a.py':
        'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.getenv("LLM_URL", "https://api.openai.com/v1"))\n',
    },
    'a.py',
    'a.py',
    'os.getenv("LLM_URL", "https://vlam-api.rijksweb.nl/v1")',
  ],
  [
    'a variable in .env',
    {
      'a.py': 'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.environ["LLM_URL"])\n',
      '.env': '# adres\nLLM_URL="https://api.openai.com/v1"\nLLM_KEY=\n',
    },
    'a.py',
    '.env',
    'LLM_URL="https://vlam-api.rijksweb.nl/v1"\nLLM_KEY=',
  ],
  [
    'TypeScript without an address',
    { 'a.ts': "import OpenAI from 'openai';\nconst client = new OpenAI();\n" },
    'a.ts',
    'a.ts',
    "new OpenAI({ baseURL: 'https://vlam-api.rijksweb.nl/v1' })",
  ],
  [
    'TypeScript with other settings',
    { 'a.ts': "import OpenAI from 'openai';\nconst client = new OpenAI({ maxRetries: 2 });\n" },
    'a.ts',
    'a.ts',
    "new OpenAI({ baseURL: 'https://vlam-api.rijksweb.nl/v1', maxRetries: 2 })",
  ],
];

describe('switch to an endpoint of the organisation', () => {
  for (const [name, files, at, where, expected] of cases) {
    it(`in ${name}`, () => {
      const { changed, endpoints, after } = switched(files, at);
      assert.ok(changed[where]?.includes(expected), changed[where]);
      assert.ok(!endpoints.includes('public'), endpoints.join());
      assert.ok(!after.includes('endpoint-zonder-contract'), after.join());
    });
  }
  it('in application.yml and appsettings.json', () => {
    const yml =
      'spring:\n  ai:\n    openai:\n      base-url: https://api.openai.com   # adres\n      chat:\n        options:\n          model: gpt-4o\n';
    const spring = switched({ 'src/main/resources/application.yml': yml }, 'src/main/resources/application.yml');
    assert.ok(
      spring.changed['src/main/resources/application.yml']?.includes(
        'base-url: https://vlam-api.rijksweb.nl   # adres',
      ),
    );
    assert.ok(!spring.after.includes('endpoint-zonder-contract'));
    const json = '{\n  "OpenAI": {\n    "Endpoint": "https://api.openai.com/v1"\n  }\n}\n';
    const settings = switched({ 'appsettings.json': json }, 'appsettings.json');
    assert.ok(settings.changed['appsettings.json']?.includes('"Endpoint": "https://vlam-api.rijksweb.nl/v1"'));
    assert.ok(!settings.after.includes('endpoint-zonder-contract'));
  });
  it('is not offered where nothing else is recorded, or the place cannot be told', () => {
    const files = { 'a.py': 'from openai import OpenAI\nclient = OpenAI()\n' };
    const bare = project({ ...files, 'ai-verantwoording.yml': 'versie: 1\n' });
    const context: FixContext = { project: bare, text: (path) => (files as Files)[path] };
    assert.ok(bare.findings('a.py').length > 0);
    for (const one of bare.findings('a.py'))
      assert.ok(!fixesOf(one, context).some((fix) => fix.id === 'switch-endpoint'));
  });
});

describe('hide a citizen service number', () => {
  it('puts a word in its place', () => {
    const files = {
      'a.py':
        'from openai import OpenAI\nclient = OpenAI()\nclient.responses.create(model="gpt-4o", input="Vat samen: burger 123456782")\n',
    };
    const before = project(files);
    const finding = before.findings('a.py').find((one) => one.check === 'persoonsgegevens-in-prompt');
    assert.ok(finding);
    const chosen = fixesOf(finding, { project: before, text: (path) => (files as Files)[path] }).find(
      (one) => one.id === 'hide-citizen-number',
    );
    const changed = apply(files, chosen?.edits() ?? []);
    assert.ok(changed['a.py']?.includes('burger [bsn]"'));
    assert.ok(
      !project(changed)
        .findings('a.py')
        .some((one) => one.check === 'persoonsgegevens-in-prompt'),
    );
  });
});
