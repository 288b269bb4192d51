import assert from 'node:assert/strict';
import { citizenNumberIn, kindOfName, passesElevenTest } from '../../../server/src/core/checks/prompt/personalData.js';
import { createProject } from '../../../server/src/core/createProject.js';

/** `line variant name` of the findings, with what is really found in the text. */
function found(path: string, text: string, record?: string): string[] {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  if (record !== undefined) project.set('ai-verantwoording.yml', record);
  project.set(path, text);
  return project
    .findings(path)
    .filter((one) => one.check === 'persoonsgegevens-in-prompt')
    .map((one) => `${one.range.start.line + 1} ${one.variant} ${one.values['naam'] ?? ''}`.trim());
}

const python = (...lines: readonly string[]): string =>
  ['from openai import OpenAI', 'client = OpenAI()', ...lines, ''].join('\n');
const ask = (content: string): string =>
  `client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ${content}}])`;

describe('persoonsgegevens-in-prompt', () => {
  it('fires on what goes into the prompt by name, at the place where it stands', () => {
    assert.deepEqual(found('a.py', python('def f(bsn):', `    ${ask('bsn')}`)), ['4 bsn bsn']);
    assert.deepEqual(
      found('a.py', python('def f(klant):', '    prompt = f"Over {klant.geboortedatum}"', `    ${ask('prompt')}`)),
      ['4 persoonsgegeven klant.geboortedatum'],
    );
    assert.deepEqual(found('a.py', python('def f(p):', `    ${ask('"BSN: " + str(p.bsn)')}`)), ['4 bsn p.bsn']);
    assert.deepEqual(found('a.py', python('def f(p):', `    ${ask('"Over {}".format(p.achternaam)')}`)), [
      '4 persoonsgegeven p.achternaam',
    ]);
  });
  it('follows lists of messages and what is added to them', () => {
    const code = python(
      'def f(burgerservicenummer):',
      '    berichten = []',
      '    berichten.append({"role": "user", "content": burgerservicenummer})',
      '    client.chat.completions.create(model="gpt-4o", messages=berichten)',
    );
    assert.deepEqual(found('a.py', code), ['5 bsn burgerservicenummer']);
  });
  it('fires on a number that passes the eleven-test', () => {
    assert.deepEqual(found('a.py', python(ask('"Burger 123456782 vraagt uitkering"'))), ['3 bsn-getal']);
    assert.deepEqual(found('a.py', python(ask('"Zaak 123456789"'))), []);
  });
  it('works in TypeScript, Java and C#', () => {
    const ts =
      "import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const f = (persoon: P) =>\n  client.responses.create({ model: 'gpt-4o', input: `Over ${persoon.bsn}` });\n";
    assert.deepEqual(found('a.ts', ts), ['4 bsn persoon.bsn']);
    const ai =
      "import { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\nexport const f = (bsn: string) => generateText({ model: openai('gpt-4o'), prompt: `Over ${bsn}` });\n";
    assert.deepEqual(found('b.ts', ai), ['3 bsn bsn']);
    const java =
      'import org.springframework.ai.chat.client.ChatClient;\nclass C {\n  private final ChatClient chatClient;\n  String f(Persoon persoon) {\n    String prompt = "Vat samen: " + persoon.getBsn();\n    return chatClient.prompt().user(prompt).call().content();\n  }\n}\n';
    assert.deepEqual(found('C.java', java), ['5 bsn persoon.getBsn']);
    const cs =
      'using OpenAI.Chat;\nclass D {\n  void F(string bsn) {\n    ChatClient client = new("gpt-4o", key);\n    client.CompleteChat(new UserChatMessage($"Klant {bsn}"));\n  }\n}\n';
    assert.deepEqual(found('D.cs', cs), ['5 bsn bsn']);
  });
  it('does not fire on what stays out of the prompt', () => {
    const silent: readonly string[][] = [
      ['def f(bsn):', '    log(bsn)', `    ${ask('"Hallo"')}`],
      ['def f(bsn):', `    ${ask('masker(bsn)')}`],
      ['def f(bsn):', `    ${ask('zoek_dossier(bsn)')}`],
      ['BSN_INSTRUCTIE = "Noem nooit een BSN"', ask('BSN_INSTRUCTIE')],
      ['geboortedatum = "Vraag naar de geboortedatum"', ask('geboortedatum')],
      [ask('"Vraag niet naar het bsn of de geboortedatum"')],
      ['def f(bsn_masked, has_bsn):', `    ${ask('f"{bsn_masked} {has_bsn}"')}`],
      ['# burger 123456782', ask('"Hallo"')],
    ];
    for (const lines of silent) assert.deepEqual(found('a.py', python(...lines)), [], lines.join('\n'));
  });
  it('does not fire on a model on the machine itself', () => {
    const local =
      'import ollama\ndef f(bsn):\n    ollama.chat(model="llama3", messages=[{"role": "user", "content": bsn}])\n';
    assert.deepEqual(found('a.py', local), []);
  });
  it('takes other data than the BSN as known once the use case says so', () => {
    const record = 'versie: 1\ntoepassingen:\n  - { id: a, doel: x, paden: [a.py], gegevens: persoonsgegevens }\n';
    const code = python('def f(p):', `    ${ask('f"{p.bsn} {p.geboortedatum}"')}`);
    assert.deepEqual(found('a.py', code), ['4 bsn p.bsn', '4 persoonsgegeven p.geboortedatum']);
    assert.deepEqual(found('a.py', code, record), ['4 bsn p.bsn']);
  });
  it('says each name once, and at most five of them', () => {
    const names = ['voornaam', 'achternaam', 'geboortedatum', 'woonadres', 'iban', 'telefoonnummer'];
    const code = python('def f(p):', ...names.map((name) => `    ${ask(`p.${name}`)}`), `    ${ask('p.voornaam')}`);
    assert.equal(found('a.py', code).length, 5);
  });
});

describe('names and numbers of people', () => {
  it('knows names by their words', () => {
    for (const name of [
      'bsn',
      'BSN',
      'klant_bsn',
      'klantBsn',
      'getBsn',
      'bsn_nummer',
      'burgerServiceNummer',
      'burger_service_nummer',
    ])
      assert.equal(kindOfName(name), 'bsn', name);
    for (const name of ['geboortedatum', 'geboorteDatum', 'date_of_birth', 'firstName', 'emailAdres'])
      assert.equal(kindOfName(name), 'persoonsgegeven', name);
    for (const name of [
      'bsn_masked',
      'zonderBsn',
      'isBsnValid',
      'bsnRegex',
      'naam',
      'datum',
      'absent',
      'dobbelsteen',
      'surname_field',
    ])
      assert.equal(kindOfName(name), undefined, name);
  });
  it('knows a BSN by the eleven-test', () => {
    for (const digits of ['123456782', '111222333', '999990019']) assert.ok(passesElevenTest(digits), digits);
    for (const digits of ['123456789', '111111111', '000000000', '12345678', '001234567'])
      assert.ok(!passesElevenTest(digits), digits);
    for (const text of ['bsn 123456782.', '1234.56.782', '123 456 782']) assert.ok(citizenNumberIn(text), text);
    for (const text of ['1234567820', '0.123456782', '12345678-2']) {
      assert.equal(citizenNumberIn(text), undefined, text);
    }
  });
});
