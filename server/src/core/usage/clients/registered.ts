import type { CallFact } from '../../syntax/fact.js';
import { chainSpan } from './clientParts.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import type { Reached } from './returned.js';

const registers = /(?:^|\.)Add(?:Scoped|Singleton|Transient|HttpClient)$/;
const asks = /(?:Service|Client|Provider|Chat|Agent|Assistant|Generator)$/;

/** `services.AddScoped<IChatGptService, ChatGptService>()`: a service of the project's own, called after the one that it asks. */
export function findRegistered(context: FileContext): void {
  const { facts, language, vendors, drafts, isTest } = context;
  if (language !== 'csharp' || isTest) return;
  for (const call of facts.calls) {
    const { callee, typeArgument, nameSpan } = call;
    namedClient(call, context);
    if (typeArgument === undefined || !registers.test(callee)) continue;
    const name = typeArgument.replace(/^I(?=[A-Z][a-z])/, '').replace(/OpenA[iI]/, 'Openai');
    const provider = asks.test(name) ? vendors.inObject(name) : undefined;
    if (provider !== undefined)
      drafts.push({
        // Of a chain in which a program registers all that it has, this link.
        ...{ kind: 'client', provider, span: { start: nameSpan.start, end: call.span.end }, token: typeArgument },
        ...{ act: 'construct', weight: 1, isNamed: true },
      });
  }
}

/** No program registers its clients behind so many uses. */
const MANY = 200;
const named = /(?:^|\.)(?:AddHttpClient|CreateClient)$/;

/** `AddHttpClient("Gemini", client => { client.BaseAddress = … })`, and elsewhere `factory.CreateClient("Gemini")`. */
function namedClient({ callee, args, span }: CallFact, { vendors, drafts }: FileContext): void {
  const name = named.test(callee) ? args[0]?.value : undefined;
  if (name?.t !== 'string') return;
  const inside = drafts
    .slice(0, MANY)
    .find((each) => each.kind === 'client' && span.start < each.span.start && each.span.end < span.end);
  const provider = inside?.provider ?? vendors.inObject(name.value);
  if (provider === undefined) return;
  const endpoint = inside?.endpoint;
  drafts.push({
    ...{ kind: 'client', provider, span, token: callee, act: 'construct', weight: 1, isNamed: !inside },
    ...(endpoint && { endpoint }),
  });
}

const handsOut = /(?:^|\.)(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient)$/;

/** `services.AddSingleton<OpenAIClient>(…)`: a client that is handed out to whoever asks for one. */
export function registeredClient(call: CallFact, context: FileContext): Reached | undefined {
  const { typeArgument, callee } = call;
  if (typeArgument === undefined || !handsOut.test(callee)) return undefined;
  const symbol = context.origins.symbolNamed(typeArgument);
  if (symbol?.symbol.does !== 'construct') return undefined;
  // What it is given is told where it is built, inside the brackets most of the time.
  const { provider } = symbol;
  const draft: Draft = { kind: 'client', provider, span: chainSpan(call), token: callee, act: 'construct', weight: 3 };
  context.drafts.push(draft);
  return { provider, calls: symbol.calls, draft };
}

/** `services.AddChatClient(modelName: "gpt-4o")`: an extension of the project's own, which knows whom it asks. */
export function isOwnMethod({ callee }: CallFact, { language }: FileContext): boolean {
  return language === 'csharp' && /\.Add\w+$/.test(callee);
}
