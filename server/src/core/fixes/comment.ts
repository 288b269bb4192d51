import type { Finding } from '../checks/finding.js';
import type { LanguageId } from '../syntax/fact.js';
import { beginningOf } from '../syntax/namedLines.js';
import type { FileEdit, FixContext } from './fix.js';

type Marks = readonly [open: string, close: string];

const hash: Marks = ['# ', ''];
const slashes: Marks = ['// ', ''];
const angle: Marks = ['<!-- ', ' -->'];

/** How each language writes a comment on a line of its own; one that has none is not here. */
const marks: Partial<Record<LanguageId, Marks>> = {
  python: hash,
  ruby: hash,
  r: hash,
  shell: hash,
  powershell: hash,
  yaml: hash,
  toml: hash,
  dotenv: hash,
  properties: hash,
  requirements: hash,
  dockerfile: hash,
  hcl: hash,
  gemfile: hash,
  make: hash,
  http: hash,
  ini: ['; ', ''],
  javascript: slashes,
  typescript: slashes,
  java: slashes,
  csharp: slashes,
  go: slashes,
  php: slashes,
  kotlin: slashes,
  rust: slashes,
  scala: slashes,
  swift: slashes,
  dart: slashes,
  bicep: slashes,
  gradle: slashes,
  gomod: slashes,
  xml: angle,
};

/** What is read as one of these languages, but has comments of its own. */
const dialects: readonly (readonly [name: RegExp, marks: Marks])[] = [
  [/\.(?:bat|cmd)$/i, ['rem ', '']],
  [/\.(?:razor|cshtml)$/i, ['@* ', ' *@']],
];

/**
 * Edits that put a comment on a line of its own above what a finding is on, at its indentation; undefined for a format without
 * comments. `textFor` gets the dash that may stand in such a comment.
 */
export function commentAbove(
  finding: Finding,
  context: FixContext,
  textFor: (dash: string) => string,
): (() => readonly FileEdit[] | undefined) | undefined {
  const language = context.project.facts(finding.path)?.language;
  const mark =
    language === undefined ? undefined : (dialects.find(([name]) => name.test(finding.path))?.[1] ?? marks[language]);
  if (mark === undefined) return undefined;
  const [open, close] = mark;
  // A line of a value over several lines: a comment there would belong to the value.
  const facts = context.project.facts(finding.path);
  const line = facts ? beginningOf(facts, finding.range.start.line) : finding.range.start.line;
  const start = facts?.lineStarts[line] ?? 0;
  if (language === 'ini' && facts?.settings.some(({ valueSpan }) => valueSpan.start < start && start < valueSpan.end))
    return undefined;
  return () => {
    const text = context.text(finding.path);
    const written = text?.split('\n')[line];
    if (text === undefined || written === undefined) return undefined;
    const indent = /^[ \t]*/.exec(written)?.[0] ?? '';
    const eol = written.endsWith('\r') || (line > 0 && text.includes('\r\n')) ? '\r\n' : '\n';
    const at = { line, character: 0 };
    // `--` may not stand in an XML comment.
    const comment = textFor(close === '' ? '--' : '–');
    return [{ path: finding.path, range: { start: at, end: at }, newText: `${indent}${open}${comment}${close}${eol}` }];
  };
}
