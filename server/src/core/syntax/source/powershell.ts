import type { CallFact, EnvironmentFact, Expr, FileFacts } from '../fact.js';
import type { Language } from './language.js';
import { lex } from './lexer.js';
import { readSource } from './readSource.js';
import { commandsIn } from './shell.js';

/**
 * A PowerShell script: besides the general facts, requests (`Invoke-RestMethod -Uri $uri`), whose arguments have no
 * brackets, and the variables inside strings.
 */
export function readPowershell(path: string, text: string, language: Language): FileFacts {
  const tokens = lex(text, language);
  const facts = readSource(path, text, language, text, tokens);
  const isCode = codeTest(facts);
  return {
    ...facts,
    calls: [...facts.calls, ...requests(text).filter(({ span }) => isCode(span.start))],
    resources: commandsIn(tokens),
    environment: [...facts.environment, ...variablesInStrings(text, facts)],
  };
}

/** A request inside a string or behind a comment mark is none. */
function codeTest(facts: FileFacts): (offset: number) => boolean {
  return (offset) => !facts.strings.some(({ span }) => span.start < offset && offset < span.end);
}

const request =
  /^([^#\n]*?)\b(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b((?:`\r?\n|[^\n])*?)-Uri[ \t]+(\$[\w:]+|"[^"\n]*"|'[^'\n]*')/gim;

function requests(text: string): CallFact[] {
  const found: CallFact[] = [];
  for (const match of text.matchAll(request)) {
    const [all, before, command, , address] = match as unknown as [string, string, string, string, string];
    const start = match.index + before.length;
    const end = match.index + all.length;
    const span = { start: end - address.length, end };
    const value: Expr = address.startsWith('$')
      ? { t: 'name', path: address.slice(1), span }
      : { t: 'string', value: address.slice(1, -1), span };
    found.push({
      callee: command,
      args: [{ name: 'uri', value, span }],
      isNew: false,
      span: { start, end },
      nameSpan: { start, end: start + command.length },
    });
  }
  return found;
}

function variablesInStrings(text: string, facts: FileFacts): EnvironmentFact[] {
  const known = new Set(facts.environment.map(({ span }) => span.start));
  const found: EnvironmentFact[] = [];
  for (const { span } of facts.strings) {
    for (const match of text.slice(span.start, span.end).matchAll(/\$(?:\(\s*\$)?\{?env:(\w+)/gi)) {
      const start = span.start + match.index;
      if (!known.has(start)) found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}
