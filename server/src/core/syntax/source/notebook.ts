import { visit } from 'jsonc-parser';
import { FILLER } from './marks.js';

/**
 * The code of a notebook, laid over its JSON: every character of a code cell keeps the offset that it has in the file,
 * so a place in the code is a place in the file. An escape (`\"`, `\n`) becomes a filler and the character it stands for.
 * Lines that are no Python (`%pip`, `!curl`) stay out, except what they install.
 */
export function notebookCode(text: string): { readonly code: string; readonly language: string } {
  let out = '';
  let from = 0;
  let language = 'python';
  let cellType = '';
  const pending: { start: number; end: number }[] = [];
  const keep = () => {
    if (cellType === 'code') {
      for (const { start, end } of pending) {
        out += blankJson(text.slice(from, start)) + decode(text.slice(start, end));
        from = end;
      }
    }
    pending.length = 0;
    cellType = '';
  };
  let depthOfCell = -1;
  let depth = 0;
  let property = '';
  const path: string[] = [];
  visit(text, {
    onObjectBegin: () => {
      path.push(property);
      depth++;
      if (property === 'cells' && depthOfCell === -1) depthOfCell = depth;
      if (depth === depthOfCell) keep();
    },
    onObjectEnd: () => {
      path.pop();
      if (depth === depthOfCell) {
        keep();
        property = 'cells';
      }
      depth--;
    },
    onArrayBegin: () => {
      path.push(property);
    },
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
        pending.push({ start: offset + 1, end: offset + length - 1 });
      else if (property === 'language' && path.includes('kernelspec')) language = value.toLowerCase();
    },
  });
  keep();
  return { code: out + blankJson(text.slice(from)), language };
}

/** Between two strings of a cell stand quotes and a comma; only the line ends are kept. */
function blankJson(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function decode(raw: string): string {
  const plain = raw.includes('\\')
    ? raw.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (all, what: string) => escapes[what] ?? other(all, what))
    : raw;
  // A shell or magic line is no code of the cell's language.
  return plain.replace(/^([ \t]*)[%!][^\n]*/gm, (line) => ' '.repeat(line.length));
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
