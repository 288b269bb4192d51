import assert from 'node:assert/strict';
import { allChecks } from '../../../server/src/core/checks/all.js';
import { explanationOf, messageOf, passageOf, textOf } from '../../../server/src/core/checks/message.js';
import { checkData, checkIds, texts } from '../../../server/src/core/checks/rules.js';
import { profiles } from '../../../server/src/core/settings.js';
import { compilePolicy } from '../../../rules/compilePolicy.js';
import type { PolicySources } from '../../../rules/compilePolicy.js';

const languages = ['nl', 'en'] as const;
const judging = /voldoet|compliant|goedgekeurd|approved/i;

describe('the data of the checks', () => {
  it('has a file for each check and a check for each file', () => {
    assert.deepEqual(allChecks.map((check) => check.id).sort(), checkIds().sort());
  });

  for (const id of checkIds()) {
    const data = checkData(id);
    it(`${id} says every variant in both languages and profiles, and judges nothing`, () => {
      const values = Object.fromEntries(data.values.map((name) => [name, `<${name}>`]));
      for (const variant of Object.keys(data.message)) {
        for (const profile of profiles) {
          for (const language of languages) {
            const finding = {
              check: id,
              severity: 'warning',
              profile,
              path: 'a',
              range,
              values,
              variant,
              related: [],
            } as const;
            const message = messageOf(finding, language);
            assert.doesNotMatch(message, /[{}]/, message);
            assert.doesNotMatch(message, judging);
          }
        }
      }
    });

    it(`${id} links to the handreiking and explains itself`, () => {
      for (const profile of profiles) {
        for (const language of languages) {
          const passage = passageOf(id, profile, language);
          assert.match(passage.id, /^HR25/);
          assert.match(passage.url, /^https:\/\/open\.overheid\.nl\//);
          const explanation = explanationOf(id, language, profile);
          assert.doesNotMatch(explanation, /\{[a-z]+\}/i);
          assert.ok(explanation.includes(textOf('geen-publicatie', language)));
        }
      }
    });
  }

  it('fills small texts in both languages', () => {
    for (const key of Object.keys(texts)) for (const language of languages) assert.notEqual(textOf(key, language), '');
  });
});

describe('compiling the policy', () => {
  it('refuses a quotation of a text that was not read', () => {
    const sources = smallest();
    passage(sources)['text'] = 'Woorden van een ander';
    assert.throws(() => compilePolicy(sources), /paraphrased, never quoted/);
  });
  it('refuses a passage that is not there', () => {
    const sources = smallest();
    check(sources)['link'] = 'HR25-9.9';
    assert.throws(() => compilePolicy(sources), /no passage HR25-9\.9/);
  });
  it('refuses a placeholder that one language lacks', () => {
    const sources = smallest();
    check(sources)['message'] = { default: { nl: 'Kijk naar {provider}', en: 'Look' } };
    assert.throws(() => compilePolicy(sources), /\{provider\} in Dutch, \{\} in English/);
  });
  it('refuses a placeholder that the code does not fill', () => {
    const sources = smallest();
    check(sources)['message'] = { default: { nl: 'Kijk naar {naam}', en: 'Look at {naam}' } };
    assert.throws(() => compilePolicy(sources), /no value naam/);
  });
  it('refuses a missing text', () => {
    const sources = smallest();
    delete check(sources)['remedy'];
    assert.throws(() => compilePolicy(sources), /remedy/);
  });
  it('takes what is whole', () => {
    assert.equal(compilePolicy(smallest()).checks[0]?.id, 'een-controle');
  });
});

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function passage(sources: PolicySources): Record<string, unknown> {
  return (sources.policy[0]?.data as { passages: Record<string, unknown>[] }).passages[0] ?? {};
}

function check(sources: PolicySources): Record<string, unknown> {
  return sources.checks[0]?.data as Record<string, unknown>;
}

function smallest(): PolicySources {
  const both = { nl: 'tekst', en: 'text' };
  return {
    policy: [
      {
        name: 'HR25',
        data: {
          id: 'HR25',
          title: 'Handreiking',
          short: both,
          publisher: 'BZK',
          date: '2025',
          passages: [{ id: 'HR25', where: both, title: both, paraphrase: both, verified: 'second-hand' }],
        },
      },
    ],
    checks: [
      {
        name: 'een-controle',
        data: {
          id: 'een-controle',
          title: both,
          severity: { 'overheidsbreed-2025': 'warning', 'rijk-2023': 'error' },
          link: 'HR25',
          passages: { 'overheidsbreed-2025': ['HR25'], 'rijk-2023': [] },
          values: ['provider'],
          message: { default: both },
          why: both,
          remedy: both,
        },
      },
    ],
    texts: {},
  };
}
