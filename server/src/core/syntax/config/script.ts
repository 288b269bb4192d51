import type { FactsBuilder } from './factsBuilder.js';
import { MAX_WRITTEN, writtenBy } from './heredocs.js';

/**
 * The commands of a shell script that stands in configuration: one resource a line, a line with `\` at its end together
 * with the next. The name is the text itself, so that an offset in it is an offset in the file.
 */
export function addScript(script: string, start: number, out: FactsBuilder, image?: string): void {
  let at = 0;
  let looks = 0;
  while (at < script.length) {
    let end = script.indexOf('\n', at);
    while (end !== -1 && isContinued(script, at, end)) end = script.indexOf('\n', end + 1);
    const line = script.slice(at, end === -1 ? script.length : end);
    const command = line.trim();
    if (command !== '' && !command.startsWith('#')) {
      const from = start + at + line.indexOf(command);
      out.resource('command', command, { start: from, end: from + command.length }, image);
    }
    if (end === -1) return;
    const written = line.includes('<<') && looks++ < MAX_WRITTEN ? writtenBy(script, at, end) : undefined;
    const isRead = written && out.inside(written.name, script.slice(written.start, written.end), start + written.start);
    at = isRead ? written.end : end + 1;
  }
}

/** A backslash stands at the end, perhaps before blanks and lines of them. */
function isContinued(script: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && ' \t\r\n'.includes(script.charAt(at))) at--;
  return script[at] === '\\';
}
