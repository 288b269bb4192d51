import type { EnvironmentFact, FileFacts, ResourceFact, StringFact } from '../fact.js';
import type { Language } from './language.js';
import { lex } from './lexer.js';
import { Kind, type Tokens } from './tokens.js';
import { readSource } from './readSource.js';

/** A shell script: besides the general facts, each command by its words, and the variables inside its strings. */
export function readShell(path: string, text: string, language: Language): FileFacts {
  const facts = readSource(path, text, language);
  const tokens = lex(text, language);
  return {
    ...facts,
    strings: facts.strings.map((each) => named(each, text)),
    resources: commands(tokens),
    environment: [...facts.environment, ...variablesInStrings(tokens)],
  };
}

/** What a string is given to: `--model "…"`. */
function named(fact: StringFact, text: string): StringFact {
  const option = /(?:^|\s)--?([A-Za-z][\w-]*)[ =]$/.exec(
    text.slice(Math.max(0, fact.span.start - 60), fact.span.start),
  );
  return fact.role === 'other' && option?.[1] !== undefined ? { ...fact, role: 'argument', name: option[1] } : fact;
}

/** Each command of the script, as written, over continued lines too. */
function commands(tokens: Tokens): ResourceFact[] {
  const found: ResourceFact[] = [];
  let start = -1;
  let end = 0;
  const flush = () => {
    if (start !== -1) found.push({ what: 'command', name: tokens.text.slice(start, end), span: { start, end } });
    start = -1;
  };
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    const from = tokens.start(i);
    const to = tokens.end(i);
    if (kind === Kind.LineEnd && tokens.text[from - 1] === '\\') continue;
    if (
      kind === Kind.LineEnd ||
      kind === Kind.Open ||
      kind === Kind.Close ||
      separators.has(tokens.text.slice(from, to))
    ) {
      flush();
    } else {
      if (start === -1 && kind === Kind.Name) start = from;
      end = to;
    }
  }
  flush();
  return found;
}

const separators = new Set([';', '|', '||', '&&', '&', '`']);

function variablesInStrings(tokens: Tokens): EnvironmentFact[] {
  const found: EnvironmentFact[] = [];
  let lineStart = 0;
  for (const { contentStart, contentEnd } of tokens.strings.values()) {
    const content = tokens.text.slice(contentStart, contentEnd);
    for (let end = tokens.text.indexOf('\n', lineStart); end !== -1 && end < contentStart;) {
      lineStart = end + 1;
      end = tokens.text.indexOf('\n', lineStart);
    }
    const line = tokens.text.slice(lineStart, Math.min(contentStart, lineStart + 100));
    // What is only shown to a person is not passed on.
    if (
      /^\s*(?:echo|printf)\b/.test(line) &&
      !/>/.test(tokens.text.slice(contentEnd, contentEnd + 40).split('\n', 1)[0] ?? '')
    )
      continue;
    for (const match of content.matchAll(/\$\{?([A-Z][A-Z0-9_]+)/g)) {
      const start = contentStart + match.index;
      found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}
