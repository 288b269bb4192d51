import { keyFormatIn, keyFormatsOf } from '../checks/keys.js';
import { textOf } from '../checks/message.js';
import { allProviders, providerById } from '../checks/rules.js';
import { compare, lineStartsOf, positionAt, rangeOf } from '../place.js';
import type { FileFacts, LanguageId, StringFact } from '../syntax/fact.js';
import type { FileEdit } from './fix.js';
import type { FixMaker } from './fixMaker.js';

/** How a language reads an environment variable without further preparation. */
const reads: Partial<Record<LanguageId, (name: string) => string>> = {
  python: (name) => `os.environ["${name}"]`,
  javascript: (name) => `process.env.${name}`,
  typescript: (name) => `process.env.${name}`,
  java: (name) => `System.getenv("${name}")`,
  kotlin: (name) => `System.getenv("${name}")`,
  scala: (name) => `System.getenv("${name}")`,
  php: (name) => `getenv('${name}')`,
  ruby: (name) => `ENV.fetch("${name}")`,
  csharp: (name) => `System.Environment.GetEnvironmentVariable("${name}")`,
  go: (name) => `os.Getenv("${name}")`,
  rust: (name) => `std::env::var("${name}").expect("${name}")`,
  swift: (name) => `(ProcessInfo.processInfo.environment["${name}"] ?? "")`,
  dart: (name) => `const String.fromEnvironment('${name}')`,
  r: (name) => `Sys.getenv("${name}")`,
  powershell: (name) => `$env:${name}`,
};

/** How a language puts two texts together, for a key behind `Bearer `. */
const joins: Partial<Record<LanguageId, string>> = { php: ' . ' };
const joining: ReadonlySet<LanguageId> = new Set([
  'python',
  'javascript',
  'typescript',
  'java',
  'kotlin',
  'scala',
  'php',
  'ruby',
  'csharp',
  'go',
  'swift',
]);

/** Reads a key from the environment instead. The key itself still has to be revoked: the message says so. */
export const moveKey: FixMaker = {
  id: 'move-key',
  offer(finding, context) {
    if (finding.check !== 'sleutel-in-code') return [];
    const facts = context.project.facts(finding.path);
    const read = facts === undefined ? undefined : reads[facts.language];
    const literal = facts?.strings.find(
      (one) => compare(positionAt(facts.lineStarts, one.span.start), finding.range.start) === 0,
    );
    const found = literal === undefined ? undefined : variableFor(literal);
    if (facts === undefined || read === undefined || literal === undefined || found === undefined) return [];
    const { name, before } = found;
    if (before !== '' && !joining.has(facts.language)) return [];
    return [
      {
        id: this.id,
        title: textOf('fix-sleutel', context.project.settings.language, { variabele: name }),
        preferred: true,
        edits() {
          const text = context.text(finding.path);
          // The facts are of this text only as long as the key stands where it stood.
          if (text === undefined || !text.slice(literal.span.start, literal.span.end).includes(literal.value))
            return undefined;
          const range = rangeOf(lineStartsOf(text), literal.span);
          const quote = text[literal.span.end - 1] ?? '"';
          const start = before === '' ? '' : `${quote}${before}${quote}${joins[facts.language] ?? ' + '}`;
          const edit = { path: finding.path, range, newText: start + read(name) };
          if (facts.language === 'go') return [...goImportOfOs(facts, text), edit];
          return facts.language === 'python' ? [...importOfOs(facts, text), edit] : [edit];
        },
      },
    ];
  },
};

/** The name to read, and what stands before the key; undefined when the string is more than that. */
function variableFor(literal: StringFact): { readonly name: string; readonly before: string } | undefined {
  const { value, role } = literal;
  const format = literal.holes === true ? undefined : keyFormatIn(value, keyFormatsOf(allProviders()));
  const before = /^(?:Bearer|Token|Key|Basic) /i.exec(value)?.[0] ?? '';
  if (format === undefined || !format.pattern.test(value.slice(before.length))) return undefined;
  if (role !== 'argument' && role !== 'value') return undefined;
  return { name: keyVariableOf(format.provider), before };
}

/** The name under which the provider's own SDK looks for its key. */
export function keyVariableOf(provider: string): string {
  const names = Object.entries(providerById(provider)?.environment ?? {});
  const known = names.find(([name, role]) => role === 'key' && /^[A-Z0-9_]+$/.test(name))?.[0];
  return known ?? `${provider.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_API_KEY`;
}

/** Into the group of imports where there is one, else above the first; below the package where there is none. */
function goImportOfOs({ path, imports }: FileFacts, text: string): FileEdit[] {
  if (imports.some(({ module }) => module === 'os')) return [];
  const lineStarts = lineStartsOf(text);
  const group = /^import\s*\(\r?\n/m.exec(text);
  const single = /^import\b/m.exec(text);
  const clause = /^package\s.*\r?\n/m.exec(text);
  const offset = group
    ? group.index + group[0].length
    : (single?.index ?? (clause?.index ?? 0) + (clause?.[0].length ?? 0));
  const at = positionAt(lineStarts, offset);
  return [{ path, range: { start: at, end: at }, newText: group ? '\t"os"\n' : 'import "os"\n' }];
}

function importOfOs(facts: FileFacts, text: string): FileEdit[] {
  if (facts.imports.some((one) => one.module === 'os' && one.names.length === 0 && (one.alias ?? 'os') === 'os'))
    return [];
  const first = facts.imports.find((one) => one.module !== '__future__');
  const line = first === undefined ? 0 : text.lastIndexOf('\n', first.span.start) + 1;
  // An indented import stands inside a function or a `try`.
  const offset = line === first?.span.start ? line : bodyStart(text);
  const at = positionAt(lineStartsOf(text), offset);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ path: facts.path, range: { start: at, end: at }, newText: `import os${eol}` }];
}

/** Behind a shebang, comments, the docstring of the module and `from __future__`. */
function bodyStart(text: string): number {
  const head =
    /^(?:[ \t]*(?:#.*)?\r?\n)*(?:("""|''')[\s\S]*?\1[ \t]*\r?\n)?(?:\s*from __future__ import .*\r?\n)*/.exec(text);
  return head?.[0].length ?? 0;
}
