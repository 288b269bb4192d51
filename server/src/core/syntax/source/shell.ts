import type { EnvironmentFact, FileFacts, ResourceFact, StringFact } from '../fact.js';
import type { Language } from './language.js';
import { Kind, lex, type Tokens } from './lexer.js';
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
  const option = /(?:^|\s)--?([A-Za-z][\w-]*)[ =]$/.exec(text.slice(Math.max(0, fact.span.start - 60), fact.span.start));
  return fact.role === 'other' && option?.[1] !== undefined ? { ...fact, role: 'argument', name: option[1] } : fact;
}

/** Words of a command are looked at up to this many: enough for `docker model run`. */
const MAX_WORDS = 6;

function commands(tokens: Tokens): ResourceFact[] {
  const found: ResourceFact[] = [];
  let words: string[] = [];
  let start = 0;
  let end = 0;
  const flush = () => {
    if (words.length > 0) found.push({ what: 'command', name: words.join(' '), span: { start, end } });
    words = [];
  };
  for (let i = 0; i < tokens.kind.length; i++) {
    const kind = tokens.kind[i];
    const text = tokens.text.slice(tokens.start[i], tokens.end[i]);
    if (kind === Kind.LineEnd && tokens.text[(tokens.start[i] as number) - 1] === '\\') continue;
    if (kind === Kind.LineEnd || kind === Kind.Open || kind === Kind.Close || separators.has(text)) {
      flush();
    } else if (kind === Kind.Name && words.length < MAX_WORDS && text !== '\\') {
      if (words.length === 0) start = tokens.start[i] as number;
      words.push(text);
      end = tokens.end[i] as number;
    }
  }
  flush();
  return found;
}

const separators = new Set([';', '|', '||', '&&', '&', '`']);

function variablesInStrings(tokens: Tokens): EnvironmentFact[] {
  const found: EnvironmentFact[] = [];
  for (const { contentStart, contentEnd } of tokens.strings.values()) {
    const content = tokens.text.slice(contentStart, contentEnd);
    const line = tokens.text.slice(tokens.text.lastIndexOf('\n', contentStart) + 1, contentStart);
    // What is only shown to a person is not passed on.
    if (/^\s*(?:echo|printf)\b/.test(line) && !/>/.test(tokens.text.slice(contentEnd, contentEnd + 40).split('\n', 1)[0] ?? '')) continue;
    for (const match of content.matchAll(/\$\{?([A-Z][A-Z0-9_]+)/g)) {
      const start = contentStart + match.index;
      found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}
