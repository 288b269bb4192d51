import { insideOf } from '../../place.js';
import type { CallFact, EnvironmentFact, Expr, FileFacts } from '../fact.js';
import type { Language } from './language.js';
import { lex } from './lexer.js';
import { readSource } from './readSource.js';
import { commandsIn } from './shell.js';

/**
 * A PowerShell script: besides the general facts, requests (`Invoke-RestMethod -Uri $uri`, or `$uri` alone), whose
 * arguments have no brackets, and the variables inside strings.
 */
export function readPowershell(path: string, text: string, language: Language): FileFacts {
  const tokens = lex(text, language);
  const facts = readSource(path, text, language, text, tokens);
  const asked = requests(text);
  // A request inside a string is none.
  const isText =
    asked.length === 0 ? undefined : insideOf(facts.strings.map(({ span }) => ({ ...span, start: span.start + 1 })));
  return {
    ...facts,
    calls: [...facts.calls, ...asked.filter(({ span }) => isText?.(span.start) !== true)],
    resources: commandsIn(tokens),
    environment: [...facts.environment, ...variablesInStrings(text, facts)],
  };
}

/** A command that asks, its address, and what tells whether they belong together: comments and ends of lines. */
const part =
  /\b(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b(?:[ \t]+(\$[\w:]+|"[^"\n]*"|'[^'\n]*'))?|-Uri[ \t]+(\$[\w:]+|"[^"\n]*"|'[^'\n]*')|(#)|`\r?\n|(\n)/gi;

function requests(text: string): CallFact[] {
  const found: CallFact[] = [];
  let open: { readonly command: string; readonly start: number } | undefined;
  let isComment = false;
  for (const { 0: all, 1: command, 2: first, 3: named, 4: hash, 5: lineEnd, index } of text.matchAll(part)) {
    const address = first ?? named;
    if (lineEnd) [open, isComment] = [undefined, false];
    else if (hash && !open) isComment = true;
    else if (command && !isComment) open ??= { command, start: index };
    if (address && open) {
      const { command: callee, start } = open;
      const end = index + all.length;
      const span = { start: end - address.length, end };
      const value: Expr = address.startsWith('$')
        ? { t: 'name', path: address.slice(1), span }
        : { t: 'string', value: address.slice(1, -1), span };
      found.push({
        callee,
        args: [{ name: 'uri', value, span }],
        isNew: false,
        span: { start, end },
        nameSpan: { start, end: start + callee.length },
      });
      open = undefined;
    }
  }
  return found;
}

function variablesInStrings(text: string, facts: FileFacts): EnvironmentFact[] {
  const known = new Set(facts.environment.map(({ span }) => span.start));
  const found: EnvironmentFact[] = [];
  for (const { span } of facts.strings) {
    const content = text.slice(span.start, span.end);
    if (!content.includes('$')) continue;
    for (const match of content.matchAll(/\$(?:\(\s*\$)?\{?env:(\w+)/gi)) {
      const start = span.start + match.index;
      if (!known.has(start)) found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}
