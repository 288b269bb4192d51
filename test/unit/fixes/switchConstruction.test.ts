import assert from 'node:assert/strict';
import { extname } from 'node:path';
import type { FixContext } from '../../../server/src/core/fixes/fix.js';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { grammars } from '../../judge/grammars/index.js';
import { parserFor, withTree } from '../../judge/tree.js';
import { project, record, switched } from './switching.js';
import type { Files } from './switching.js';

const url = 'https://vlam-api.rijksweb.nl/v1';
const okHttp = (code: string): string =>
  `import com.openai.client.okhttp.OpenAIOkHttpClient;\nclass A {\n  Object a = ${code};\n}\n`;
const langchain4j = (code: string): string =>
  `import dev.langchain4j.model.openai.OpenAiChatModel;\nclass A {\n  Object a = ${code};\n}\n`;
const csharp = (code: string): string => `using System;\nusing OpenAI;\nusing OpenAI.Chat;\nvar client = ${code};\n`;
const go = (imports: string, code: string): string =>
  `package a\n\nimport (\n${imports})\n\nfunc a() {\n\tclient := ${code}\n}\n`;

/** Clients that are made without an address, and what the SDK's documentation puts there. */
const cases: readonly (readonly [name: string, path: string, text: string, expected: string])[] = [
  [
    'Java, from the environment',
    'A.java',
    okHttp('OpenAIOkHttpClient.fromEnv()'),
    `OpenAIOkHttpClient.builder().fromEnv().baseUrl("${url}").build()`,
  ],
  [
    'Java, a builder',
    'A.java',
    okHttp('OpenAIOkHttpClient.builder().apiKey(key).build()'),
    `OpenAIOkHttpClient.builder().baseUrl("${url}").apiKey(key).build()`,
  ],
  [
    'Java, a builder that reads the environment',
    'A.java',
    okHttp('OpenAIOkHttpClient.builder()\n    .fromEnv()\n    .build()'),
    `\n    .fromEnv()\n    .baseUrl("${url}")\n    .build()`,
  ],
  [
    'Java, LangChain4j',
    'A.java',
    langchain4j('OpenAiChatModel.builder().apiKey(key).modelName("gpt-4o").build()'),
    `OpenAiChatModel.builder().baseUrl("${url}").apiKey(key)`,
  ],
  [
    'Java, LangChain4j with only a key',
    'A.java',
    langchain4j('OpenAiChatModel.withApiKey(key)'),
    `OpenAiChatModel.builder().apiKey(key).baseUrl("${url}").build()`,
  ],
  [
    'Java, Spring AI',
    'A.java',
    'import org.springframework.ai.openai.api.OpenAiApi;\nclass A { Object a = OpenAiApi.builder().apiKey(key).build(); }\n',
    'OpenAiApi.builder().baseUrl("https://vlam-api.rijksweb.nl").apiKey(key)',
  ],
  [
    'Java, Spring AI before it had a builder',
    'A.java',
    'import org.springframework.ai.openai.api.OpenAiApi;\nclass A { Object a = new OpenAiApi(key); }\n',
    'new OpenAiApi("https://vlam-api.rijksweb.nl", key)',
  ],
  [
    "TypeScript, Vercel's AI SDK",
    'a.ts',
    "import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n\nexport const a = () => generateText({ model: openai('gpt-4o'), prompt: 'x' });\n",
    `import { createOpenAI } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n\nconst openai = createOpenAI({ baseURL: '${url}' });\n`,
  ],
  [
    'Go, sashabaranov with a configuration',
    'a.go',
    go('\topenai "github.com/sashabaranov/go-openai"\n', 'openai.NewClientWithConfig(config)').replace(
      '\tclient',
      '\tconfig := openai.DefaultConfig(key)\n\tclient',
    ),
    `\tconfig := openai.DefaultConfig(key)\n\tconfig.BaseURL = "${url}"\n\tclient`,
  ],
  [
    'Go, sashabaranov with a key',
    'a.go',
    go('\topenai "github.com/sashabaranov/go-openai"\n', 'openai.NewClient(key)'),
    `\tconfig := openai.DefaultConfig(key)\n\tconfig.BaseURL = "${url}"\n\tclient := openai.NewClientWithConfig(config)`,
  ],
  [
    'Kotlin, LangChain4j',
    'A.kt',
    'import dev.langchain4j.model.openai.OpenAiChatModel\nval m = OpenAiChatModel.builder()\n    .apiKey(key)\n    .build()\n',
    `builder()\n    .baseUrl("${url}")\n    .apiKey(key)`,
  ],
  [
    'Kotlin, named arguments',
    'A.kt',
    'import com.aallam.openai.client.OpenAI\nval o = OpenAI(token = key)\n',
    `OpenAI(token = key, host = com.aallam.openai.client.OpenAIHost(baseUrl = "${url}/"))`,
  ],
  [
    'Kotlin, a configuration',
    'A.kt',
    'import com.aallam.openai.client.OpenAI\nimport com.aallam.openai.client.OpenAIConfig\nval o = OpenAI(OpenAIConfig(token = key))\n',
    `OpenAIConfig(token = key, host = com.aallam.openai.client.OpenAIHost(baseUrl = "${url}/")))`,
  ],
  [
    'C#, a key',
    'a.cs',
    csharp('new OpenAIClient(key)'),
    `new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri("${url}") })`,
  ],
  [
    'C#, a credential',
    'a.cs',
    csharp('new OpenAIClient(new ApiKeyCredential(key))'),
    `new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("${url}") })`,
  ],
  [
    'C#, a client of a model',
    'a.cs',
    csharp('new ChatClient("gpt-4o", key)'),
    `new ChatClient("gpt-4o", key, new OpenAIClientOptions { Endpoint = new Uri("${url}") })`,
  ],
  [
    'C#, named arguments',
    'a.cs',
    csharp('new ChatClient(model: "gpt-4o", apiKey: key)'),
    `credential: key, options: new OpenAIClientOptions { Endpoint = new Uri("${url}") })`,
  ],
  [
    'C#, options that stand there',
    'a.cs',
    csharp('new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { OrganizationId = "x" })'),
    `new OpenAIClientOptions { Endpoint = new Uri("${url}"), OrganizationId = "x" })`,
  ],
  [
    'C#, empty options',
    'a.cs',
    csharp('new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions())'),
    `new OpenAIClientOptions() { Endpoint = new Uri("${url}") })`,
  ],
  [
    'C#, the type on the left, no import of the namespaces',
    'a.cs',
    'using OpenAI.Chat;\nChatClient client = new("gpt-4o", key);\n',
    `new("gpt-4o", key, new OpenAI.OpenAIClientOptions { Endpoint = new System.Uri("${url}") })`,
  ],
  [
    'Go, options',
    'a.go',
    go(
      '\t"github.com/openai/openai-go"\n\t"github.com/openai/openai-go/option"\n',
      'openai.NewClient(option.WithAPIKey(k))',
    ),
    `openai.NewClient(option.WithAPIKey(k), option.WithBaseURL("${url}"))`,
  ],
  [
    'Go, the package of the options is not imported',
    'a.go',
    go('\t"github.com/openai/openai-go/v2"\n', 'openai.NewClient()'),
    '\t"github.com/openai/openai-go/v2"\n\t"github.com/openai/openai-go/v2/option"\n',
  ],
  [
    'PHP, a key',
    'a.php',
    '<?php\n$client = OpenAI::client($key);\n',
    `OpenAI::factory()->withApiKey($key)->withBaseUri('${url}')->make();`,
  ],
  [
    'PHP, a factory',
    'a.php',
    '<?php\n$client = OpenAI::factory()\n    ->withApiKey($key)\n    ->make();\n',
    `factory()\n    ->withBaseUri('${url}')\n    ->withApiKey($key)`,
  ],
  [
    'Ruby, ruby-openai',
    'a.rb',
    'require "openai"\nc = OpenAI::Client.new(access_token: k)\n',
    `access_token: k, uri_base: "${url}")`,
  ],
  [
    'Ruby, the official gem',
    'a.rb',
    'require "openai"\nc = OpenAI::Client.new(api_key: k)\n',
    `api_key: k, base_url: "${url}")`,
  ],
  [
    'Python, a framework',
    'a.py',
    'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o")\n',
    `ChatOpenAI(model="gpt-4o", base_url="${url}")`,
  ],
  [
    'Python, an SDK that adds the version itself',
    'a.py',
    'from anthropic import Anthropic\nc = Anthropic()\n',
    'Anthropic(base_url="https://vlam-api.rijksweb.nl")',
  ],
  [
    'TypeScript, a framework with options within options',
    'a.ts',
    "import { ChatOpenAI } from '@langchain/openai';\nconst llm = new ChatOpenAI({ model: 'gpt-4o' });\n",
    `new ChatOpenAI({ configuration: { baseURL: '${url}' }, model: 'gpt-4o' })`,
  ],
  [
    'TypeScript, a factory of a framework',
    'a.ts',
    "import { createOpenAI } from '@ai-sdk/openai';\nconst p = createOpenAI();\n",
    `createOpenAI({ baseURL: '${url}' })`,
  ],
];

/** Where the SDK has no such place, or where it cannot be told for certain. */
const left: readonly (readonly [name: string, path: string, text: string])[] = [
  [
    'a service of an older Java library',
    'A.java',
    'import com.theokanning.openai.service.OpenAiService;\nclass A { Object a = new OpenAiService(key); }\n',
  ],
  [
    'a Java builder without such a method',
    'A.java',
    'import com.google.genai.Client;\nclass A { Object a = Client.builder().apiKey(key).build(); }\n',
  ],
  [
    "Azure's own client, to a host that is not of Azure",
    'A.java',
    'import com.azure.ai.openai.OpenAIClientBuilder;\nclass A { Object a = new OpenAIClientBuilder().credential(k).buildClient(); }\n',
  ],
  ['another C# library with the same names', 'a.cs', csharp('new OpenAIClient(new OpenAIAuthentication(key))')],
  ['C# options that are made elsewhere', 'a.cs', csharp('new OpenAIClient(new ApiKeyCredential(key), options)')],
  [
    'Go, a client that takes no options',
    'a.go',
    go('\topenai "github.com/sashabaranov/go-openai"\n', 'openai.NewClient(k)'),
  ],
  [
    'a provider made by a module of its own',
    'a.ts',
    "import { anthropic } from '@ai-sdk/anthropic';\nconst m = anthropic('claude-sonnet-4');\n",
  ],
  [
    'options within options that stand there',
    'a.ts',
    "import { ChatOpenAI } from '@langchain/openai';\nconst llm = new ChatOpenAI({ configuration: common });\n",
  ],
];

/** By the grammar of the language. */
async function parses(path: string, text: string): Promise<void> {
  const grammar = Object.values(grammars).find((one) => extname(one.path) === extname(path));
  assert.ok(grammar, path);
  const parser = await parserFor(grammar);
  // An optional package may not be there.
  if (parser === undefined) return;
  assert.equal(
    withTree(parser, text, (root) => root.hasError),
    false,
    text,
  );
}

describe('switch a client that is made without an address', () => {
  for (const [name, path, text, expected] of cases) {
    it(name, async () => {
      const { changed, endpoints, after } = switched({ [path]: text }, path);
      await parses(path, changed[path] ?? '');
      assert.ok(changed[path]?.includes(expected), changed[path]);
      assert.ok(endpoints.includes('government') && !endpoints.includes('public'), endpoints.join());
      assert.ok(!after.includes('endpoint-zonder-contract'), after.join());
    });
  }
  for (const [name, path, text] of left) {
    it(`is not offered for ${name}`, () => {
      const files: Files = { 'ai-verantwoording.yml': record, [path]: text };
      const found = project(files);
      const context: FixContext = { project: found, text: (at) => files[at] };
      assert.ok(
        found.usages(path).some((one) => one.kind === 'client'),
        'no client',
      );
      for (const one of found.findings(path))
        assert.ok(!fixesOf(one, context).some((fix) => fix.id === 'switch-endpoint'), one.check);
    });
  }
  it("Azure's own client, to a host of Azure", () => {
    const text =
      'import com.azure.ai.openai.OpenAIClientBuilder;\nclass A { Object a = new OpenAIClientBuilder().credential(k).buildClient(); }\n';
    const azure =
      'versie: 1\nendpoints:\n  - id: azure\n    url: https://voorbeeld.openai.azure.com\n    grondslag: eigen-beheer\n';
    const { changed, after } = switched({ 'A.java': text, 'ai-verantwoording.yml': azure }, 'A.java');
    assert.ok(
      changed['A.java']?.includes('OpenAIClientBuilder().endpoint("https://voorbeeld.openai.azure.com").credential(k)'),
    );
    assert.ok(!after.includes('endpoint-zonder-contract'), after.join());
  });
  for (const [file, before, expected] of [
    [
      'application.yml',
      'spring:\n  ai:\n    openai:\n      api-key: ${KEY}\n',
      '      base-url: https://vlam-api.rijksweb.nl\n      api-key: ${KEY}\n',
    ],
    [
      'application.properties',
      '# AI\nspring.ai.openai.api-key=${KEY}\n',
      '# AI\nspring.ai.openai.base-url=https://vlam-api.rijksweb.nl\nspring.ai.openai.api-key=',
    ],
  ] as const) {
    it(`Spring AI, where only the key stands in ${file}`, () => {
      const settings = `src/main/resources/${file}`;
      const code =
        'import org.springframework.ai.chat.client.ChatClient;\nclass A {\n  A(ChatClient.Builder builder) { this.c = builder.build(); }\n}\n';
      const pom =
        '<project><dependencies><dependency><groupId>org.springframework.ai</groupId><artifactId>spring-ai-starter-model-openai</artifactId></dependency></dependencies></project>';
      const { changed, endpoints, after } = switched(
        { 'pom.xml': pom, 'src/main/java/A.java': code, [settings]: before },
        'src/main/java/A.java',
      );
      assert.ok(changed[settings]?.includes(expected), changed[settings]);
      assert.ok(endpoints.includes('government'), endpoints.join());
      assert.ok(!after.includes('endpoint-zonder-contract'), after.join());
    });
  }
});
