import type { Span } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';

/** `logger.info(f"Model: {config['openai_model']}")`: what is only shown. */
export function isLogged(span: Span, { calls }: FileFacts): boolean {
  return calls.some((call) => call.span.start <= span.start && call.span.end >= span.end && logs.test(call.callee));
}

const logs = /^(?:print|println|puts|echo)$|(?:^|\.)(?:log(?:ger|ging)?|console|Log)\.\w+$/;
