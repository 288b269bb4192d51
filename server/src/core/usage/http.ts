import { endpointPaths } from '../catalog/triggerWords.js';
import { classify, splitUrl } from '../endpoint/classify.js';
import { ownName } from '../endpoint/bindings.js';
import { resolve } from '../endpoint/resolve.js';
import type { CallFact, Expr } from '../syntax/fact.js';
import type { FileContext } from './fileContext.js';
import { reachOfResolved } from './reach.js';

/** Last names of calls that send a request to the address among their arguments. */
const sends = new Set([
  'get',
  'post',
  'put',
  'request',
  'stream',
  'send',
  'fetch',
  '$fetch',
  'axios',
  'ofetch',
  'got',
  'ky',
  'urlopen',
  'Request',
  'URI',
  'create',
  'uri',
  'url',
  'PostAsync',
  'PostAsJsonAsync',
  'SendAsync',
  'GetAsync',
  'HttpRequestMessage',
  'postForObject',
  'postForEntity',
  'exchange',
  'NewRequest',
  'NewRequestWithContext',
  'Post',
  'curl_init',
  'curl_setopt',
  'POST',
  'GET',
  'request!',
  'post_form',
  'preparePost',
  'AsyncClient',
  'Client',
  'HttpClient',
  'submitForm',
  'URLRequest',
  'Invoke-WebRequest',
  'irm',
  'iwr',
  'req_url',
  'Post',
  'DownloadString',
  'UploadString',
  'HTTParty.post',
  'Uri',
  'URL',
  'connect',
  'ws_connect',
  'WebSocket',
  'parse',
  'httpPost',
  'Invoke-RestMethod',
  'fetchEventSource',
  'httpRequest',
  'requestUrl',
  'postJson',
  'createParser',
]);

/** Direct requests to a generative-AI address, without an SDK. */
export function findRequests(context: FileContext): void {
  for (const call of context.facts.calls) {
    const last = call.callee.slice(call.callee.lastIndexOf('.') + 1);
    if (!sends.has(last) || call.isAnnotation === true) continue;
    const address = addressOf(call);
    if (!address) continue;
    const resolved = resolve(address, context.facts, context.resolving);
    if (resolved.value === undefined) continue;
    const url = splitUrl(resolved.value);
    const found = url && classify(resolved.value, context.catalogue);
    const isShared = isSharedPath(resolved.value);
    if (!isShared && (found?.provider === undefined || !reachesModel(found.provider, context))) continue;
    const reach = reachOfResolved(found?.provider ?? 'openai-compatible', resolved, context.catalogue);
    const isClient = call.assignedTo !== undefined && /^(?:create|Client|AsyncClient|HttpClient)$/.test(last);
    if (isClient && call.assignedTo !== undefined) {
      context.objects.set(ownName(call.assignedTo), {
        provider: reach.provider,
        calls: requests,
        ...(reach.endpoint && { endpoint: reach.endpoint }),
      });
    }
    context.drafts.push({
      kind: 'client',
      provider: reach.provider,
      span: call.span,
      token: call.callee,
      act: isClient ? 'construct' : 'call',
      weight: 3,
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    });
  }
}

const addressNames = new Set([
  'url',
  'uri',
  'endpoint',
  'requestUri',
  'base_url',
  'baseURL',
  'base_uri',
  'BaseAddress',
]);

const requests = new Set(['post', 'stream', 'request', 'PostAsync', 'SendAsync', 'PostAsJsonAsync', 'send']);

function addressOf(call: CallFact): Expr | undefined {
  const named = call.args.find(({ name }) => name !== undefined && addressNames.has(name));
  if (named) return named.value;
  for (const { name, value } of call.args) {
    if (name !== undefined) continue;
    if (value.t === 'object') {
      const entry = value.entries.find(
        ({ name: key }) => key === 'url' || key === 'baseURL' || key === 'base_url' || key === 'base_uri',
      );
      if (entry) return entry.value;
    }
    if (value.t === 'string' && /^[A-Z]+$/.test(value.value)) continue;
    if (
      value.t === 'string' ||
      value.t === 'template' ||
      value.t === 'name' ||
      value.t === 'call' ||
      value.t === 'environment'
    ) {
      if (value.t === 'name' && !/url|uri|endpoint|base|host|api|address|link/i.test(value.path)) continue;
      return value;
    }
  }
  return undefined;
}

/** The path is that of a model's interface, whatever the host: `…/chat/completions`. */
export function isSharedPath(value: string): boolean {
  const path = value.replace(/[?#].*$/, '');
  return endpointPaths.some((each) => path.endsWith(each)) && /[/\u0000]/.test(path);
}

/** A host of a framework or a tool is no model by itself. */
function reachesModel(provider: string, context: FileContext): boolean {
  const kind = context.catalogue.provider(provider)?.kind;
  return kind !== 'tool' && kind !== 'framework';
}
