import assert from 'node:assert/strict';
import { theTriggerWords } from '../../../server/src/core/catalog/trigger.js';
import { WordSearch } from '../../../server/src/core/catalog/wordSearch.js';

const encoder = new TextEncoder();

describe('the search for words', () => {
  const words = theTriggerWords();

  it('opens no file for a word that any project has', () => {
    const ordinary = 'agent api args base chat client code command config content context data default embed endpoint';
    const more = 'env file host input key language message model name option output path prompt provider request';
    const rest =
      'response result role run server service setting source stream task text token tool type url user value';
    const variables = 'aws_ azure_ build_ ci_ docker_ github_ gitlab_ google_ node_ open_ play_ python_ spring_';
    const found = words.filter((word) =>
      `${ordinary} ${more} ${rest} ${variables}`.split(' ').some((each) => each.includes(word.toLowerCase())),
    );
    assert.deepEqual(found, []);
    const phrases = [
      'import cluster, use cluster, from cluster, import replica, "Replicate the log", a cactus, use rights',
      // Data of locales, methods and settings of other frameworks.
      "'ai' => ['application/pdf'], 'vanna' => 'bath', 'Speech', private void generateContent(), .continue-on-error",
    ].join();
    assert.deepEqual(
      words.filter((word) => phrases.includes(word)),
      [],
    );
  });
  const search = new WordSearch(words);

  it('opens no file for a name in quotes that is imported without them', () => {
    assert.ok(!search.test(encoder.encode(`'♊' => 'Gemini',`)));
    assert.ok(search.test(encoder.encode('use Gemini\\Client;')));
  });

  it('finds every word of the catalogue, at even and odd places, at the start and at the end', () => {
    for (const word of words)
      for (const text of [word, `.${word}`, `${word}.`, `..${word}`, `é${word}é`, ` \n${word}\n\n`])
        assert.ok(search.test(encoder.encode(text)), JSON.stringify(text));
  });
  it('finds no word that is not there in full', () => {
    for (const word of words) {
      const short = word.slice(0, -1);
      if (words.some((other) => short.includes(other))) continue;
      assert.ok(!search.test(encoder.encode(`${short}\u0001`)), word);
      assert.ok(!search.test(encoder.encode(short)), word);
    }
  });
  it('says the same as looking for each word by itself', () => {
    const few = ['gsk_', 'xai-', 'openai', 'from rig', '"ai"', 'groq'];
    const one = new WordSearch(few);
    const letters = 'gskxaiopenfrmq_-" ';
    let seed = 7;
    const random = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
    for (let round = 0; round < 4000; round++) {
      const length = random() % 60;
      const piece = (): string =>
        random() % 5 === 0
          ? (few[random() % few.length] as string).slice(0, 1 + (random() % 8))
          : (letters[random() % letters.length] as string);
      let text = '';
      while (text.length < length) text += piece();
      assert.equal(
        one.test(encoder.encode(text)),
        few.some((word) => text.includes(word)),
        JSON.stringify(text),
      );
    }
  });
});
