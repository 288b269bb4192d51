import { marksOf } from '../nextMark.js';
import { type ConfigurationFile, FactsBuilder } from './factsBuilder.js';

const variable = /^@([\w.-]+)[ \t]*=[ \t]*(.*?)[ \t]*$/;
const request = /^(?:[A-Z]{3,7}[ \t]+)?((?:https?:\/\/|\{\{)\S+)/;
const header = /^([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*$/;
/** `{{OPENAI_API_KEY}}`, `{{$dotenv OPENAI_API_KEY}}`, `{{$processEnv OPENAI_API_KEY}}` */
const inherited = /\{\{(?:\$\w+[ \t]+)?%?([A-Z][A-Z0-9_]{3,})\}\}/g;

/**
 * Requests that an editor sends (`.http`, `.rest`). Each is a section: `request › 0 › url`, `› headers › …`, and the keys of its
 * body where that is JSON. Requests are apart by `###`.
 */
export function readHttpFile(file: ConfigurationFile, out: FactsBuilder): void {
  const { text } = file;
  const mark = marksOf(text);
  let count = -1;
  let isHead = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, next).trimEnd();
    const isComment = /^(?:#|\/\/)/.test(line);
    if (line.startsWith('###')) isHead = false;
    else if (isHead && line === '') {
      isHead = false;
      addBody(file, next, Math.min(mark('\n###').from(start), text.length), count, out);
    } else if (isHead && !isComment) addPair(header, line, start, ['request', String(count), 'headers'], out);
    else if (!isComment && !addPair(variable, line, start, [], out)) {
      const url = request.exec(line)?.[1];
      if (url !== undefined) {
        isHead = true;
        count += 1;
        const from = start + line.indexOf(url);
        const span = { start: from, end: from + url.length };
        out.setting(['request', String(count), 'url'], url.replace(/^\{\{([\w.-]+)\}\}/, held(out)), span, span);
        addInherited(line, start, ['request', String(count)], out);
      }
    }
    start = next;
  }
}

/** What the file gives a variable that an address starts with; a variable of another kind stays what it is. */
function held({ settings }: FactsBuilder): (all: string, name: string) => string {
  return (all, name) => settings.find(({ path }) => path.length === 1 && path[0] === name)?.value ?? all;
}

function addPair(pattern: RegExp, line: string, start: number, path: readonly string[], out: FactsBuilder): boolean {
  const [, name, value] = pattern.exec(line) ?? [];
  if (name === undefined || value === undefined) return false;
  const nameStart = start + line.indexOf(name);
  const valueStart = start + line.indexOf(value, nameStart - start + name.length + 1);
  const keySpan = { start: nameStart, end: nameStart + name.length };
  out.setting([...path, name], value, keySpan, { start: valueStart, end: valueStart + value.length });
  addInherited(line, start, path, out);
  return true;
}

/** Variables of the environment that a line passes on. */
function addInherited(line: string, start: number, path: readonly string[], out: FactsBuilder): void {
  for (const found of line.matchAll(inherited)) {
    const from = start + found.index + found[0].lastIndexOf(found[1] as string);
    const span = { start: from, end: from + (found[1] as string).length };
    out.setting([...path, found[1] as string], '', span, { start: span.end, end: span.end }, true);
  }
}

function addBody(file: ConfigurationFile, start: number, end: number, count: number, out: FactsBuilder): void {
  const body = file.text.slice(start, end);
  if (!/^\s*[{[]/.test(body) || !file.readEmbedded) return;
  const inner = new FactsBuilder();
  if (file.readEmbedded({ path: file.path, name: 'body.json', text: body }, inner))
    out.embed(inner, start, ['request', String(count)]);
}
