import { FactsBuilder } from '../config/factsBuilder.js';
import { readDotenv } from '../config/dotenv.js';
import { writtenName } from '../config/heredocs.js';
import { readEmbedded } from '../config/readConfiguration.js';
import type { Tokens } from './tokens.js';

const assignments = /^(?:[ \t]*(?:#.*|(?:export[ \t]+)?[A-Za-z_]\w*=.*)?\r?(?:\n|$))+$/;
const object = /^\s*\{\s*["}]/;
/** `curl -d @- <<EOF`, `body=$(cat <<EOF`: what is sent, or kept to be. */
const isSent = /(?:-d|--data(?:-\w+)?|--json)[ =]?["']?@-|=["']?\$\([ \t]*cat[ \t]*<</;
/** `echo "NAME=waarde"`, also of a line for a profile: `echo 'export NAME="waarde"'`. */
const echoed =
  /(?<=^|[;&|{][ \t]*|\b(?:then|do|else)[ \t]+)[ \t]*(?:echo|printf)[ \t]+(?:-[neE]+[ \t]+)?(?:"((?:\\.|[^"\\\n])*)"|'([^'\n]*)'|([A-Za-z_]\w*=[^\s"'|;&<>]*))/gm;
const intoFile = /^[ \t]*(?:>>?(?![ \t]*(?:&|"?\/dev\/))|\|[ \t]*(?:sudo[ \t]+)?tee\b)/;
/** `{ echo …; echo …; } >> file`, a line each. */
const block =
  /\{[ \t]*\r?\n(?:[ \t]*(?:(?:echo|printf)\b[^\n]*|\r)?\n){1,100}[ \t]*\}[ \t]*>>?(?![ \t]*(?:&|"?\/dev\/))/g;

/** The configuration that a script writes to files: read as those files are. */
export function writtenFiles(tokens: Tokens): FactsBuilder {
  const { text } = tokens;
  const out = new FactsBuilder();
  for (let i = 0; i < tokens.count; i++) {
    const string = tokens.strings.get(i);
    const at = tokens.start(i);
    if (!string || string.contentStart >= string.contentEnd || !text.startsWith('<<', at)) continue;
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const line = text.slice(from, end === -1 ? text.length : end);
    const content = text.slice(string.contentStart, string.contentEnd);
    const name = writtenName(line) ?? (isSent.test(line) && object.test(content) ? 'inhoud.json' : undefined);
    if (name === undefined) continue;
    const inner = new FactsBuilder();
    // The body of a request in a temporary file has no name that tells.
    const known = object.test(content) && !name.includes('.') ? 'inhoud.json' : name;
    if (!readEmbedded({ path: known, name: known, text: content }, inner) && assignments.test(content))
      readDotenv(content, inner);
    out.embed(inner, string.contentStart, []);
  }
  addEchoed(text, out);
  return out;
}

function addEchoed(text: string, out: FactsBuilder): void {
  if (!text.includes('>') && !/\btee\b/.test(text)) return;
  const blocks = [...text.matchAll(block)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
  for (const match of text.matchAll(echoed)) {
    const { 0: whole, index } = match;
    const end = index + whole.length;
    const isWritten =
      intoFile.test(text.slice(end, end + 40)) || blocks.some((each) => each.start < index && end < each.end);
    const content = match[1] ?? match[2] ?? match[3] ?? '';
    if (!isWritten || !/^(?:export[ \t]+)?[A-Za-z_]\w*=\S/.test(content)) continue;
    const inner = new FactsBuilder();
    readDotenv(content.replace(/\\n$/, ''), inner);
    out.embed(inner, end - content.length - (match[3] === undefined ? 1 : 0), []);
  }
}
