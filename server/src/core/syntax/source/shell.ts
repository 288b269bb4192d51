import type { BindingFact, EnvironmentFact, FileFacts, ResourceFact, StringFact } from '../fact.js';
import type { Language } from './language.js';
import { lex } from './lexer.js';
import { Kind, type Tokens } from './tokens.js';
import { readSource } from './readSource.js';
import { unquoted, wordValue } from './shellWords.js';
import { writtenFiles } from './writtenFiles.js';

/** A shell script: besides the general facts, each command by its words, and the variables inside its strings. */
export function readShell(path: string, text: string, language: Language): FileFacts {
  const tokens = lex(text, language);
  const facts = readSource(path, text, language, text, { tokens });
  const isShown = shownTest(text);
  const written = writtenFiles(tokens);
  return {
    ...facts,
    settings: written.settings,
    dependencies: [...facts.dependencies, ...written.dependencies],
    strings: [
      ...facts.strings.map((each) => withRole(each, text, isShown(each.span.start, each.span.end))),
      ...facts.bindings.flatMap((each) => plainWord(each, text)),
    ],
    bindings: facts.bindings.map((each) => withVariables(each, text)),
    resources: [...commandsIn(tokens), ...written.resources],
    environment: [...facts.environment, ...variablesInStrings(tokens), ...listedNames(tokens), ...namesRead(text)],
  };
}

/** `URL=$BASE/v1`, `URL="$BASE/v1"`: a value without brackets or calls, in which variables may stand. */
function withVariables(binding: BindingFact, text: string): BindingFact {
  const { value } = binding;
  if (value?.t === 'other') {
    // `PORT=11434`: part of an address, perhaps.
    const number = /^\d{1,5}(?![\w.])/.exec(text.slice(value.span.start, value.span.end))?.[0];
    return number === undefined ? binding : { ...binding, value: { t: 'string', value: number, span: value.span } };
  }
  if (value?.t === 'string')
    return value.value.includes('$') ? { ...binding, value: wordValue(value.value, value.span.start) } : binding;
  if (value?.t !== 'name') return binding;
  // `HOST=${HOST:-localhost}`: the brackets with what stands in them.
  const { start } = value.span;
  const word = value.path === '$' ? braced.exec(text.slice(start, start + MAX_WORD))?.[0] : undefined;
  return { ...binding, value: wordValue(word ?? value.path, start) };
}

const MAX_WORD = 200;
const braced = /^\$\{\w+(?::?[-=](?:"[^"\n$]*"|'[^'\n]*'|[^}"'\s$]*))?\}[^\s"'`;&|()$]*/;

/** `MODEL=gpt-4o`, `MODEL=${MODEL:-gpt-4o}`: a value without quotes. */
function plainWord({ name, value }: BindingFact, text: string): StringFact[] {
  const start = value?.span.start ?? 0;
  const isBraced = value?.t === 'name' && value.path === '$';
  const word = isBraced ? /^\$\{\w+:?[-=]([^}$]*)\}/.exec(text.slice(start, start + 200))?.[1] : undefined;
  const bare = value?.t === 'name' && !value.path.includes('$') ? value.path : undefined;
  const plain = word === undefined ? bare : unquoted(word);
  return value && plain !== undefined ? [{ value: plain, span: value.span, role: 'value', name }] : [];
}

/** `${MODEL:=gpt-4o}`, `${1:-gpt-4o}`: a variable with what it is else. */
const orElse = /^\$\{(\w+):?[-=]([^}$]*)\}$/;
const option = /(?:^|\s)--?(?:arg )?([A-Za-z][\w-]*)[ =]$/;

/** What a string is given to: `--model "…"`. */
function withRole(fact: StringFact, text: string, isShown: boolean): StringFact {
  const { start } = fact.span;
  if (isShown) return fact.role === 'argument' ? { ...fact, role: 'other' } : fact;
  const given = orElse.exec(fact.value);
  if (given) return { ...fact, value: given[2] as string, role: 'value', name: fact.name ?? (given[1] as string) };
  if ((fact.role !== 'other' && fact.call?.callee !== '$') || !' ='.includes(text.charAt(start - 1))) return fact;
  const name = option.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  return name === undefined ? fact : { ...fact, role: 'argument', name };
}

/** Shorter ones name nothing: `llm -m x` is the shortest. */
const MIN_COMMAND = 6;
/** A script with more is data. */
const MAX_COMMANDS = 25_000;

/** Each command of a script, as written, over continued lines too. */
export function commandsIn(tokens: Tokens, continues: '\\' | '`' = '\\'): ResourceFact[] {
  const { text } = tokens;
  const found: ResourceFact[] = [];
  let start = -1;
  let end = 0;
  const flush = () => {
    if (start !== -1 && end - start >= MIN_COMMAND && found.length < MAX_COMMANDS)
      found.push({ what: 'command', name: text.slice(start, end), span: { start, end } });
    start = -1;
  };
  // `${IMAGE:-ollama/ollama}` is a word of its command, where `{ …; }` holds commands.
  let expansions = 0;
  // `docker run -v $(pwd):/data image`: the command goes on behind what is filled in.
  const outer: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    const from = tokens.start(i);
    const isBrace = '{}'.includes(text.charAt(from)) && (kind === Kind.Open || kind === Kind.Close);
    if (isBrace && (kind === Kind.Open ? text[from - 1] === '$' : expansions > 0)) {
      expansions += kind === Kind.Open ? 1 : -1;
      if (start !== -1) end = tokens.end(i);
    } else if (kind === Kind.LineEnd) {
      if (text[from - (text[from - 1] === '\r' ? 2 : 1)] !== continues) flush();
    } else if (continues === '`' && text[from] === '`' && /\s/.test(text[from + 1] ?? '')) continue;
    else if (kind === Kind.Open || kind === Kind.Close) {
      const isFilledIn = kind === Kind.Open && text[from - 1] === '$' && startsContainer(text, start);
      if (kind === Kind.Open) outer.push(isFilledIn ? start : -1);
      if (isFilledIn) start = -1;
      else flush();
      if (kind === Kind.Close) [start, end] = [outer.pop() ?? -1, tokens.end(i)];
    } else if (kind === Kind.Operator && ';|&`'.includes(text.charAt(from))) flush();
    else {
      if (start === -1 && kind === Kind.Name) start = from;
      end = tokens.end(i);
    }
  }
  flush();
  return found;
}

const startsContainer = (text: string, start: number): boolean =>
  start !== -1 && /^(?:sudo\s+)?(?:docker|podman|nerdctl)\s/.test(text.slice(start, start + 20));

const variable = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** `for name in OPENAI_API_KEY …; do`, `needed=(OPENAI_API_KEY …)`: variables that a script lists by name. */
function listedNames(tokens: Tokens): EnvironmentFact[] {
  const { text } = tokens;
  const found: EnvironmentFact[] = [];
  let isListing = false;
  for (let i = 0; i < tokens.count; i++) {
    const [kind, start, end] = [tokens.kind(i), tokens.start(i), tokens.end(i)];
    const isArray = kind === Kind.Open && text[start] === '(' && text[start - 1] === '=';
    // `in` of a `case` is followed by what something is compared with.
    const isLoop =
      text.slice(start, end) === 'in' && /\bfor\s+\w+\s+$/.test(text.slice(Math.max(0, start - 60), start));
    if (isArray || isLoop) isListing = true;
    else if (kind === Kind.Close || kind === Kind.Open || text[start] === ';') isListing = false;
    else if (kind === Kind.Name && isListing) {
      const name = text.slice(start, end);
      if (name === 'do') isListing = false;
      else if (variable.test(name)) found.push({ name, span: { start, end } });
    } else if (kind === Kind.String && isListing) {
      // `settings+=("OPENAI_API_KEY=$waarde")`
      const name = /^["']([A-Z][A-Z0-9]*_[A-Z0-9_]+)=/.exec(text.slice(start, start + 80))?.[1];
      if (name !== undefined) found.push({ name, span: { start: start + 1, end: start + 1 + name.length } });
    }
  }
  return found;
}

/** `read -rsp "Sleutel: " OPENAI_API_KEY`: a variable that a person fills in. */
function namesRead(text: string): EnvironmentFact[] {
  const found: EnvironmentFact[] = [];
  for (const { 0: all, 1: name = '', index } of text.matchAll(asked)) {
    if (!/(?:^|[;&|\n])[ \t]*$/.test(text.slice(Math.max(0, index - 40), index))) continue;
    const end = index + all.length;
    found.push({ name, span: { start: end - name.length, end } });
  }
  return found;
}

const asked =
  /\bread(?:[ \t]{1,9}(?:-\w+|"[^"\n]{0,200}"|'[^'\n]{0,200}'|\d+)){0,9}[ \t]{1,9}([A-Z][A-Z0-9_]{3,60})(?=[ \t]{0,9}(?:[;<|&#\r\n]|$))/g;

function variablesInStrings({ text, strings }: Tokens): EnvironmentFact[] {
  const found: EnvironmentFact[] = [];
  const isShown = shownTest(text);
  for (const { contentStart, contentEnd } of strings.values()) {
    const content = text.slice(contentStart, contentEnd);
    if (!content.includes('$') || isShown(contentStart, contentEnd)) continue;
    const hasLines = content.includes('\n');
    for (const match of content.matchAll(/(?<!\\)\$\{?([A-Z][A-Z0-9_]+)/g)) {
      // What a heredoc writes as a comment.
      if (hasLines && /(?:^|\n)[ \t]*#[^\n]*$/.test(content.slice(Math.max(0, match.index - 200), match.index)))
        continue;
      const start = contentStart + match.index;
      found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}

/** `log_info "…"`, `[ -n "$KEY" ] || error_exit "…"`: functions of the script's own that show a text. */
const tells =
  /(?:^|[;&|{(]|\b(?:then|do|else))\s*(?:log|print|info|warn(?:ing)?|error|err|die|fail|abort|fatal|success|notice|debug)(?:_\w+)?\s+["']?$/;

/** What is only shown to a person (`echo "…"`, but not into a file) is not passed on. Asked in the order of the text. */
function shownTest(text: string): (start: number, end: number) => boolean {
  let lineEnd = -1;
  let shows = false;
  return (start, end) => {
    if (start > lineEnd) {
      const lineStart = text.lastIndexOf('\n', start - 1) + 1;
      const next = text.indexOf('\n', start);
      lineEnd = next === -1 ? text.length : next;
      const before = text.slice(Math.max(lineStart, start - 100), start);
      shows = /^\s*(?:echo|printf)\b/.test(text.slice(lineStart, lineStart + 100)) || tells.test(before);
    }
    return shows && !/^[^\n]*>(?!&\d)/.test(text.slice(end, end + 40));
  };
}
