import type { EnvironmentFact, FileFacts, StringFact } from '../fact.js';

const tag = /(?<![\w-])([\w-]{1,20}):"([^"\\\n]{0,500})"/g;
const variables = new Set(['env', 'envconfig', 'envvar', 'env-var']);
/** Fills from any source: in capitals the name is that of a variable. */
const mayBeVariable = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;
const defaults = new Set(['default', 'envDefault', 'env-default']);

/**
 * Tags of Go's fields, from which libraries fill them: `env:"OPENAI_API_KEY"`, `long:"model" default:"gpt-4o"`. They are
 * one string each to the language.
 */
export function withTags(facts: FileFacts, text: string): FileFacts {
  const environment: EnvironmentFact[] = [];
  const strings: StringFact[] = [];
  for (const { role, span } of facts.strings) {
    if (role !== 'other' || text.charAt(span.start) !== '`') continue;
    let name = fieldBefore(text, span.start);
    for (const { 0: all, 1: key = '', 2: value = '', index } of text.slice(span.start, span.end).matchAll(tag)) {
      const end = span.start + index + all.length - 1;
      const at = { start: end - value.length, end };
      if (key === 'long' || key === 'name') name = value;
      else if (variables.has(key) || (key === 'mapstructure' && mayBeVariable.test(value)))
        environment.push({ name: value.replace(/,.*$/, ''), span: at });
      else if (defaults.has(key)) strings.push({ value, span: at, role: 'value', name });
    }
  }
  if (environment.length + strings.length === 0) return facts;
  return {
    ...facts,
    environment: [...facts.environment, ...environment],
    strings: [...facts.strings, ...strings],
  };
}

/** The name of the field: the first word of its line. */
function fieldBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at);
  return /^\s*(\w+)/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1] ?? '';
}
