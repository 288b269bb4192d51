import assert from 'node:assert/strict';
import { fixesOf } from '../../../server/src/core/fixes/fixesOf.js';
import { apply } from './applyFix.js';
import { project } from './switching.js';

// Put together here so that no scanner takes the test itself for a leak.
const key = `sk-proj-${['Qm7vT2xK', '9pLw4RzN', 'c8HsYb3E', 'j6DfUa1G'].join('')}`;

const cases: readonly (readonly [path: string, text: string, expected: string])[] = [
  [
    'a.ts',
    `import OpenAI from 'openai';\nconst c = new OpenAI({ apiKey: '${key}' });\n`,
    'apiKey: process.env.OPENAI_API_KEY }',
  ],
  [
    'A.java',
    `import dev.langchain4j.model.openai.OpenAiChatModel;\nclass A { Object a = OpenAiChatModel.builder().apiKey("${key}").build(); }\n`,
    '.apiKey(System.getenv("OPENAI_API_KEY"))',
  ],
  [
    'a.cs',
    `using OpenAI;\nvar c = new OpenAIClient("${key}");\n`,
    'OpenAIClient(System.Environment.GetEnvironmentVariable("OPENAI_API_KEY"))',
  ],
  [
    'A.kt',
    `import com.aallam.openai.client.OpenAI\nval o = OpenAI(token = "${key}")\n`,
    'token = System.getenv("OPENAI_API_KEY")',
  ],
  [
    'A.scala',
    `import dev.langchain4j.model.openai.OpenAiChatModel\nobject A { val m = OpenAiChatModel.builder().apiKey("${key}").build() }\n`,
    '.apiKey(System.getenv("OPENAI_API_KEY"))',
  ],
  ['a.php', `<?php\n$client = OpenAI::client('${key}');\n`, "OpenAI::client(getenv('OPENAI_API_KEY'))"],
  [
    'a.rb',
    `require "openai"\nc = OpenAI::Client.new(access_token: "${key}")\n`,
    'access_token: ENV.fetch("OPENAI_API_KEY")',
  ],
  [
    'a.go',
    `package main\n\nimport (\n\t"fmt"\n\n\topenai "github.com/sashabaranov/go-openai"\n)\n\nvar c = openai.NewClient("${key}")\n`,
    '"os"\n\t"fmt"\n\n\topenai "github.com/sashabaranov/go-openai"\n)\n\nvar c = openai.NewClient(os.Getenv("OPENAI_API_KEY"))',
  ],
  [
    'a.rs',
    `use async_openai::{Client, config::OpenAIConfig};\nfn main() { let c = OpenAIConfig::new().with_api_key("${key}"); }\n`,
    'with_api_key(std::env::var("OPENAI_API_KEY").expect("OPENAI_API_KEY"))',
  ],
  [
    'a.swift',
    `import OpenAI\nlet c = OpenAI(apiToken: "${key}")\n`,
    'apiToken: (ProcessInfo.processInfo.environment["OPENAI_API_KEY"] ?? ""))',
  ],
  ['a.R', `library(ellmer)\nchat <- chat_openai(api_key = "${key}")\n`, 'api_key = Sys.getenv("OPENAI_API_KEY")'],
  [
    'b.ts',
    `export const koppen = { Authorization: 'Bearer ${key}' };\n`,
    "Authorization: 'Bearer ' + process.env.OPENAI_API_KEY }",
  ],
  ['.env', `OPENAI_API_KEY=${key}\nANDERS=1\n`, 'OPENAI_API_KEY=\nANDERS=1'],
  ['appsettings.json', `{ "OpenAI": { "ApiKey": "${key}" } }\n`, '"ApiKey": ""'],
  ['application.yml', `spring:\n  ai:\n    openai:\n      api-key: ${key}\n`, 'api-key: ${OPENAI_API_KEY}'],
  [
    '.github/workflows/ci.yml',
    `on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      OPENAI_API_KEY: ${key}\n    steps: []\n`,
    'OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}',
  ],
];

describe('a key is read from the environment', () => {
  for (const [path, text, expected] of cases) {
    it(`in ${path}`, () => {
      const files = { [path]: text };
      const before = project(files);
      const finding = before.findings(path).find(({ check }) => check === 'sleutel-in-code');
      assert.ok(finding);
      const chosen = fixesOf(finding, { project: before, text: (at) => files[at] }).find(({ id }) =>
        /^(?:move|clear)-key$/.test(id),
      );
      assert.ok(chosen, 'not offered');
      const changed = apply(files, chosen.edits() ?? []);
      assert.ok(changed[path]?.includes(expected), changed[path]);
      assert.ok(
        !project(changed)
          .findings(path)
          .some(({ check }) => check === 'sleutel-in-code'),
      );
    });
  }
});
