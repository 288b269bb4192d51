import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, type ListNode, MAX_DEPTH, type MapNode, scalar, spanOf } from '../tree.js';

/** In what Terraform and Bicep differ where values are concerned. */
export interface Dialect {
  readonly quote: '"' | "'";
  /** Between key and value of an object. */
  readonly assign: readonly string[];
  readonly hashComments: boolean;
  /** Functions whose arguments together are the value: `merge({…}, {…})`, `jsonencode({…})`. */
  readonly transparent: ReadonlySet<string>;
}

const word = /[A-Za-z_][\w.-]*/y;
const objectLoop = /for\s[^{}[\]"'\n]{1,300}?:\s*(?:if\s*\([^\n]{0,300}\)\s*)?(?=\{)/y;
const loopHead = /for\s[^{}"=]{1,300}?=>\s*/y;

/** Larger files are data; reading an expression may go over its text once for every level of brackets around it. */
export const MAX_INFRASTRUCTURE_LENGTH = 512 * 1024;

/** Reads values of a language of infrastructure; what is no literal or collection is kept as an expression. */
export class ExpressionReader {
  at = 0;
  private depth = 0;
  /** How many characters may still be read in holes that never end. */
  private patience = 100_000;

  readonly text: string;

  constructor(
    text: string,
    private readonly dialect: Dialect,
    private readonly out: FactsBuilder,
  ) {
    this.text = text.slice(0, MAX_INFRASTRUCTURE_LENGTH);
    if (text.length > MAX_INFRASTRUCTURE_LENGTH) out.notRead(`longer than ${MAX_INFRASTRUCTURE_LENGTH} characters`);
  }

  /** Past white space, line breaks and comments. */
  skipTrivia(): void {
    for (;;) {
      this.skipSpaces();
      const char = this.text[this.at];
      if (char !== '\n' && char !== '\r' && !this.isComment()) return;
      if (char === '\n' || char === '\r') this.at++;
      else this.skipComment();
    }
  }

  skipSpaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
  }

  skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end + 1;
  }

  isComment(): boolean {
    const char = this.text[this.at];
    if (char === '#') return this.dialect.hashComments;
    return char === '/' && (this.text[this.at + 1] === '/' || this.text[this.at + 1] === '*');
  }

  private skipComment(): void {
    if (!this.text.startsWith('/*', this.at)) return this.skipToLineEnd();
    const end = this.text.indexOf('*/', this.at + 2);
    this.at = end === -1 ? this.text.length : end + 2;
  }

  private skipToLineEnd(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end;
  }

  word(): string | undefined {
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** A quoted text at the cursor. */
  string(): ConfigNode | undefined {
    const { text } = this;
    const { quote } = this.dialect;
    if (text[this.at] !== quote) return undefined;
    if (quote === "'" && text.startsWith("'''", this.at)) return this.multiline();
    const start = this.at + 1;
    const end = this.stringEnd(this.at);
    this.at = text[end] === quote ? end + 1 : end;
    const raw = text.slice(start, end);
    return scalar(raw.includes('\\') ? unescape(raw) : raw, start, end);
  }

  /** The closing quote, or the end of the line where there is none; `${…}` may hold quotes of its own. */
  private stringEnd(open: number): number {
    const { text } = this;
    let at = open + 1;
    let holes = 0;
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === '\n') break;
      if (char === '\\') at++;
      else if (char === '$' && text[at + 1] === '{' && this.patience > 0) {
        holes++;
        at++;
      } else if (char === '}' && holes > 0) holes--;
      else if (char === this.dialect.quote && holes === 0) return at;
    }
    if (holes === 0) return Math.min(at, text.length);
    // A hole that never ends is no hole.
    this.patience -= at - open;
    const plain = text.indexOf(this.dialect.quote, open + 1);
    return plain === -1 || plain > at ? Math.min(at, text.length) : plain;
  }

  private multiline(): ConfigNode {
    const start = this.at + 3;
    const found = this.text.indexOf("'''", start);
    const end = found === -1 ? this.text.length : found;
    this.at = Math.min(end + 3, this.text.length);
    return scalar(this.text.slice(start, end), start, end);
  }

  /** The value at the cursor, up to the end of its line or the mark that closes it. */
  value(): ConfigNode {
    const start = this.at;
    const node = this.operand();
    if (node && this.isAtEnd()) return node;
    this.at = start;
    return this.expression(node ? (spanOf(node)?.end ?? start) : start);
  }

  private isAtEnd(): boolean {
    this.skipSpaces();
    const char = this.text[this.at];
    return char === undefined || '\r\n,)]}'.includes(char) || this.isComment();
  }

  private operand(): ConfigNode | undefined {
    const { text } = this;
    const char = text[this.at];
    if (char === this.dialect.quote) return this.string();
    if (char === '[') return this.list();
    if (char === '{') return this.object();
    if (text.startsWith('<<', this.at)) return this.heredoc();
    const start = this.at;
    const literal = /(?:-?\d[\d.]*|true|false|null)\b/y;
    literal.lastIndex = start;
    const found = literal.exec(text)?.[0];
    if (found !== undefined) {
      this.at += found.length;
      return scalar(found === 'null' ? '' : found, start, this.at);
    }
    const name = this.word();
    if (name === undefined || text[this.at] !== '(' || !this.dialect.transparent.has(name)) return undefined;
    return this.transparentCall();
  }

  private transparentCall(): ConfigNode | undefined {
    const all = this.list(')');
    if (all?.kind !== 'list') return undefined;
    // What counts when nothing else is given comes last: `optional(string, "…")`, `coalesce(var.x, "…")`.
    if (all.items.every((item) => item.kind === 'scalar')) return all.items.at(-1);
    return together(all.items);
  }

  private list(close = ']'): ConfigNode | undefined {
    const list: ListNode = { kind: 'list', items: [] };
    return this.within(close, () => {
      if (this.isLoop()) return this.loopOfObjects(list);
      list.items.push(this.value());
      return true;
    })
      ? list
      : undefined;
  }

  /** `[for each in all: { … }]`: the object that is made of each. */
  private loopOfObjects(list: ListNode): boolean {
    objectLoop.lastIndex = this.at;
    const head = objectLoop.exec(this.text)?.[0];
    if (head === undefined) return false;
    this.at += head.length;
    const made = this.object();
    if (!made) return false;
    list.items.push(made);
    this.skipTrivia();
    if (/^if\b/.test(this.text.slice(this.at, this.at + 3))) this.expression(this.at);
    return true;
  }

  object(): ConfigNode | undefined {
    const map: MapNode = { kind: 'map', entries: [] };
    return this.within('}', () => this.entry(map)) ? map : undefined;
  }

  /** `key = value` or `key: value` at the cursor. False for a loop that makes a list. */
  private entry(map: MapNode): boolean {
    if (this.isLoop()) return this.loop(map);
    const start = this.at;
    const quoted = this.string();
    const key = quoted?.kind === 'scalar' ? quoted.value : this.text[this.at] === '(' ? undefined : this.word();
    const keySpan = quoted ? spanOf(quoted) : { start, end: this.at };
    this.skipSpaces();
    const mark = this.text[this.at];
    if (key === undefined || keySpan === undefined || mark === undefined || !this.dialect.assign.includes(mark)) {
      // No entry: a resource inside a resource, a spread. It is passed over; what is around it still counts.
      this.at = start;
      this.expression(start);
      return true;
    }
    this.at++;
    this.skipSpaces();
    map.entries.push({ key, keySpan, value: this.value() });
    return true;
  }

  /** `{ for key, each in all : key => value }`: what is made of each, where it is a text or a collection. */
  private loop(map: MapNode): boolean {
    loopHead.lastIndex = this.at;
    const head = loopHead.exec(this.text)?.[0];
    if (head === undefined) return false;
    const keySpan = { start: this.at, end: this.at + 3 };
    this.at += head.length;
    const value = this.value();
    if (value.kind === 'scalar' && value.expression) return false;
    map.entries.push({ key: '0', keySpan, value });
    return true;
  }

  private isLoop(): boolean {
    return /^for\b/.test(this.text.slice(this.at, this.at + 4));
  }

  /** Between brackets: runs `read` for each element. False when it is something else than elements: a loop. */
  private within(close: string, read: () => boolean): boolean {
    if (this.depth >= MAX_DEPTH) {
      this.out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
      return false;
    }
    this.depth++;
    this.at++;
    try {
      for (;;) {
        this.skipTrivia();
        const char = this.text[this.at];
        if (char === undefined) return true;
        if (char === close) {
          this.at++;
          return true;
        }
        if (char === ',') this.at++;
        else {
          const before = this.at;
          if (!read()) return false;
          // A closing bracket of another kind: what is written here is broken; leave it to the level above.
          if (this.at === before) return true;
        }
      }
    } finally {
      this.depth--;
    }
  }

  private heredoc(): ConfigNode | undefined {
    const found = /^<<[-~]?(\w+)[^\n]*\n/.exec(this.text.slice(this.at, this.at + 200));
    if (!found) return undefined;
    const start = this.at + found[0].length;
    const close = new RegExp(`^[ \\t]*${found[1]}[ \\t\\r]*$`, 'm').exec(this.text.slice(start));
    const end = close ? start + close.index : this.text.length;
    this.at = close ? end + close[0].length : end;
    const raw = this.text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const value = raw.trim();
    return scalar(value, start + lead, start + lead + value.length);
  }

  /**
   * Anything else, as it stands: up to the end of the line or the bracket that closes around it. Of a choice between
   * collections (`given ? […] : []`) what may be chosen.
   */
  private expression(atLeast: number): ConfigNode {
    const { text } = this;
    const start = this.at;
    const chosen: ConfigNode[] = [];
    let depth = 0;
    let end = start;
    while (this.at < text.length) {
      const char = text[this.at] as string;
      if (char === this.dialect.quote) {
        this.string();
        end = this.at;
        continue;
      }
      if ('([{'.includes(char)) depth++;
      else if (')]}'.includes(char) && --depth < 0) break;
      else if (depth <= 0 && (char === ',' || (char === '\n' && this.at >= atLeast && !this.choosesOn()))) break;
      else if (this.isComment()) {
        this.skipComment();
        continue;
      }
      this.at++;
      if (!' \t\r\n'.includes(char)) end = this.at;
      if (depth > 0 || (char !== '?' && char !== ':') || !' \r\n'.includes(text[this.at] ?? '')) continue;
      this.skipTrivia();
      const before = this.at;
      const node = this.operand();
      if (node === undefined || node.kind === 'scalar') this.at = before;
      else {
        chosen.push(node);
        end = this.at;
      }
    }
    return chosen.length === 0 ? scalar(text.slice(start, end), start, end, true) : together(chosen);
  }

  /** A choice that goes on at the next line: `? a`, `: b`. */
  private choosesOn(): boolean {
    const next = /\s*(.?.?)/y;
    next.lastIndex = this.at;
    return /^[?:]\s/.test(next.exec(this.text)?.[1] ?? '');
  }
}

/** Lists as one list, objects as one object. */
function together(items: readonly ConfigNode[]): ConfigNode {
  const [only] = items;
  if (only && items.length === 1) return only;
  if (items.some((item) => item.kind === 'list')) {
    return { kind: 'list', items: items.flatMap((item) => (item.kind === 'list' ? item.items : [item])) };
  }
  return { kind: 'map', entries: items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) };
}

function unescape(raw: string): string {
  return raw.replace(/\\(["'\\nrt$])/g, (_, char: string) =>
    char === 'n' ? '\n' : char === 'r' ? '\r' : char === 't' ? '\t' : char,
  );
}
