import { insideOf, type Span } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';

const shown = new WeakMap<FileFacts, (offset: number) => boolean>();

/** `logger.info(f"Model: {config['openai_model']}")`: what is only shown. */
export function isLogged({ start }: Span, facts: FileFacts): boolean {
  let isInside = shown.get(facts);
  if (!isInside) {
    isInside = insideOf(facts.calls.filter(({ callee }) => logs.test(callee)).map(({ span }) => span));
    shown.set(facts, isInside);
  }
  return isInside(start);
}

/** `Write-Host "Model: $env:AZURE_OPENAI_MODEL"`: read to be shown alone, among words. */
export function isShown(span: Span, { strings, language }: FileFacts): boolean {
  if (language !== 'powershell') return false;
  return strings.some(
    (text) =>
      text.role === 'other' &&
      text.span.start <= span.start &&
      text.span.end >= span.end &&
      /\p{L}{2,}:?\s/u.test(text.value),
  );
}

const logs = /^(?:print|println|puts|echo|cat)$|(?:^|\.)(?:log(?:ger|ging)?|console|Log)\.\w+$/;
