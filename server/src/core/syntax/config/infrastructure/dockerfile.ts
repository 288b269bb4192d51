import type { FactsBuilder } from '../factsBuilder.js';
import { repositoryIn } from '../repositories.js';
import { addScript } from '../script.js';

interface Instruction {
  /** In capitals. */
  readonly name: string;
  /** What follows, comments inside it blanked, so that offsets hold. */
  readonly body: string;
  readonly start: number;
  /** The text of a heredoc that belongs to it. */
  readonly heredoc?: { readonly text: string; readonly start: number };
}

/** A Dockerfile: images, environment and build arguments, commands. */
export function readDockerfile(text: string, out: FactsBuilder): void {
  const stages = new Set<string>();
  for (const instruction of instructions(text)) {
    const { name, body, start } = instruction;
    if (name === 'FROM') addFrom(body, start, stages, out);
    else if (name === 'ENV' || name === 'LABEL') addPairs(name, body, start, out);
    else if (name === 'ARG') addArguments(body, start, out);
    else if (name === 'COPY' || name === 'RUN') addSources(body, start, stages, out);
    if (name === 'RUN' || name === 'CMD' || name === 'ENTRYPOINT') addCommand(instruction, out);
    // `COPY <<EOF start.sh`: a script that stands in the file.
    else if (name === 'COPY' && instruction.heredoc?.text.startsWith('#!')) addCommand(instruction, out);
  }
}

/** After so many heredocs that never end, none is looked for: each look goes through the rest of the file. */
const MAX_OPEN_HEREDOCS = 20;

const opening = /^[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)[ \t]+/;

function* instructions(text: string): Generator<Instruction> {
  let at = 0;
  let unclosed = 0;
  while (at < text.length) {
    const first = lineEnd(text, at);
    const found = opening.exec(text.slice(at, first));
    if (!found) {
      at = first + 1;
      continue;
    }
    let end = first;
    while (/[\\`][ \t\r]*$/.test(text.slice(Math.max(at, end - 20), end)) && end < text.length) {
      end = lineEnd(text, end + 1);
      // A comment or blank line between does not end the instruction.
      while (end < text.length && /^[ \t\r]*(?:#[^\n]*)?$/.test(lastLine(text, end))) end = lineEnd(text, end + 1);
    }
    const start = at + found[0].length;
    const body = text
      .slice(start, end)
      .replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length))
      .trimEnd();
    const name = (found[1] as string).toUpperCase();
    const mark = unclosed < MAX_OPEN_HEREDOCS ? /<<-?["']?(\w+)["']?/.exec(body)?.[1] : undefined;
    const close = mark === undefined ? -1 : text.slice(end).search(new RegExp(`^[ \\t]*${mark}[ \\t\\r]*$`, 'm'));
    if (mark !== undefined && close !== -1) {
      const from = Math.min(end + 1, text.length);
      yield { name, body, start, heredoc: { text: text.slice(from, end + close), start: from } };
      at = lineEnd(text, end + close) + 1;
    } else {
      if (mark !== undefined) unclosed++;
      yield { name, body, start };
      at = end + 1;
    }
  }
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

function lastLine(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function addFrom(body: string, start: number, stages: Set<string>, out: FactsBuilder): void {
  const found = /^((?:--\S+\s+)*)(\S+)(?:\s+as\s+(\S+))?/i.exec(body);
  const image = found?.[2];
  if (!found || image === undefined) return;
  const from = start + (found[1] ?? '').length;
  if (!stages.has(image) && image !== 'scratch')
    out.resource('image', image, { start: from, end: from + image.length });
  if (found[3]) stages.add(found[3]);
}

/** `--from=image`, in COPY and in the mounts of RUN; a stage of the same file is no image. */
function addSources(body: string, start: number, stages: ReadonlySet<string>, out: FactsBuilder): void {
  for (const found of body.matchAll(/--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
    const image = found[1] as string;
    if (stages.has(image) || /^\d+$/.test(image)) continue;
    const end = start + found.index + found[0].length;
    out.resource('image', image, { start: end - image.length, end });
  }
}

const pair = /([^\s=\\]+)=("(?:\\[^]|[^"\\])*"|'[^']*'|(?:\\[^\r\n]|[^\s\\])*)/g;

function addPairs(name: string, body: string, start: number, out: FactsBuilder): void {
  const old = /^([^\s=]+)[ \t]+([^]*)$/.exec(body);
  if (old) {
    const key = old[1] as string;
    const value = old[2] as string;
    addPair([name, key], value, start, start + body.length - value.length, out);
    return;
  }
  for (const found of body.matchAll(pair)) {
    const key = found[1] as string;
    const at = start + found.index;
    addPair([name, key], found[2] ?? '', at, at + key.length + 1, out);
  }
}

function addArguments(body: string, start: number, out: FactsBuilder): void {
  for (const found of body.matchAll(/([^\s=\\]+)(?:=("(?:\\[^]|[^"\\])*"|'[^']*'|(?:\\[^\r\n]|[^\s\\])*))?/g)) {
    const key = found[1] as string;
    const at = start + found.index;
    const value = found[2] ?? '';
    const from = at + found[0].length - value.length;
    addPair(['ARG', key], value, at, from, out);
    const repository = /repo/i.test(key) ? repositoryIn(value) : undefined;
    if (repository !== undefined) out.resource('resource', repository, { start: from, end: from + value.length });
    // What `FROM ${BASE_IMAGE}` starts with when nothing else is given.
    if (/image$/i.test(key) && /^[\w.-]+(?:\/[\w.-]+)+(?::[\w.-]+)?$/.test(value))
      out.resource('image', value, { start: from, end: from + value.length });
  }
}

function addPair(
  path: readonly [string, string],
  raw: string,
  keyStart: number,
  valueStart: number,
  out: FactsBuilder,
): void {
  const quoted = /^(["'])([^]*)\1$/.exec(raw);
  const from = quoted ? valueStart + 1 : valueStart;
  const value = quoted?.[2] ?? raw;
  const keySpan = { start: keyStart, end: keyStart + path[1].length };
  // `$NAME` without braces is a reference here, as in a shell.
  out.setting(path, value, keySpan, { start: from, end: from + value.length }, /\$[A-Za-z_]/.test(value));
}

/** The shell form as it stands; the exec form (`["a", "b"]`) as the words that it runs. */
function addCommand({ body, start, heredoc }: Instruction, out: FactsBuilder): void {
  if (heredoc) return addScript(heredoc.text, heredoc.start, out);
  if (!body.startsWith('[')) {
    const command = body.replace(/^(?:--\S+\s+)+/, '');
    return addScript(command, start + body.length - command.length, out);
  }
  const words = [...body.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(({ 1: value = '', index }) => {
    const from = start + index + 1;
    return { value, span: { start: from, end: from + value.length } };
  });
  return out.words(words);
}
