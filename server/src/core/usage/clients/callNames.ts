import { ownName } from '../../endpoint/bindings.js';
import { lastName } from '../../names.js';
import type { CallFact } from '../../syntax/fact.js';
import { argumentOf } from './arguments.js';
import type { CatalogueSymbol } from '../../catalog/symbols.js';
import type { FileContext, TrackedObject } from '../fileContext.js';

/** What takes a function with some of what it is called with: `partial(chat, model = …)`, ZIO's `vraag.provide(laag)`. */
export const fillsIn = /(?:^|[.:])partial$|\.provide(?:Some)?(?:Layer)?$/;

/** Methods that hand on the object they are called on, in another shape. */
export const reshapes = /^(?:with|bind|as|get|create|to)[_A-Z].*|^(?:pipe|beta|chat|copy|clone|build|latest_version)$/;
/** Verbs that send something on an object that is known to be a client, whatever the SDK's version calls it. */
export const sending =
  /^(?!chatResponse$)(?:a?(?:create|generate|complete|invoke|stream|predict|embed|converse)(?:_(?:async|stream|content|text|response|message|messages|completion|chat|embeddings?|images?|speech|query|documents|object|run|thread|assistant|agent|structured\w*))*|(?:[cC]reate|[gG]enerate|[cC]omplete|[iI]nvoke|[sS]tream|[sS]end|[eE]mbed|[cC]onverse|[cC]hat|GetResponse|GetStreamingResponse)(?:Async|Stream|Streaming|Content|Text|Response|Message|Messages|Completion|Completions|Chat|Embeddings?|Images?|Speech|Object|Query|Documents|Model|Prompt|Command|Run|Thread|Assistant|Agent)*|parse|kickoff|NewStreaming)$/;
/** Parts of a service that SDKs hang their methods on: `client.files.create`, `client.beta.assistants.list`. */
export const resources =
  /\.(?:chat|completions|responses|embeddings|images|audio|files|models|assistants|threads|runs|vector_stores|vectorStores|fine_tuning|fineTuning|batches|messages|moderations)\.(?:\w+\.)*(?:create|list|retrieve|delete|update|cancel|upload|generate|edit|parse|stream|wait|poll|send|get|generate_content|generateContent)\w*$/i;
/** A conversation that is begun, on which the messages are sent. */
export const opensChat =
  /(?:^|\.)(?:start_?chat|chats\.create|new_conversation(?:_directed)?|(?:create|resume)_?session(?:_?async)?)$/i;
export const givesClient = /(?:Client|Model|Agent|Assistant|Chain|Llm|LLM|Deployment|Service)$/;

/** `llm.with_structured_output(Antwoord)`: a client of its own, that answers so. */
export const shapes = /^(?:with_structured_output|withStructuredOutput|bind_tools|bindTools)$/;
/** `builder.Services.AddHttpClient<T>(…)`, `AddHostedService`: what is registered beside the client. */
export const registersOther = /Http|^AddHosted/;
/** What is asked for is a model: `azure.GetChatClient("deployment")`. */
export const givesModel = /\.(?:[Gg]et|[Aa]s)\w*(?:Client|Model)$/;

/** The chain ends in `.build()`. */
export function isBuilt(call: CallFact): boolean {
  let last = call;
  while (last.next) last = last.next;
  return /(?:^|\.)[bB]uild$/.test(last.callee);
}

export function distinctiveTail(call: CallFact, context: FileContext): string | undefined {
  const path = call.callee;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const entries = context.catalogue.distinctiveCalls.get(last);
  // A method of the file's own class is its own: `self.ainvoke(…)`.
  if (!entries || !ownName(path).includes('.')) return undefined;
  // `event.getChatCompletions()`: what an answer holds.
  if (call.args.length === 0 && /^get[A-Z]/.test(last)) return undefined;
  const fitting = entries.filter(
    ({ tail, provider, argument }) =>
      (path === tail || path.endsWith(`.${tail}`)) &&
      (argument === undefined || call.args.some(({ name }) => name === argument)) &&
      context.catalogue.isIn(context.language, provider),
  );
  if (fitting.length === 0) return undefined;
  // Several providers may share a call; the file's own imports say which.
  const imported = fitting.find(({ provider }) => context.imported.has(provider));
  return (imported ?? fitting[0])?.provider;
}

/** Single words that only libraries of generative AI use for a method. */
const coined =
  /^(?:a(?:stream|predict|generate|complet\w+|embed\w*|rerank|kickoff|chat|query|retrieve|synthesize)|rerank|kickoff|converse|completion|embedding)$/;
/** Names of two words that any library may use: for messages, tasks, data. */
const ordinary =
  /^(?:send_?message|send_?batch|start_?chat|get_response|create_?(?:stream|image|response)|(?:run|request)_?(?:batch|stream)|stream_?log|on_?messages|execute_?task|(?:create|update|prepare)_(?:agent|flow|knowledge_base)(?:_alias)?|start_ingestion_job|score_?all|extract_?data|cli_?app|to_?\w+|as_?text|acall|arun)$/i;

/** Whether a method's name tells the library by itself: `apply`, `compile` and `sendMessage` do not. */
function isTelling(tail: string): boolean {
  if (tail.includes('.')) return true;
  const verb = tail.replace(/_?[aA]sync$/, '');
  return /^.[a-z]*$/.test(verb) ? coined.test(verb) : !ordinary.test(verb);
}

/** A call of an SDK on an object from elsewhere, in a file that speaks of that provider: by an import, or by the object's name. */
export function vendorsCall(call: CallFact, context: FileContext): string | undefined {
  const path = ownName(call.callee);
  const dot = path.indexOf('.');
  if (dot === -1) return undefined;
  // `get_client().embeddings.create(…)`: of what a function gives, its name tells.
  const object = call.receiver ? lastName(call.receiver.callee) : path.slice(0, dot);
  if (call.receiver && !/client/i.test(object)) return undefined;
  const last = path.slice(path.lastIndexOf('.') + 1);
  for (const { tail, provider } of context.catalogue.calls.get(last) ?? []) {
    if (!path.endsWith(`.${tail}`)) continue;
    // `app.OpenAI.CreateImage(…)`: the last name before the call says as much as the first.
    const holder = lastName(path.slice(0, -tail.length - 1));
    const isNamed = context.vendors.inObject(object) === provider || context.vendors.inObject(holder) === provider;
    const isImported = context.imported.has(provider);
    // In Go the SDK's own names begin with a capital: `Client.CreateImage(ctx, request)`.
    if (isImported && context.language === 'go' && /^[A-Z]/.test(tail) && /client$/i.test(holder)) return provider;
    // Both together tell it of an ordinary word too: `gemini.chat(…)`.
    const isClient = isNamed && /client$/i.test(object);
    if (isTelling(tail) || isClient ? isImported || isNamed : isImported && isNamed) return provider;
  }
  return undefined;
}

/**
 * `client.responses.create(parameters: { model: "gpt-4.1" })`: an SDK's call on an object from elsewhere, that asks for a
 * model of that vendor.
 */
export function modelledCall(call: CallFact, context: FileContext): string | undefined {
  const { calls } = context.catalogue;
  const found = calls
    .get(lastName(call.callee))
    ?.filter(({ tail }) => tail.includes('.') && call.callee.endsWith(`.${tail}`));
  if (!found || found.length === 0) return undefined;
  const value = argumentOf(call, ['model'], context.facts)?.value;
  const owner = value?.t === 'string' ? context.catalogue.modelProvider(value.value) : undefined;
  return owner !== undefined && found.some(({ provider }) => provider === owner) ? owner : undefined;
}

/**
 * `@client.chat(parameters: { … })`, as Ruby's library of OpenAI is asked: in a file that takes it in, or with a question
 * to a model in the brackets.
 */
export function rubyCall({ callee, args }: CallFact, { language, imported }: FileContext): string | undefined {
  if (language !== 'ruby' || !rubyVerb.test(callee)) return undefined;
  const given = args.find(({ name }) => name === 'parameters')?.value;
  const has = (key: string) => given?.t === 'object' && given.entries.some(({ name }) => name === key);
  if (has('model') && (has('messages') || has('input'))) return 'openai';
  return given && imported.has('openai') && !callee.endsWith('.create') ? 'openai' : undefined;
}

const rubyVerb = /\.(?:chat|completions|embeddings|responses\.create)$/;

/**
 * The framework's own verbs on what is named as one of its objects: `rag_chain.invoke(…)`, `get_llm().astream(…)`,
 * `kernel.InvokeAsync(…)`, `function.InvokeAsync(kernel)`, `query_engine.query(…)`.
 */
export function runnableCall({ callee, args }: CallFact, { imported }: FileContext): string | undefined {
  if (!imported.has('langchain') && !imported.has('llamaindex') && !imported.has('semantic-kernel')) return undefined;
  const object = callee.split('.').at(-2) ?? '';
  if (imported.has('langchain') && /\.a?(?:invoke|stream|batch)$/.test(callee))
    return /llm|chain|agent|chat_?model|runnable/i.test(object) ? 'langchain' : undefined;
  if (imported.has('llamaindex') && /\.a?(?:query|chat|stream_chat)$/.test(callee))
    return /engine$/i.test(object) ? 'llamaindex' : undefined;
  if (!imported.has('semantic-kernel') || !/\.(?:invoke|[iI]nvokeAsync)$/.test(callee)) return undefined;
  const names = [object, ...args.map(({ value }) => (value.t === 'name' ? value.path : ''))];
  return names.some((name) => /kernel$/i.test(name)) ? 'semantic-kernel' : undefined;
}

/** `self.llm.invoke(…)` in a file that takes nothing from LangChain: its verb, on what is called as its objects are. */
export function isRunnable({ callee }: CallFact, { language }: FileContext): boolean {
  return (language === 'python' || language === 'javascript') && runnable.test(callee);
}

const runnable =
  /(?:^|[._]|[a-z](?=[A-Z]))(?:llm|LLM|Llm|chat_?[mM]odel|ChatModel|chain|Chain|agent|Agent)(?:\(\))?\.a?invoke$/;

export function* tails(path: string): Generator<string> {
  for (let cut = path.indexOf('.'); cut !== -1; cut = path.indexOf('.', cut + 1)) yield path.slice(cut + 1);
}

/** Whether the object has the call among those that its symbol lists. */
export function hasCall({ calls }: Pick<TrackedObject, 'calls'>, { callee }: CallFact): boolean {
  return calls.size > 0 && [...tails(callee)].some((tail) => calls.has(tail));
}

/** `text = ChatClient.create(model).prompt().call().content()`: what the chain ends in is an answer, and no client. */
export function isAnswer(call: CallFact, { calls }: CatalogueSymbol): boolean {
  for (let next = call.next; next; next = next.next) {
    const name = lastName(next.callee);
    if (calls.has(name) && !givesClient.test(name)) return true;
  }
  return false;
}

/** `builder.Services⏎.AddLogging()⏎.AddOpenAIChatCompletion(…)`: in a chain that is no provider's it stands where it is named. */
export function isExtension(
  { callee, isNew }: CallFact,
  { symbol: { names } }: CatalogueSymbol,
  { language }: FileContext,
) {
  const last = lastName(callee);
  return language === 'csharp' && !isNew && /^(?:Add|With|Use)/.test(last) && last !== callee && names.includes(last);
}
