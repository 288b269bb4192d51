import { lastName } from '../../names.js';
import type { Argument, CallFact, Expr } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

/** What carries a key in a request; what else is put into a text is for people to read. */
export const ofHeader = /^["']?(?:authorization|(?:x-(?:goog-)?|xi-)?api-key)["']?$/i;

/** `headers.setBearerAuth(openaiApiKey)` of Spring, and what others call it. */
const setsBearer = /(?:^|\.)(?:set)?_?bearer_?(?:auth|token)$/i;

/** `'Authorization' => 'Bearer ' . $this->openaiApiKey`: a key that is named after its vendor, where it is sent along. */
export function keyInHeader({ name = '', value, span }: Argument, { vendors, drafts }: FileContext): void {
  if (!ofHeader.test(name)) return;
  for (const part of partsOf(value)) {
    const token = part.t === 'name' ? lastName(part.path) : '';
    const provider = token === '' ? undefined : vendors.inSetting(token);
    if (provider !== undefined) drafts.push({ kind: 'environment', provider, span, token, weight: 1, isNamed: true });
  }
}

/** The same where a call sets it: `request.Header.Add("Authorization", "Bearer "+o.OpenAIKey)`. */
export function keySetInHeader({ callee, args }: CallFact, context: FileContext): void {
  const [first, second] = args;
  if (!first) return;
  if (setsBearer.test(callee)) keyInHeader({ ...first, name: 'authorization' }, context);
  else if (second && args.length === 2 && first.value.t === 'string')
    keyInHeader({ ...second, name: first.value.value }, context);
}

function partsOf(value: Expr): readonly Expr[] {
  if (value.t === 'template') return value.parts;
  return value.t === 'other' ? (value.operands ?? []) : [value];
}
