import type { FileContext } from './fileContext.js';

const registers = /(?:^|\.)Add(?:Scoped|Singleton|Transient|HttpClient)$/;
const asks = /(?:Service|Client|Provider|Chat|Agent|Assistant|Generator)$/;

/** `services.AddScoped<IChatGptService, ChatGptService>()`: a service of the project's own, called after the one that it asks. */
export function findRegistered({ facts, language, vendors, drafts, isTest }: FileContext): void {
  if (language !== 'csharp' || isTest) return;
  for (const { callee, typeArgument, span } of facts.calls) {
    if (typeArgument === undefined || !registers.test(callee)) continue;
    const name = typeArgument.replace(/^I(?=[A-Z][a-z])/, '').replace(/OpenA[iI]/, 'Openai');
    const provider = asks.test(name) ? vendors.inObject(name) : undefined;
    if (provider !== undefined)
      drafts.push({ kind: 'client', provider, span, token: typeArgument, act: 'construct', weight: 1, isNamed: true });
  }
}
