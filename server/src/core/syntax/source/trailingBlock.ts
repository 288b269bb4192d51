import type { CallFact } from '../fact.js';
import type { Chain } from './chain.js';
import type { Mutable, Reader, Surround } from './reader.js';
import { spanOf } from './spans.js';

/** A class, or what makes an object of one; what a client is asked: `klant.messages.create { … }`, `klant.converse { … }`. */
const builds =
  /^(?:[a-z]\w*\.)*[A-Z]\w*(?:\.(?:fromEnvironment|invoke))?$|\.(?:create|chat|stream|invoke[A-Z]\w*|converse(?:Stream)?)$/;

/** The block behind a name or a call; it is at the cursor. */
export function trailingBlock(reader: Reader, chain: Chain, surround: Surround): void {
  const { bindings, calls, language } = reader;
  const { path, start, nameSpan } = chain;
  const isCall = language.id === 'kotlin' && !chain.call && builds.test(path) && !isType(reader, start, surround);
  const call: Mutable<CallFact> = { callee: path, args: [], isNew: false, span: nameSpan, nameSpan };
  if (isCall) calls.push(call);
  const from = bindings.length;
  const { entries, span } = reader.bracket({ ...surround, context: 'block' });
  if (isCall) {
    // Kotlin's `Client { region = … }`: what the block sets is what the client is given.
    call.args = bindings.slice(from).flatMap(({ name, value, span: at }) => (value ? [{ name, value, span: at }] : []));
    call.span = spanOf(start, span.end);
    chain.call = call;
    chain.beyondCall = false;
  }
  if (/\.(?:ifBlank|ifEmpty)$/.test(path)) chain.orElse = entries[0]?.value;
  if (path === 'lazy') chain.given = entries.at(-1)?.value;
}

/** `class Eigen : Basis, Vorm {`, `fun maak(): Klant {` */
function isType({ cursor }: Reader, start: number, { context }: Surround): boolean {
  let at = cursor.at - 1;
  while (at >= 0 && cursor.start(at) >= start) at--;
  return cursor.is(':', at) || (cursor.is(',', at) && (context === 'top' || context === 'block'));
}
