import { folderOf, relativePath, resolvePath } from '../accountability/paths.js';
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
  const target = isPath(written) ? resolvePath(folder, written) : undefined;
  if (target === undefined || target === documentPath) return shown;
  return `[${shown}](<${relativePath(folderOf(documentPath), target)}>)`;
}

/** A name of a file can hold spaces, but a sentence is no name. */
function isPath(written: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || /[<>|[\]\r\n\t]/.test(written)) return false;
  return written.includes(' ')
    ? /\.(?:pdf|md|json|docx?|odt|ya?ml|html?|txt|xlsx?|ods)$/i.test(written)
    : /[./]/.test(written);
}
