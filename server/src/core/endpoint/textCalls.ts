import type { Span } from '../place.js';
import type { Argument, Expr } from '../syntax/fact.js';

/** Calls that hand their argument on: `new Uri(x)`, `URI.create(x)`, `str(x)`; and those that read a setting by its key. */
export const passes = new Set([
  'Uri',
  'URL',
  'URI',
  'create',
  'str',
  'String',
  'parse',
  'fromString',
  'HttpUrl',
  'Endpoint',
  'Some',
  'to_string',
  'strip',
  'trim',
  'rstrip',
  'format',
  'Secret',
  'SecretStr',
  'AnyHttpUrl',
  'BaseUrl',
  'must',
  'Must',
  'required',
  'cast',
  'AzureKeyCredential',
  'ApiKeyCredential',
]);

export const readsSetting = new Set([
  'config',
  'get',
  'getProperty',
  'GetValue',
  'GetSection',
  'getOrDefault',
  'getString',
  'getRequiredProperty',
  'GetString',
  'env',
  'getenv',
  'get_env',
  'getEnv',
  'requireEnv',
  'get_secret',
  'getOptional',
  'required',
  'optional',
  'fetch',
]);

/** Methods of a text that leave it what it is, as far as an address goes. */
export const stringMethods = new Set([
  'rstrip',
  'lstrip',
  'strip',
  'trim',
  'trimEnd',
  'TrimEnd',
  'replace',
  'toString',
  'ToString',
  'as_str',
  'unwrap',
  'unwrap_or_default',
  'expect',
  'get_secret_value',
  'clone',
  'to_string',
  'chomp',
  'removesuffix',
  'removeSuffix',
  'delete_suffix',
  'trim_end_matches',
  'asString',
  'getValue',
]);

/** `format!("{url}/v1/messages", url = self.url)` of Rust: its words and what fills them in. */
export function formatParts(text: string, args: readonly Argument[], span: Span): Expr[] {
  let nextArg = 0;
  return text.split(/(\{\w*(?::[^{}]*)?\})/).map((part): Expr => {
    const name = /^\{(\w*)/.exec(part)?.[1];
    if (name === undefined) return { t: 'string', value: part, span };
    const named = name === '' ? args[nextArg++] : (args.find((arg) => arg.name === name) ?? args[Number(name)]);
    return named?.value ?? { t: 'name', path: name, span };
  });
}
