import { nearestBinding } from '../endpoint/bindings.js';
import { joinedParts } from '../endpoint/joinedTexts.js';
import { resolve } from '../endpoint/resolve.js';
import type { Resolved } from '../endpoint/resolved.js';
import type { Expr, StringFact } from '../syntax/fact.js';
import { wordValue } from '../syntax/source/shellWords.js';
import type { FileContext } from './fileContext.js';

/** `base + "/api/chat"`, `paste0(base, "/api/chat")`: something stands before it. */
export function isBehind(text: StringFact, context: FileContext): boolean {
  const { value, call, span } = text;
  if (!value.startsWith('/')) return false;
  return joinedTo(text, context) !== undefined || (call !== undefined && isPart(joinedParts(call) ?? [], span.start));
}

/** `base + "/chat/completions"`, given to a variable, a call, or back: the whole, of which the text is not the first part. */
export function joinedTo({ value, call, span }: StringFact, { facts }: FileContext): Expr | undefined {
  if (!/^[/:]/.test(value)) return undefined;
  const isWhole = (each: Expr | undefined) => each?.t === 'template' && isPart(each.parts, span.start);
  return (
    call?.args.find((each) => isWhole(each.value))?.value ?? facts.bindings.find((each) => isWhole(each.value))?.value
  );
}

const isPart = (parts: readonly Expr[], start: number) => parts.findIndex((part) => part.span.start === start) > 0;

/** `"${base}/chat/completions"`, `base + "/chat/completions"`: the address with what fills its holes. */
export function filledIn(text: StringFact, context: FileContext): Resolved | undefined {
  const { call, name, span } = text;
  const { facts, resolving } = context;
  const bound = name === undefined ? undefined : nearestBinding(facts, name, span.end + 1);
  if (call && joinedParts(call)) return resolve({ t: 'call', call, span: call.span }, facts, resolving);
  // What a command is given: `curl "http://${OLLAMA_HOST}:11434/api/chat"`.
  if (facts.language === 'shell' && !bound) return resolve(wordValue(text.value, span.start), facts, resolving);
  const values = [...(call?.args ?? []), ...(bound ? [bound] : [])];
  const value =
    values.find((each) => each.value?.t === 'template' && each.value.span.start === span.start)?.value ??
    joinedTo(text, context);
  return value && resolve(value, facts, resolving);
}
