import type { CallFact, Expr } from '../../syntax/fact.js';

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
  'baseUrl',
  'PostAsync',
  'PostAsJsonAsync',
  'SendAsync',
  'GetAsync',
  'HttpRequestMessage',
  'RestRequest',
  'postForObject',
  'postForEntity',
  'exchange',
  'NewRequest',
  'NewRequestWithContext',
  'Post',
  'curl_init',
  'curl_setopt',
  'curl_setopt_array',
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
  'ajax',
  'useFetch',
  'HttpPost',
  'FeignClient',
  'JsonObjectRequest',
  'StringRequest',
  'Dial',
  'DialContext',
  'target',
  'wp_remote_post',
  'wp_remote_request',
  'wp_safe_remote_post',
  // Swift's URLSession.
  'dataTask',
  'data',
  'bytes',
  // R's httr and curl.
  'RETRY',
  'VERB',
  'curl_fetch_memory',
  'curl_fetch_stream',
]);
/** Those that make what requests are sent with, under the address that it is given. */
export const makes =
  /(?:^|\.)(?:create|Client|AsyncClient|HttpClient|Dio|RestClient|HTTPS?Connection|ClientSession|SetBaseURL|createForBaseUri|(?:got|ky|axios|api)\.extend|Faraday\.new)$/;

/** A method of the project's own that sends requests: `self._make_request("POST", "/v1/chat/completions")`. */
const sendsForProject =
  /^_*(?!new|create|build|on|log|track|Log|Track|Next|Map|map|add|Add|handle|Handle)[a-zA-Z]\w{0,40}?(?:_request|Request|_post|Post|_fetch|Fetch)(?:_?[jJ]son|_?[aA]sync)?$/;

/** Whether a call of that name may send a request, or make what requests are sent with. */
export function mayAsk(callee: string, last: string): boolean {
  // `Uri.parse(url)`, not `JSON.parse(answer)`.
  if (last === 'parse') return /ur[il](?:\.|::)parse$/i.test(callee);
  return (
    sends.has(last) ||
    makes.test(callee) ||
    last === 'open' ||
    last === 'file_get_contents' ||
    sendsForProject.test(last)
  );
}

/** Those that send nothing, or not to an address, in most of what they are called with. */
export function asksWith({ args }: CallFact, last: string): boolean {
  const [first, second] = args;
  // `xhr.open("POST", url)`
  if (last === 'open')
    return second !== undefined && first?.value.t === 'string' && /^(?:POST|GET)$/.test(first.value.value);
  // With a context it asks: `file_get_contents($url, false, $context)`.
  return last !== 'file_get_contents' || args.length > 2;
}

/** Of Go: what stands before the address of a request. */
export const besideAddress = /^(?:ctx|(?:http|HttpMethod)\.\w+)$/;

const addressNames = new Set([
  'url',
  'uri',
  'endpoint',
  'requestUri',
  'base_url',
  'baseURL',
  'baseUrl',
  'prefixUrl',
  'base_uri',
  'BaseAddress',
  'CURLOPT_URL',
  // `URLSession.shared.data(from: url)`
  'from',
  'with',
]);

/** Of a client of one's own, which has the host: `_http.post(path: 'v1/chat/completions')`. */
const asksPath = /\.(?:post|request|send)$/;

/** What may be the address, among the arguments of a call: by name first. */
export function* mayBeAddresses(call: CallFact): Generator<Expr> {
  for (const { name, value } of call.args)
    if (name !== undefined && (addressNames.has(name) || (name === 'path' && asksPath.test(call.callee)))) yield value;
  for (const { name, value } of call.args) {
    if (name !== undefined) continue;
    if (value.t === 'object') {
      for (const entry of value.entries)
        if (entry.name !== undefined && addressNames.has(entry.name)) yield entry.value;
    } else if (value.t !== 'list' && value.t !== 'other') {
      yield value;
    }
  }
}
