import { insideOf, type Span } from '../../place.js';
import type { Argument, BindingFact, CallFact, EnvironmentFact, Expr, FileFacts, ImportFact } from '../fact.js';
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
  const facts = readSource(path, text, language, text, { tokens });
  // What stands inside a string is text.
  const isText = insideOf(facts.strings.map(({ span }) => ({ ...span, start: span.start + 1 })));
  // `<# .EXAMPLE … #>`: help shows commands, and runs none.
  const code = text.includes('<#')
    ? text.replace(/<#[^]*?(?:#>|$)/g, (part, at: number) => (isText(at) ? part : part.replace(/[^\r\n]/g, ' ')))
    : text;
  const resources = commandsIn(tokens, '`');
  const asked = [...requests(code, facts.bindings), ...questions(code)];
  const isCode = ({ span }: { readonly span: Span }) => !isText(span.start);
  return {
    ...facts,
    // A text that stands alone is what a function gives back.
    strings: facts.strings.map((each) =>
      each.role === 'other' && /^\S+$/.test(each.value) && standsAlone(text, each.span)
        ? { ...each, role: 'value' }
        : each,
    ),
    bindings: facts.bindings.map((each) => (each.value ? { ...each, value: withEnvironment(each.value) } : each)),
    imports: [...facts.imports, ...modules(code).filter(isCode)],
    calls: [...facts.calls, ...asked.filter(isCode)],
    resources,
    environment: [
      ...facts.environment,
      ...variablesInStrings(text, facts),
      ...resources.flatMap(({ name, span }) => onDrive(name, span.start)),
    ],
  };
}

/** `Get-Item Env:\NAAM`, `Test-Path Env:NAAM`: the variables are a drive too. */
function onDrive(command: string, start: number): EnvironmentFact[] {
  return Array.from(command.matchAll(/(?<![$\w{])Env:[\\/]?([A-Za-z_]\w*)/gi), ({ 0: all, 1: name = '', index }) => {
    const at = start + index;
    return { name, span: { start: at, end: at + all.length } };
  });
}

function standsAlone(text: string, { start, end }: Span): boolean {
  return (
    /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 100), start)) &&
    /^[ \t]*(?:\r?\n|\}|$)/.test(text.slice(end, end + 40))
  );
}

/** A command that asks, its address, and what tells whether they belong together: comments and ends of lines. */
const part =
  /\b(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b(?:[ \t]+([@$][\w:.]+|"[^"\n]*"|'[^'\n]*'|https?:[^\s"'`;|)]+))?|-Uri[ \t]+(\$[\w:.]+|"[^"\n]*"|'[^'\n]*'|https?:[^\s"'`;|)]+)|-Body[ \t]+(?:\(\[[\w.]+\]::UTF8\.GetBytes\()?(\$[\w:.]+)|(<#|#>)|(#)|`\r?\n|(\n)/gi;

/** The case of a name does not count: `$ApiUrl` is `$apiUrl`, and is looked for as it was given its value. */
function asWritten(bindings: readonly BindingFact[]): (variable: string) => string {
  const names = new Map(bindings.map(({ name }) => [`$${name}`.toLowerCase(), `$${name}`]));
  return (variable) => names.get(variable.toLowerCase()) ?? variable;
}

/** Nobody gives a command more. */
const MANY = 20;

function requests(text: string, bindings: readonly BindingFact[]): CallFact[] {
  const found: CallFact[] = [];
  let open: { readonly command: string; readonly start: number } | undefined;
  let isComment = false;
  let args: Argument[] = [];
  const tables = new Map<string, readonly Argument[]>();
  const written = asWritten(bindings);
  let at = 0;
  let isBlock = false;
  for (const match of text.matchAll(part)) {
    const { 0: all, 1: command, 2: first, 3: named, 4: body, 5: block, 6: hash, 7: lineEnd, index } = match;
    if (block) isBlock = block === '<#';
    if (isBlock) continue;
    const address = first ?? named;
    if (lineEnd) [open, isComment] = [undefined, false];
    else if (hash && !open) isComment = true;
    else if (command && !isComment && !open) [open, args] = [{ command, start: index }, []];
    if (body && args.length < MANY)
      args.push({
        name: 'body',
        value: valueOf(written(body), index + all.length - body.length),
        span: { start: index, end: index + all.length },
      });
    if (address && open) {
      const { command: callee, start } = open;
      const end = index + all.length;
      const span = { start: end - address.length, end };
      // `Invoke-RestMethod @vraag`: a table holds the address, and the body.
      const name = address.startsWith('@') ? address.slice(1) : undefined;
      for (let each = bindings[at]; each && each.span.end <= start; each = bindings[++at])
        if (each.value?.t === 'object') tables.set(each.name.toLowerCase(), each.value.entries.slice(0, MANY));
      const entries = (name !== undefined && tables.get(name.toLowerCase())) || [];
      const held = entries.find((each) => /^["']?uri["']?$/i.test(each.name ?? ''))?.value;
      const value: Expr = held
        ? held
        : /^[@$]/.test(address)
          ? valueOf(written(name === undefined ? address : `$${name}.Uri`), span.start)
          : address.startsWith('"')
            ? filled(address.slice(1, -1), span.start + 1)
            : { t: 'string', value: address.replace(/^'|'$/g, ''), span };
      args.push({ name: 'uri', value, span }, ...entries);
      found.push({
        callee,
        args,
        isNew: false,
        span: { start, end },
        nameSpan: { start, end: start + callee.length },
      });
      open = undefined;
    }
  }
  return found;
}

/** What is only spoken of: declared, looked up, explained, replaced by a test. */
const isNamed = /\b(?:function|filter|Get-Command|gcm|Get-Help|Mock|Assert-MockCalled|Should\s+-Invoke|-Name)\s+$/i;

/**
 * `Request-ChatCompletion -Model 'gpt-4o' -Message $text`: a command of a module that asks a service something;
 * `PSOpenAI\\New-Thread`: any command, of a module that it names.
 */
function questions(text: string): CallFact[] {
  const found: CallFact[] = [];
  for (const match of text.matchAll(
    /^([^#\r\n]*?)\b((?:Request|Enter|Invoke-OAI|Get-GPT)-?[A-Z\d]\w+|Get-DalleImage|[A-Z]\w+\\[A-Z][a-z]+-\w+|Set-OpenAIContext)((?:`\r?\n|[^\n|])*)/gm,
  )) {
    const [, before = '', command = '', rest = ''] = match;
    if (isNamed.test(before)) continue;
    const start = match.index + before.length;
    const from = start + command.length;
    found.push({
      callee: command.replace('\\', '.'),
      args: [...rest.matchAll(/-(\w+)[ \t]+("[^"\n]*"|'[^'\n]*'|\$[\w:.]+|[\w.:/-]+)/g)].map((argument) => {
        const [all, name = '', value = ''] = argument;
        const at = from + argument.index;
        return {
          name,
          value: valueOf(value, at + all.length - value.length),
          span: { start: at, end: at + all.length },
        };
      }),
      isNew: false,
      span: { start, end: from + rest.trimEnd().length },
      nameSpan: { start, end: from },
    });
  }
  return found;
}

function valueOf(text: string, start: number): Expr {
  const span = { start, end: start + text.length };
  const variable = /^\$env:(\w+)$/i.exec(text)?.[1];
  if (variable !== undefined) return { t: 'environment', name: variable, span };
  if (text.startsWith('$')) return { t: 'name', path: text.slice(1), span };
  return { t: 'string', value: /^["']/.test(text) ? text.slice(1, -1) : text, span };
}

/** `"$basis/v1/$($keuze.pad)"`: the words of a string and the variables between them. */
function filled(content: string, start: number): Expr {
  const span = { start, end: start + content.length };
  const parts = content
    .split(/(\$(?:\(\s*\$[\w:.]+\s*\)|\{[\w:]+\}|[A-Za-z_][\w:]*))/)
    .flatMap((part, index): Expr[] => {
      if (index % 2 === 1) return [{ ...valueOf(`$${part.replace(/[$(){}\s]/g, '')}`, start), span }];
      return part === '' ? [] : [{ t: 'string', value: part, span }];
    });
  const [only] = parts;
  return parts.length === 1 && only ? only : { t: 'template', parts, span };
}

/** `"$env:BASIS/v1"`: what was read as a variable `env` and the text behind it. */
function withEnvironment(value: Expr): Expr {
  if (value.t !== 'template') return value;
  const parts: Expr[] = [];
  for (const part of value.parts) {
    const before = parts.at(-1);
    const match =
      part.t === 'string' && before?.t === 'name' && /^env$/i.test(before.path) ? /^:(\w+)/.exec(part.value) : null;
    if (!match || part.t !== 'string') {
      parts.push(part);
      continue;
    }
    parts[parts.length - 1] = { t: 'environment', name: match[1] as string, span: part.span };
    const rest = part.value.slice(match[0].length);
    if (rest !== '') parts.push({ ...part, value: rest });
  }
  return { ...value, parts };
}

/**
 * `Import-Module PSOpenAI`, `using module PSOpenAI`, `#Requires -Modules PSOpenAI`; in a manifest
 * `@{ ModuleName = 'PSOpenAI'; … }`.
 */
function modules(text: string): ImportFact[] {
  const found: ImportFact[] = [];
  const line =
    /^[ \t]*(?:(?:\[void\]\(?[ \t]*)?(?:Import-Module|ipmo)[ \t]+(?:-Name[ \t]+)?|using[ \t]+module[ \t]+|#Requires[ \t]+-Modules?[ \t]+|(?:@?\{[ \t]*)?ModuleName[ \t]*=[ \t]*)["']?([\w.]+)/gim;
  for (const match of text.matchAll(line)) {
    const [all, module = ''] = match;
    const start = match.index + all.length - all.trimStart().length;
    const end = match.index + all.length;
    const moduleSpan = { start: end - module.length, end };
    found.push({
      module,
      names: [{ name: '*', alias: '*', span: moduleSpan }],
      span: { start, end },
      moduleSpan,
    });
  }
  return found;
}

function variablesInStrings(text: string, facts: FileFacts): EnvironmentFact[] {
  const known = new Set(facts.environment.map(({ span }) => span.start));
  const found: EnvironmentFact[] = [];
  for (const { span } of facts.strings) {
    const content = text.slice(span.start, span.end);
    // Between single quotes a variable is only text.
    if (!content.includes('$') || content.startsWith("'")) continue;
    for (const match of content.matchAll(/(?<!`)\$(?:\(\s*\$)?\{?env:(\w+)/gi)) {
      const start = span.start + match.index;
      if (!known.has(start)) found.push({ name: match[1] as string, span: { start, end: start + match[0].length } });
    }
  }
  return found;
}
