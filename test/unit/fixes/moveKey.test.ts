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
];

describe('a key is read from the environment', () => {
  for (const [path, text, expected] of cases) {
    it(`in ${path}`, () => {
      const files = { [path]: text };
      const before = project(files);
      const finding = before.findings(path).find(({ check }) => check === 'sleutel-in-code');
      assert.ok(finding);
      const chosen = fixesOf(finding, { project: before, text: (at) => files[at] }).find(({ id }) => id === 'move-key');
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
