import type { FileContext } from './fileContext.js';
import { Memo } from '../memo.js';

/**
 * Calls of libraries that answer in the place of a service: `respx.post("https://…").mock(…)`, `responses.add(…)`,
 * `nock("https://…")`, `stub_request(:post, "https://…")`, `Http::fake([…])`. Nothing goes to the address that they name.
 */
const standsIn =
  /^(?:respx|httpretty|nock|pook)(?:[_.]|$)|^responses\.(?:add|upsert|replace|get|post|put|patch|delete|head|options)$|(?:^|[._:])(?:stub_?request|stubFor|fake)$|mock|WebMock/i;
/** The same words as of an ordinary client: only with its import. */
const handlers = /^(?:http|rest)\.(?:get|post|put|patch|delete|all)$/;

const known = new Memo<boolean>();

export function isStandIn(callee: string, { facts }: FileContext): boolean {
  if (known.of(callee, () => standsIn.test(callee))) return true;
  return handlers.test(callee) && facts.imports.some(({ module }) => module === 'msw');
}
