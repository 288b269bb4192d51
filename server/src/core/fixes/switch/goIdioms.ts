import type { CallFact, FileFacts } from '../../syntax/fact.js';
import type { Construction } from './argumentEdit.js';
import { behindLast, insertion } from './insertion.js';
import type { Insertion } from './insertion.js';

const official = /^github\.com\/(?:openai\/openai-go|anthropics\/anthropic-sdk-go)(?:\/v\d+)?$/;
const community = 'github.com/sashabaranov/go-openai';

export function inGo(construction: Construction): Insertion[] | undefined {
  const { facts } = construction;
  if (facts.imports.some(({ module }) => module === community)) return inConfig(construction);
  return withOption(construction, facts);
}

/** `openai.NewClient(option.WithBaseURL("…"))`. */
function withOption({ call, text, address }: Construction, facts: FileFacts): Insertion[] | undefined {
  const sdk = facts.imports.find((one) => official.test(one.module));
  if (sdk === undefined || !call.callee.endsWith('.NewClient')) return undefined;
  const option = facts.imports.find((one) => one.module === `${sdk.module}/option`);
  const made = behindLast(
    call.args,
    text,
    call.span.end,
    `${option?.alias ?? 'option'}.WithBaseURL(${JSON.stringify(address)})`,
  );
  if (option !== undefined) return [made];
  // The options are a package of their own, imported in the same way.
  const begin = text.lastIndexOf('\n', sdk.moduleSpan.start) + 1;
  const end = text.indexOf('\n', sdk.moduleSpan.start);
  const line = text.slice(begin, end);
  const lead = /^(\s*|import )(?:\w+ )?"[^"]+"\s*$/.exec(line)?.[1];
  return lead === undefined ? undefined : [insertion(end, `\n${lead}"${sdk.module}/option"`), made];
}

/** `config.BaseURL = "…"` below `config := openai.DefaultConfig(key)`; a client of only a key gets such a configuration. */
function inConfig({ call, text, address }: Construction): Insertion[] | undefined {
  const setting = (config: string): string => `${config}.BaseURL = ${JSON.stringify(address)}`;
  if (call.callee.endsWith('.DefaultConfig')) {
    const begin = text.lastIndexOf('\n', call.span.start) + 1;
    const [, indent, name] = /^([ \t]*)(\w+) *:?= *$/.exec(text.slice(begin, call.span.start)) ?? [];
    const isLine = /^[ \t]*\r?\n/.test(text.slice(call.span.end));
    return name === undefined || !isLine ? undefined : [insertion(call.span.end, `\n${indent}${setting(name)}`)];
  }
  return call.callee.endsWith('.NewClient') ? ofKey(call, text, setting('config')) : undefined;
}

function ofKey(call: CallFact, text: string, setting: string): Insertion[] | undefined {
  const sdk = call.callee.slice(0, call.callee.lastIndexOf('.'));
  const [key] = call.args;
  if (key === undefined || call.args.length > 1 || sdk === '') return undefined;
  const begin = text.lastIndexOf('\n', call.span.start) + 1;
  const [, indent, name] = /^([ \t]+)((?:\w+, *)*\w+ *:?= *|return )$/.exec(text.slice(begin, call.span.start)) ?? [];
  if (name === undefined) return undefined;
  const made = `config := ${sdk}.DefaultConfig(${text.slice(key.span.start, key.span.end)})\n${indent}${setting}\n${indent}`;
  return [
    insertion(begin + (indent ?? '').length, made),
    { span: { start: call.nameSpan.start, end: call.span.end }, text: 'NewClientWithConfig(config)' },
  ];
}
