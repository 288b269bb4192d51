import type { FileContext } from '../fileContext.js';

/** What is given to the method stands no further behind its annotation. */
const NEAR = 300;

/** `@Bean ChatClient chatClient(ChatClient.Builder builder)`: a client that Spring hands to whoever asks for one. */
export function findBeans({ facts, language, drafts, isTest, origins }: FileContext): void {
  if (language !== 'java' || isTest) return;
  for (const { name, type, nameSpan, value } of facts.bindings) {
    if (value || type !== 'ChatClient.Builder') continue;
    // The last call before it: of a method in between nothing is known.
    const before = facts.calls.findLast((call) => call.span.start < nameSpan.start);
    const isBean = before?.isAnnotation === true && nameSpan.start - before.span.end < NEAR;
    const bean = facts.calls.findLast((call) => call.callee === 'Bean' && call.span.start < nameSpan.start);
    if (!isBean || !bean || nameSpan.start - bean.span.end > NEAR) continue;
    const provider = origins.symbolNamed(type)?.provider ?? 'spring-ai';
    drafts.push({ kind: 'client', provider, span: nameSpan, token: name, act: 'construct', weight: 2 });
  }
}
