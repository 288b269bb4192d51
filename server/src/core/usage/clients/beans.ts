import type { FileContext } from '../fileContext.js';

/** What is given to the method stands no further behind its annotation. */
const NEAR = 300;

/** `@Bean ChatClient chatClient(ChatClient.Builder builder)`: a client that Spring hands to whoever asks for one. */
export function findBeans({ facts, language, drafts, isTest, origins }: FileContext): void {
  if (language !== 'java' || isTest) return;
  const given = facts.bindings.filter(({ type, value }) => !value && type === 'ChatClient.Builder');
  if (given.length === 0) return;
  let at = 0;
  let bean = -Infinity;
  for (const { name, nameSpan } of given) {
    // Of the annotations in front of the method one is `@Bean`; any other call between is of a method before it.
    for (let call = facts.calls[at]; call && call.span.start < nameSpan.start; call = facts.calls[++at])
      if (call.isAnnotation !== true) bean = -Infinity;
      else if (call.callee === 'Bean') bean = call.span.end;
    if (nameSpan.start - bean > NEAR) continue;
    const provider = origins.symbolNamed('ChatClient.Builder')?.provider ?? 'spring-ai';
    drafts.push({ kind: 'client', provider, span: nameSpan, token: name, act: 'construct', weight: 2 });
  }
}
