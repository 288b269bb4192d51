import { Memo } from '../memo.js';
import { lastName } from '../names.js';
import { insideOf } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import { isTestPath } from '../testPath.js';
import type { Draft } from './draft.js';
import type { FileContext } from './fileContext.js';

/**
 * Calls of libraries that answer in the place of a service: `respx.post("https://…").mock(…)`, `responses.add(…)`,
 * `nock("https://…")`, `stub_request(:post, "https://…")`, `Http::fake([…])`; and those that ask afterwards what was sent,
 * `have_requested(:post, "https://…")`. Nothing goes to the address that they name.
 */
const standsIn =
  /^(?:respx|httpretty|nock|pook)(?:[_.]|$)|^responses\.(?:add|upsert|replace|get|post|put|patch|delete|head|options)$|(?:^|[._:])(?:stub_?request|stubFor|fake|(?:have|assert|a)_(?:not_)?requested?|requestTo)$|\.(?:method|shouldReceive)\.with$|mock|WebMock|^handler\.(?:Expect|When)$/i;
/** The same words as of an ordinary client: only with its import. */
const handlers = /^(?:http|rest)\.(?:get|post|put|patch|delete|all)$/;

const known = new Memo<boolean>();

/** `jest.mock('axios')`, `@patch("requests.post")`, `vi.stubGlobal("fetch", …)`: what sends requests is itself replaced. */
const replaces = /(?:^|\.)(?:mock|doMock|unstable_mockModule|stubGlobal|spyOn|stub|patch|setattr)$/;
const senders =
  /^(?:axios|node-fetch|cross-fetch|fetch|undici|got|ky|superagent|requests|httpx|aiohttp|urllib3?)(?:[./]|$)/;

/** Whether a test puts something in the place of the library that would send its requests. */
export function sendsNothing({ isTest, facts }: FileContext): boolean {
  if (!isTest) return false;
  return facts.calls.some(
    ({ callee, args: [first] }) =>
      replaces.test(callee) && first?.value.t === 'string' && senders.test(first.value.value),
  );
}

/** `when(assistent.chat(any())).thenReturn(…)`: says what a call will give, and makes none. */
const prepares = /^(?:when|whenever|given|every|coEvery|verify|coVerify)$/;

/** `vi.mocked(openai.chat.completions.create)`, `expect(…)`: looks at a method that a test has put something in the place of. */
export function isLookedAt(callee: string, { isTest }: FileContext): boolean {
  return isTest && looksAt.test(callee);
}

const looksAt = /(?:^|\.)(?:mocked|expect|assert\w*|spyOn)$/;

/** Without the calls that a test only prepares. */
export function withoutPrepared(drafts: readonly Draft[], facts: FileFacts): readonly Draft[] {
  if (!isTestPath(facts.path)) return drafts;
  const prepared = facts.calls.filter(({ callee }) => prepares.test(lastName(callee)));
  if (prepared.length === 0) return drafts;
  const isPrepared = insideOf(prepared.map(({ span }) => span));
  return drafts.filter(({ kind, act, span }) => kind !== 'client' || act !== 'call' || !isPrepared(span.start));
}

export function isStandIn(callee: string, { facts }: FileContext): boolean {
  if (known.of(callee, () => standsIn.test(callee))) return true;
  return handlers.test(callee) && facts.imports.some(({ module }) => module === 'msw');
}
