import { lastName } from '../../names.js';
import { insideOf } from '../../place.js';
import type { CallFact, FileFacts, StringFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

const added = /^(?:v1\/)?chat\/completions$/;
const whole = /^\/(?:v1\/)?chat\/completions$/;
const asksService =
  /^(?:OPENAI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|LLM|AI|CHAT|COMPLETIONS?)(?:_\w+)?_(?:UR[IL]|PATH|ENDPOINT)$/;
const ofBatch = /^\/v1\/(?:chat\/completions|embeddings|responses)$/;
const batchArgument = /^(?:endpoint|url)$/;

/**
 * What a client adds to the address that it has: `var path = "chat/completions"`, or the interface that a batch of
 * OpenAI's is for: `endpoint="/v1/chat/completions"`. Any other path that begins with a slash is a route of a server.
 */
export function isPartOfRequest({ value, role, name, span, call }: StringFact, context: FileContext): boolean {
  if (context.isTest) return false;
  if (ofBatch.test(value) && batchArgument.test(name ?? '')) return role !== 'comparison';
  // `const OPENAI_COMPLETIONS_URL = '/v1/chat/completions'`
  if (whole.test(value)) return role === 'value' && asksService.test(name ?? '');
  if (!added.test(value)) return false;
  if (role === 'argument' ? !call || !mayHoldPart(call) : role !== 'value') return false;
  return !isTold(context)(span.start);
}

const told = new WeakMap<FileFacts, (offset: number) => boolean>();

/** What stands inside a request that was found before: it is told with it. */
function isTold({ facts, drafts }: FileContext): (offset: number) => boolean {
  let isInside = told.get(facts);
  if (!isInside) told.set(facts, (isInside = insideOf(drafts.map(({ span }) => span))));
  return isInside;
}

/** Calls that make an address or a request of what a client adds to the address that it has. */
const makesRequest =
  /^(?:HttpRequestMessage|(?:Post|Send|PostAsJson|PostAsStream)Async|JoinPath|joinpath|urljoin|join|resolve|Ur[il]|UR[IL]|\w*(?:Url|URL|Uri|Endpoint|Request))$/;

/** `new HttpRequestMessage(HttpMethod.Post, "chat/completions")` */
function mayHoldPart(call: CallFact): boolean {
  return call.isAnnotation !== true && makesRequest.test(lastName(call.callee));
}
