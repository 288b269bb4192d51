/**
 * A batch file of Windows as a script of a shell: what only cmd has is blank, with the same length and line ends, so that
 * every offset is the offset in the file. Its commands and variables are then read as any other script's.
 */
export function batchAsShell(text: string): string {
  return text.replace(/^[^\r\n]+/gm, (line) => {
    if (shown.test(line) && !line.includes('>')) return blank(line);
    if (remark.test(line)) return line.replace(remark, (sign) => blank(sign.slice(1)) + '#');
    return line
      .replace(/^[ \t]*@/, blank)
      .replace(assigned, (_, set: string, name: string, value: string) => `${blank(set)} ${name}${value} `)
      .replace(/^[ \t]*set[ \t]+(?=[A-Za-z_]\w*=)/i, blank)
      .replace(/\^[ \t]*$/, (end) => `\\${blank(end.slice(1))}`);
  });
}

const remark = /^[ \t]*@?(?:rem(?![^ \t])|::)/i;
/** Words for a person, in which an apostrophe would open a string. */
const shown = /^[ \t]*@?(?:echo|title)\b/i;
/** `set "NAME=value"` */
const assigned = /^([ \t]*set[ \t]+)"([A-Za-z_]\w*=)([^"]*)"/i;

const blank = (text: string): string => ' '.repeat(text.length);
