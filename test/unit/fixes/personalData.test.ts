import assert from 'node:assert/strict';
import { fixed, found } from './whole.js';

const hide = /^Laat /;
const check = 'persoonsgegevens-in-prompt';
const python = (prompt: string): string =>
  `from openai import OpenAI\nclient = OpenAI()\ndef f(bsn, klant):\n    client.responses.create(model="gpt-4o", input=${prompt})\n`;
const typescript = (messages: string): string =>
  `import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const f = (bsn: string, p: P) =>\n  client.responses.create({ model: 'gpt-4o', input: ${messages} });\n`;

/** What stands in the file, the words before and after. */
const cases: readonly (readonly [path: string, text: string, before: string, after: string])[] = [
  ['a.py', python('f"Over {bsn}."'), 'f"Over {bsn}."', 'f"Over [bsn]."'],
  ['a.py', python('f"Over {bsn!r:>9}."'), 'f"Over {bsn!r:>9}."', 'f"Over [bsn]."'],
  ['a.py', python('"Over " + klant.bsn'), '"Over " + klant.bsn', `"Over " + '[bsn]'`],
  ['a.py', python('"Over {}".format(bsn)'), 'format(bsn)', "format('[bsn]')"],
  ['a.py', python('f"Geboren {klant.geboortedatum}"'), '{klant.geboortedatum}', '[geboortedatum]'],
  ['a.ts', typescript('`Over ${p.bsn}`'), '`Over ${p.bsn}`', '`Over [bsn]`'],
  ['a.ts', typescript("[{ role: 'user', content: bsn }]"), 'content: bsn', "content: '[bsn]'"],
  [
    'C.java',
    'import org.springframework.ai.chat.client.ChatClient;\nclass C {\n  private final ChatClient chatClient;\n  String f(Persoon persoon) {\n    String prompt = "Vat samen: " + persoon.getBsn();\n    return chatClient.prompt().user(prompt).call().content();\n  }\n}\n',
    'persoon.getBsn()',
    '"[bsn]"',
  ],
  [
    'D.cs',
    'using OpenAI.Chat;\nclass D {\n  void F(string bsn) {\n    ChatClient client = new("gpt-4o", key);\n    client.CompleteChat(new UserChatMessage($"Klant {bsn}"));\n  }\n}\n',
    '$"Klant {bsn}"',
    '$"Klant [bsn]"',
  ],
];

describe('personal data is left out of a prompt', () => {
  for (const [path, text, before, after] of cases) {
    it(`${path}: ${before}`, () => {
      const changed = fixed({ [path]: text }, path, check, hide);
      assert.equal(
        changed[path],
        text.replace(before, () => after),
      );
      assert.deepEqual(
        found(changed, path).filter((one) => one.startsWith(check)),
        [],
      );
    });
  }
  it('is not offered in a notebook, whose code stands inside JSON', () => {
    const source = JSON.stringify(python('f"Over {bsn}."').split(/(?<=\n)/));
    const text = `{"cells":[{"cell_type":"code","source":${source}}],"metadata":{"kernelspec":{"language":"python"}}}`;
    assert.throws(() => fixed({ 'a.ipynb': text }, 'a.ipynb', check, hide), /Negeer|^AssertionError/);
  });
});
