import type { CallFact } from '../fact.js';
import type { Chain } from './chain.js';
import type { ChainOptions } from './definition.js';
import type { Mutable, Reader, Surround } from './reader.js';
import { Kind } from './tokens.js';
import { spanOf } from './spans.js';

/** Ruby's calls without brackets. The cursor is behind the name. */

/** `name argument, key: value` */
export function command(reader: Reader, chain: Chain, surround: Surround, options: ChainOptions): void {
  if (!startsCommand(reader, options)) return;
  const { cursor } = reader;
  const call: Mutable<CallFact> = {
    callee: chain.path,
    args: [],
    isNew: false,
    span: spanOf(chain.start, chain.start),
    nameSpan: chain.nameSpan,
    ...(chain.call && { receiver: chain.call }),
  };
  reader.calls.push(call);
  call.args = reader.entries({ ...surround, call, context: 'command' });
  call.span = spanOf(chain.start, cursor.end(cursor.at - 1));
  chain.call = call;
  chain.beyondCall = false;
}

function startsCommand({ cursor, language }: Reader, options: ChainOptions): boolean {
  if (!language.commandCalls || options.isHeader) return false;
  const kind = cursor.kind();
  if (cursor.start() === cursor.end(cursor.at - 1)) return false;
  if (kind === Kind.String || kind === Kind.Number) return true;
  if (kind === Kind.Name) return !language.keywords.has(cursor.text());
  if (cursor.is('[')) return true;
  return cursor.is(':') && cursor.kind(cursor.at + 1) === Kind.Name && cursor.start(cursor.at + 1) === cursor.end();
}

/** A method of a constant, without arguments (`X.new`, `X.configure do`), and a word of a model's class: `acts_as_chat`. */
const isBare = /^(?:[A-Z][\w.]*\.[a-z]\w*|acts_as_\w+)$/;

/** The first of `X.chat.ask`, too. */
export function bareCall(reader: Reader, chain: Chain): void {
  const { cursor } = reader;
  if (chain.call || cursor.is('(') || cursor.is('=') || !isBare.test(chain.path)) return;
  chain.call = {
    callee: chain.path,
    args: [],
    isNew: false,
    span: spanOf(chain.start, chain.nameSpan.end),
    nameSpan: chain.nameSpan,
  };
  reader.calls.push(chain.call);
  chain.beyondCall = false;
}
