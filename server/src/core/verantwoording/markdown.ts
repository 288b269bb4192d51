import { isToDo } from '../accountability/toDo.js';

/** Words of the document. It is Dutch in either language, as the file is that it is made from. */
export const unknown = '_niet vastgelegd_';
const toDo = '_nog in te vullen_';

/** A value of the accountability file on one line of Markdown: what somebody wrote there never becomes markup. */
export function value(written: string | undefined): string {
  if (written === undefined || written.trim() === '') return unknown;
  if (isToDo(written)) return toDo;
  return escaped(written);
}

export function escaped(written: string): string {
  return written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replace(/&(?=[#\w]+;)/g, '&amp;');
}

export function code(written: string): string {
  // A pipe ends a cell of a table even between backticks.
  return written.includes('`') || written.includes('|') ? escaped(written) : `\`${written.replace(/\s+/g, ' ')}\``;
}

export function list(written: readonly string[] | undefined): string {
  return written === undefined || written.length === 0 ? unknown : written.map(value).join(', ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/**
 * A reference as a link: to an address, or to a file as seen from the folder of the document. What is no address and no
 * path, and the document itself, stays text.
 */
export function reference(written: string, folder: string, documentPath: string): string {
  if (isToDo(written)) return toDo;
  const shown = escaped(written);
  if (/^https?:\/\/[^\s<>]+$/i.test(written)) return `<${written.replaceAll('|', '%7C')}>`;
  const target = isPath(written) ? joined(folder, written) : undefined;
  if (target === undefined || target === documentPath) return shown;
  return `[${shown}](<${relativePath(documentPath, target)}>)`;
}

/** A name of a file can hold spaces, but a sentence is no name. */
function isPath(written: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || /[<>|[\]\r\n\t]/.test(written)) return false;
  return written.includes(' ')
    ? /\.(?:pdf|md|json|docx?|odt|ya?ml|html?|txt|xlsx?|ods)$/i.test(written)
    : /[./]/.test(written);
}

/** The way from a document to a file, both seen from the root. */
export function relativePath(documentPath: string, target: string): string {
  const from = documentPath.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function joined(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
