import assert from 'node:assert/strict';
import { configurationLanguageOf } from '../../../../server/src/core/syntax/config/readConfiguration.js';
import { read, resources, settings, slice } from './reading.js';

describe('configuration: simple formats', () => {
  it('reads JSON with comments, and what is left of broken JSON', () => {
    const text = `{
  // "no": "comment"
  "AzureOpenAI": { "Endpoint": "https://x.example", /* c */ "Key": "a\\u0041" },
  "list": ["a", {"b": 1}, null, true,],
  "url": "%URL%",
}`;
    assert.deepEqual(settings('appsettings.json', text), [
      'AzureOpenAI › Endpoint = https://x.example',
      'AzureOpenAI › Key = aA (text «a\\u0041»)',
      'list › 0 = a',
      'list › 1 › b = 1',
      'list › 2 =  (text «null»)',
      'list › 3 = true',
      'url = %URL% (reference)',
    ]);
    const broken = '{"a": {"b": "1", "c": "open\n, "d": [1, 2, "e": }, "f": "g"';
    assert.ok(settings('a.json', broken).includes('a › b = 1'));
    assert.match(read('a.json', broken).incomplete ?? '', /not closed/);
  });

  it('reads TOML with tables, arrays of tables, dotted and quoted keys; a broken line costs itself', () => {
    const text = `title = "x" # c
[model_list.'a.b']
url.base = 'https://x.example'
broken =
[[servers]]
name = """
one"""
[[servers]]
ports = [1, "2", {k = "v"}]
[servers.sub]
z = 1
`;
    assert.deepEqual(settings('config.toml', text), [
      'title = x',
      'model_list › a.b › url › base = https://x.example',
      'servers › 0 › name = one',
      'servers › 1 › ports › 0 = 1',
      'servers › 1 › ports › 1 = 2',
      'servers › 1 › ports › 2 › k = v',
      'servers › 1 › sub › z = 1',
    ]);
    assert.match(read('config.toml', text).incomplete ?? '', /not valid TOML/);
  });

  it('reads dotenv with export, quotes, comments and values over lines', () => {
    const text = `# OPENAI_API_KEY=voorbeeld
OPENAI_API_KEY=voorbeeld # geheim
  export BASE="https://x.example/v1" # c
EMPTY=
COMMENT= # only
SINGLE='a # b'
MULTI="one
two"
REF=\${BASE}/x#y
OPEN="never closed
LAST=1`;
    assert.deepEqual(settings('.env.example', text), [
      'OPENAI_API_KEY = voorbeeld',
      'BASE = https://x.example/v1',
      'EMPTY = ',
      'COMMENT = ',
      'SINGLE = a # b',
      'MULTI = one\ntwo',
      'REF = ${BASE}/x#y (reference)',
      'OPEN = "never closed',
      'LAST = 1',
    ]);
  });

  it('reads properties', () => {
    const text = `# spring.ai.openai.api-key=no
! no=no
spring.ai.openai.base-url=https\\://x.example
a.list[0].k : \${X:default}
spaced   value here
long = one, \\
       two
empty=
`;
    assert.deepEqual(settings('application.properties', text), [
      'spring › ai › openai › base-url = https://x.example (key «spring.ai.openai.base-url», text «https\\://x.example»)',
      'a › list › 0 › k = ${X:default} (key «a.list[0].k», reference)',
      'spaced = value here',
      'long = one, two (text «one, \\\n       two»)',
      'empty = ',
    ]);
  });

  it('reads INI', () => {
    const text = `root = 1
[openai]
; key = no
api_base = "https://x.example" ; c
model: gpt-4o
list =
    a
    b
[next]
k=v`;
    assert.deepEqual(settings('settings.ini', text), [
      'root = 1',
      'openai › api_base = https://x.example',
      'openai › model = gpt-4o',
      'openai › list = a\n    b',
      'next › k = v',
    ]);
  });

  it('reads XML with attributes, texts and the key/value entries of .NET; a lost tag costs itself', () => {
    const text = `<?xml version="1.0"?>
<!DOCTYPE x [ <!ENTITY a "b"> ]>
<configuration>
  <!-- <add key="no" value="no"/> -->
  <appSettings>
    <add key="OpenAI:Endpoint" value='https://x.example?a=1&amp;b=2' />
  </appSettings>
  <x:model name="gpt-4o">  tekst  </x:model>
  <raw><![CDATA[<a>]]></raw>
  <lost>
  <setting name="Url"><value>https://y.example</value></setting>
</configuration>`;
    assert.deepEqual(settings('web.config', text), [
      'configuration › appSettings › OpenAI:Endpoint = https://x.example?a=1&b=2 (text «https://x.example?a=1&amp;b=2»)',
      'configuration › model › name = gpt-4o',
      'configuration › model = tekst',
      'configuration › raw = <a>',
      'configuration › lost › Url = https://y.example',
    ]);
    assert.match(read('web.config', text).incomplete ?? '', /not closed/);
  });

  it('knows formats by name and leaves lock files alone', () => {
    const wanted: Record<string, string | undefined> = {
      '.env': 'dotenv',
      'a/.env.local': 'dotenv',
      'prod.env': 'dotenv',
      '.env.example': 'dotenv',
      Dockerfile: 'dockerfile',
      'a/Dockerfile.prod': 'dockerfile',
      'api.dockerfile': 'dockerfile',
      'requirements.txt': 'requirements',
      'requirements/dev.txt': 'requirements',
      'dev-requirements.txt': 'requirements',
      'constraints.txt': 'requirements',
      'notes.txt': undefined,
      'a.csproj': 'xml',
      Pipfile: 'toml',
      'go.mod': 'gomod',
      'build.gradle.kts': 'gradle',
      DESCRIPTION: 'description',
      description: undefined,
      'main.tf': 'hcl',
      'values.yaml.gotmpl': 'yaml',
      'application.yml.example': 'yaml',
      'Package.swift': 'swift',
      'main.swift': undefined,
      'a.py': undefined,
      constructor: undefined,
      'package-lock.json': undefined,
      'pnpm-lock.yaml': undefined,
      'Pipfile.lock': undefined,
      'go.sum': undefined,
      'uv.lock': undefined,
      'packages.lock.json': undefined,
      'renv.lock': undefined,
      'x/composer.lock': undefined,
    };
    for (const [path, language] of Object.entries(wanted)) assert.equal(configurationLanguageOf(path), language, path);
  });

  it('keeps comments that speak to this product', () => {
    const cases: Record<string, string> = {
      'a.yaml': "# ai-verantwoording: brief\nk: 'x # ai-verantwoording: no'\n",
      'a.json': '{ // ai-verantwoording: brief\n "k": "// ai-verantwoording: no" }',
      'a.xml': '<a><!-- ai-verantwoording: brief --></a>',
      '.env': 'A=b # ai-verantwoording: brief\n',
      'a.toml': 'a = "b" # ai-verantwoording: brief\n',
      'a.tf': '/* ai-verantwoording: brief */\n',
    };
    for (const [path, text] of Object.entries(cases)) {
      const { directives } = read(path, text);
      assert.deepEqual(
        directives.map((one) => one.text),
        ['ai-verantwoording: brief'],
        path,
      );
      assert.match(
        slice(text, directives[0]?.span ?? { start: 0, end: 0 }),
        /^(#|\/\/|<!--|\/\*) ?ai-verantwoording: brief/,
      );
    }
  });

  it('finds images, actions, commands and permissions in YAML and JSON', () => {
    const text = `jobs:
  a:
    container: { image: node:20 }
    steps:
      - uses: anthropics/claude-code-action@v1
      - uses: docker://ollama/ollama:1
      - run: |
          # comment
          ollama pull llama3
          curl \\
            https://x.example
      - run: claude -p "x"
policy:
  Action: ["bedrock:InvokeModel", "s3:*"]
image: { repository: vllm/vllm-openai, tag: v1 }
command: ["python", "-m", "x"]
`;
    assert.deepEqual(resources('.github/workflows/a.yml', text), [
      'image node:20',
      'action anthropics/claude-code-action | anthropics/claude-code-action@v1',
      'image ollama/ollama:1',
      'command ollama pull llama3',
      'command curl \\\n            https://x.example',
      'command claude -p "x"',
      'permission bedrock:InvokeModel',
      'permission s3:*',
      'image vllm/vllm-openai:v1 | vllm/vllm-openai',
      'command python    -m    x | python", "-m", "x',
    ]);
    assert.deepEqual(resources('.mcp.json', '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "@a/b"]}}}'), [
      'command npx             -y    @a/b | npx", "args": ["-y", "@a/b',
    ]);
  });
});
