import { ownName } from '../endpoint/bindings.js';
import type { CallFact } from '../syntax/fact.js';
import type { FileContext } from './fileContext.js';

/** Methods that hand on the object they are called on, in another shape. */
export const reshapes = /^(?:with|bind|as|get|create|to)[_A-Z].*|^(?:pipe|beta|chat|copy|build)$/;
/** Verbs that send something on an object that is known to be a client, whatever the SDK's version calls it. */
export const sending =
  /^(?:a?(?:create|generate|complete|invoke|stream|predict|embed|converse)(?:_(?:async|stream|content|text|response|message|messages|completion|chat|embeddings?|images?|speech|query|documents|object|structured\w*))*|(?:[cC]reate|[gG]enerate|[cC]omplete|[iI]nvoke|[sS]tream|[sS]end|[eE]mbed|[cC]onverse|[cC]hat|GetResponse|GetStreamingResponse)(?:Async|Stream|Streaming|Content|Text|Response|Message|Messages|Completion|Completions|Chat|Embeddings?|Images?|Speech|Object|Query|Documents|Model|Prompt|Command)*|parse|kickoff|NewStreaming)$/;
/** Parts of a service that SDKs hang their methods on: `client.files.create`, `client.beta.assistants.list`. */
export const resources =
  /\.(?:chat|completions|responses|embeddings|images|audio|files|models|assistants|threads|runs|vector_stores|vectorStores|fine_tuning|fineTuning|batches|messages|moderations)\.(?:\w+\.)*(?:create|list|retrieve|delete|update|cancel|upload|generate|edit|parse|stream|wait|poll|send|get|generate_content|generateContent)\w*$/;
export const givesClient = /(?:Client|Model|Agent|Assistant|Chain|Llm|LLM|Deployment|Service)$/;

export function distinctiveTail(call: CallFact, context: FileContext): string | undefined {
  const path = call.callee;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const entries = context.catalogue.distinctiveCalls.get(last);
  if (!entries || !path.includes('.')) return undefined;
  const fitting = entries.filter(({ tail }) => path === tail || path.endsWith(`.${tail}`));
  if (fitting.length === 0) return undefined;
  // Several providers may share a call; the file's own imports say which.
  const imported = fitting.find(({ provider }) => context.imported.has(provider));
  return (imported ?? fitting[0])?.provider;
}

const commonVerbs = new Set([
  'create',
  'generate',
  'invoke',
  'stream',
  'run',
  'chat',
  'call',
  'embed',
  'predict',
  'complete',
  'batch',
  'send',
  'New',
  'list',
  'get',
  'prompt',
  'execute',
  'kickoff',
  'Chat',
  'Generate',
  'Send',
  'encode',
  'train',
  'query',
]);

/** A call of an SDK on an object from elsewhere, in a file that speaks of that provider: by an import, or by the object's name. */
export function vendorsCall(call: CallFact, context: FileContext): string | undefined {
  const path = ownName(call.callee);
  const dot = path.indexOf('.');
  if (dot === -1 || call.receiver) return undefined;
  const last = path.slice(path.lastIndexOf('.') + 1);
  for (const { tail, provider } of context.catalogue.calls.get(last) ?? []) {
    if (!path.endsWith(`.${tail}`) || (!tail.includes('.') && commonVerbs.has(tail))) continue;
    if (context.imported.has(provider) || context.vendors.inObject(path.slice(0, dot)) === provider) return provider;
  }
  return undefined;
}

/** `rag_chain.invoke(…)`, `get_llm().astream(…)`: the framework's own verbs on what is named as one of its objects. */
export function runnableCall(call: CallFact, context: FileContext): string | undefined {
  if (!context.imported.has('langchain') || !/\.a?(?:invoke|stream|batch)$/.test(call.callee)) return undefined;
  const object = call.callee.split('.').at(-2) ?? '';
  return /llm|chain|agent|chat_?model|runnable/i.test(object) ? 'langchain' : undefined;
}

export function* tails(path: string): Generator<string> {
  for (let cut = path.indexOf('.'); cut !== -1; cut = path.indexOf('.', cut + 1)) yield path.slice(cut + 1);
}
