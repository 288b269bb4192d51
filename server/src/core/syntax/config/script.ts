import type { FactsBuilder } from './factsBuilder.js';
import { type GivenLines, givenTo, MAX_WRITTEN } from './heredocs.js';

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
    const given = line.includes('<<') && looks++ < MAX_WRITTEN ? givenTo(script, at, end) : undefined;
    if (given) at = isOver(given, line) || isRead(given, script, start, out) ? given.end : end + 1;
    else at = quoted.test(line) && looks++ < MAX_WRITTEN ? endOfText(script, line, end) : end + 1;
  }
}

function isRead({ name, start: from, end }: GivenLines, script: string, start: number, out: FactsBuilder): boolean {
  return name !== undefined && out.inside(name, script.slice(from, end), start + from);
}

/** What is written nowhere and run by no shell is text: a question, a message. */
function isOver({ name }: GivenLines, line: string): boolean {
  return name === undefined && !/\b(?:ba|z|da)?sh\b|\bssh\b|\bsu(?:do)?\b|\bpython3?\b/.test(line);
}

/** `PROMPT="Doe dit:`: a text that goes on over lines. */
const quoted = /^\s*(?:export\s+|local\s+|readonly\s+)?\w+=(["'])(?:(?!\1)[^\\]|\\.)*$/;

/** Where the line behind it starts; without an end it is no such text. */
function endOfText(script: string, line: string, end: number): number {
  const quote = quoted.exec(line)?.[1] ?? '';
  let at = script.indexOf(quote, end);
  while (quote === '"' && at !== -1 && script[at - 1] === '\\') at = script.indexOf(quote, at + 1);
  const next = at === -1 ? -1 : script.indexOf('\n', at);
  return at === -1 ? end + 1 : next === -1 ? script.length : next + 1;
}

/** A backslash stands at the end, perhaps before blanks and lines of them. */
function isContinued(script: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && ' \t\r\n'.includes(script.charAt(at))) at--;
  return script[at] === '\\';
}
