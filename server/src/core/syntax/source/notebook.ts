import { type JSONVisitor, visit } from 'jsonc-parser';
import { MAX_DEPTH } from '../config/tree.js';
import type { ResourceFact } from '../fact.js';
import { TooMuch } from '../tooMuch.js';
import { FILLER } from './marks.js';

interface Cell {
  /** What the cell says of its language: its metadata, or a first line such as `%%R` or `#!csharp`. */
  readonly language?: string;
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The code of a notebook by language, laid over its JSON: every character of a code cell keeps the offset that it has in
 * the file, so a place in the code is a place in the file. An escape (`\"`, `\n`) becomes a filler and the character it
 * stands for. Lines that are no code (`%pip`, `!curl`) stay out: see `takeCommands`.
 */
export function notebookCode(text: string): {
  readonly codes: ReadonlyMap<string, string>;
  readonly incomplete?: string;
} {
  const { cells, kernel, incomplete } = cellsOf(text);
  const byLanguage = new Map<string, Cell[]>();
  for (const cell of cells) {
    const language = cell.language ?? kernel;
    const known = byLanguage.get(language);
    if (known) known.push(cell);
    else byLanguage.set(language, [cell]);
  }
  const codes = new Map([...byLanguage].map(([language, its]) => [language, keep(text, its)]));
  return { codes, ...(incomplete !== undefined && { incomplete }) };
}

function keep(text: string, cells: readonly Cell[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of cells.flatMap(({ lines }) => lines)) {
    out += blankJson(text.slice(from, start)) + decode(text.slice(start, end));
    from = end;
  }
  return out + blankJson(text.slice(from));
}

/** Other magics, `%%time` say, are followed by code of the notebook's own language. */
const languageMagic =
  /^(?:%%|#!)(r|js|javascript|html|bash|sh|sql|kql|latex|ruby|perl|csharp|fsharp|python|pwsh|mermaid|markdown)\b/i;

const saysLanguage = new Set(['language', 'kernelName', 'languageId']);

function cellsOf(text: string): { cells: Cell[]; kernel: string; incomplete?: string } {
  const cells: Cell[] = [];
  let kernel = 'python';
  let cellType = '';
  let language: string | undefined;
  let lines: { start: number; end: number }[] = [];
  const endCell = () => {
    const first = lines[0];
    const magic = first && languageMagic.exec(text.slice(first.start, first.start + 20))?.[1];
    const own = magic?.toLowerCase() ?? language;
    if (cellType === 'code') cells.push({ lines, ...(own !== undefined && { language: own }) });
    lines = [];
    cellType = '';
    language = undefined;
  };
  let depthOfCell = -1;
  let depth = 0;
  let property = '';
  const path: string[] = [];
  // The library calls itself at every level, and no stack is endless.
  const enter = () => {
    if (path.push(property) > MAX_DEPTH) throw new TooMuch(`nested deeper than ${MAX_DEPTH} levels`);
  };
  const visitor: JSONVisitor = {
    onObjectBegin: () => {
      enter();
      depth++;
      if (property === 'cells' && depthOfCell === -1) depthOfCell = depth;
      if (depth === depthOfCell) endCell();
    },
    onObjectEnd: () => {
      path.pop();
      if (depth === depthOfCell) {
        endCell();
        property = 'cells';
      }
      depth--;
    },
    onArrayBegin: enter,
    onArrayEnd: () => {
      path.pop();
    },
    onObjectProperty: (name) => {
      property = name;
      if (depth < depthOfCell) depthOfCell = -1;
    },
    onLiteralValue: (value: unknown, offset, length) => {
      if (typeof value !== 'string') return;
      if (depth === depthOfCell && property === 'cell_type') cellType = value;
      else if (depth === depthOfCell && property === 'source')
        lines.push({ start: offset + 1, end: offset + length - 1 });
      else if (depthOfCell !== -1 && saysLanguage.has(property) && path.includes('metadata') && !value.includes('-'))
        language = value.toLowerCase();
      else if (property === 'language' && path.includes('kernelspec')) kernel = value.toLowerCase() || kernel;
    },
  };
  let incomplete: string | undefined;
  try {
    visit(text, visitor);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    incomplete = error.message;
  }
  endCell();
  return { cells, kernel, ...(incomplete !== undefined && { incomplete }) };
}

/** Between two strings of a cell stand quotes and a comma; only the line ends are kept. */
function blankJson(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function decode(raw: string): string {
  const plain = raw.includes('\\')
    ? raw
        .replace(quotes, together)
        .replace(/\\(u[0-9a-fA-F]{4}|.)/g, (all, what: string) => escapes[what] ?? other(all, what))
    : raw;
  return plain;
}

/** With the lines that a `\` at the end joins to them; in the JSON each of those ends twice, as text and as a line. */
const shellLines = /^[ \t]*(?:[%!]|#!)(?:[^\n]*\\[ \t]*\n(?:[ \t]*\n)?)*[^\n]*/gm;

/**
 * A shell or magic line is no code of the cell's language: it is taken out, and what it runs (`!pip install openai`,
 * `%pip install …`) is told apart, at the place where it stands.
 */
export function takeCommands(code: string): { readonly code: string; readonly commands: ResourceFact[] } {
  const commands: ResourceFact[] = [];
  const rest = code.replace(shellLines, (line: string, at: number) => {
    const mark = line.search(/[%!#]/);
    // `%%time` and `#!csharp` run nothing.
    if (!/^(?:%%|#)/.test(line.slice(mark))) {
      const name = line.slice(mark + 1).replace(/[\\\n\u0001]/g, ' ');
      commands.push({ what: 'command', name, span: { start: at + mark + 1, end: at + line.length } });
    }
    return line.replace(/[^\n]/g, ' ');
  });
  return { code: rest, commands };
}

/** `f\"`, `\"\"\"`: a prefix and the quotes behind it, or three quotes, are one mark and stay together. */
const quotes = /(?<![\w\\])([rbfu]{1,2})((?:\\")+)|(?:\\"){3}/gi;

function together(all: string, prefix = ''): string {
  const count = (all.length - prefix.length) / 2;
  return FILLER.repeat(count) + prefix + '"'.repeat(count);
}

const escapes: Readonly<Record<string, string>> = {
  n: ' \n',
  t: ' \t',
  r: '  ',
  // The quote may close a string, and what stands before it must not become part of the text.
  '"': `${FILLER}"`,
  '\\': `${FILLER}\\`,
  '/': `${FILLER}/`,
  b: '  ',
  f: '  ',
};

function other(all: string, what: string): string {
  return what.startsWith('u')
    ? ' '.repeat(5) + String.fromCharCode(parseInt(what.slice(1), 16))
    : ' '.repeat(all.length);
}
