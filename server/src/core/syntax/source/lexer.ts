import type { HoleStyle, Language, StringForm } from './language.js';
import { FILLER } from './marks.js';
import { heredocAt, type PendingHeredoc } from './heredoc.js';
import { percentLiteral } from './percent.js';
import { blockCommentEnd, brokenString, newWhole, type Whole } from './recovery.js';
import { regexEnd } from './regex.js';

export const enum Kind {
  Name,
  Number,
  String,
  Operator,
  Open,
  Close,
  LineEnd,
  /** Ends an entry in any context: between the attributes of markup. */
  Break,
}

/** Tokens as parallel arrays: a file has tens of thousands, and an object for each would cost more than reading them. */
export interface Tokens {
  readonly text: string;
  readonly kind: number[];
  readonly start: number[];
  readonly end: number[];
  /** Of string tokens, by token index: where the content stands, and the tokens of each hole. */
  readonly strings: Map<number, StringToken>;
  /** Comments that speak to this product. */
  readonly directives: { readonly text: string; readonly start: number; readonly end: number }[];
}

export interface StringToken {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly escape: StringForm['escape'];
  readonly holes: readonly Hole[];
}

export interface Hole {
  readonly start: number;
  readonly end: number;
  readonly tokens: Tokens;
}

const variable = /\$[A-Za-z_]\w*/y;
const phpVariable = /\$[A-Za-z_]\w*(?:->[A-Za-z_]\w*|\[\w+\])?/y;

const DIRECTIVE = 'ai-verantwoording';
/** Deeper holes in holes are taken as text. */
const MAX_HOLE_DEPTH = 5;
/** How often a text with a broken string is read again. */
const MAX_RETRIES = 3;

let asked = { text: '', answer: false };
/** Asked at every comment, answered once for a text. */
function mayHoldDirective(text: string): boolean {
  if (asked.text !== text) asked = { text, answer: text.includes(DIRECTIVE) };
  return asked.answer;
}

export function lex(text: string, language: Language): Tokens {
  const endsEarly = new Set<number>();
  for (let tries = 0; ; tries++) {
    const whole = newWhole(text, endsEarly);
    const tokens = new Lexer(text, language, 0, text.length, 0, false, whole).run();
    const broken = brokenString(text, whole);
    if (broken === undefined || endsEarly.has(broken) || tries === MAX_RETRIES) return tokens;
    endsEarly.add(broken);
  }
}

class Lexer {
  private readonly tokens: Tokens;
  private at: number;
  private readonly heredocs: PendingHeredoc[] = [];
  private readonly classes: Uint8Array;
  private bracketDepth = 0;

  constructor(
    private readonly text: string,
    private readonly language: Language,
    from: number,
    private readonly to: number,
    private readonly depth: number,
    /** Stop at the closing bracket that ends a hole. */
    private readonly inHole: boolean,
    private readonly whole: Whole,
    /** Where the tokens go: markup's holes stand among the tokens around them. */
    tokens?: Tokens,
  ) {
    this.at = from;
    this.classes = classesOf(language);
    this.tokens = tokens ?? { text, kind: [], start: [], end: [], strings: new Map(), directives: [] };
  }

  get position(): number {
    return this.at;
  }

  run(): Tokens {
    const { text, to, classes } = this;
    if (this.at === 0 && /^\ufeff?#!/.test(text)) this.at = text.indexOf('\n') === -1 ? to : text.indexOf('\n');
    if (this.language.templated && !this.inHole) this.skipToCode();
    while (this.at < to) {
      const code = text.charCodeAt(this.at);
      const kind = code < 128 ? (classes[code] as number) : code === 0xfeff || code === 0xa0 ? Class.Space : Class.Name;
      if (kind === Class.Space) {
        this.at++;
      } else if (kind === Class.Name) {
        this.name();
      } else if (kind === Class.LineEnd) {
        this.lineEnd();
      } else if (kind === Class.Digit) {
        this.number();
      } else if (kind === Class.Open) {
        this.bracketDepth++;
        this.push(Kind.Open, this.at, ++this.at);
      } else if (kind === Class.Close) {
        if (this.inHole && this.bracketDepth === 0) break;
        this.bracketDepth--;
        this.push(Kind.Close, this.at, ++this.at);
      } else if (!this.special(code)) {
        this.operator();
      }
    }
    return this.tokens;
  }

  private push(kind: Kind, start: number, end: number): void {
    this.tokens.kind.push(kind);
    this.tokens.start.push(start);
    this.tokens.end.push(end);
  }

  private name(): void {
    const { text, to, classes } = this;
    const start = this.at;
    let at = start + 1;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128) continue;
      const kind = classes[code];
      if (kind !== Class.Name && kind !== Class.Digit) break;
    }
    const { stringPrefixes: prefixes, nameEnds } = this.language;
    if (nameEnds && at < to && nameEnds.includes(text.charAt(at)) && text.charCodeAt(at + 1) !== 61) at++;
    this.at = at;
    if (prefixes && at - start <= 3 && this.isQuote(at)) {
      const prefix = text.slice(start, at);
      if ([...prefix].every((letter) => prefixes.letters.includes(letter))) {
        this.at = at;
        const raw = [...prefix].some((letter) => prefixes.raw.includes(letter));
        const holes = [...prefix].some((letter) => prefixes.holes.includes(letter));
        if (this.string(start, { raw, holes })) return;
        this.at = at;
      }
    }
    this.push(Kind.Name, start, at);
  }

  private isQuote(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === 34 || code === 39 || (code === 35 && this.language.id === 'rust');
  }

  private number(): void {
    const { text, to } = this;
    const start = this.at;
    let at = start + 1;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
      if (!isWord && !(code === 46 && isDigit(text.charCodeAt(at + 1)))) break;
    }
    this.at = at;
    this.push(Kind.Number, start, at);
  }

  private lineEnd(): void {
    const { kind } = this.tokens;
    if (kind.length > 0 && kind[kind.length - 1] !== Kind.LineEnd) this.push(Kind.LineEnd, this.at, this.at + 1);
    this.at++;
    const pending = this.heredocs.shift();
    if (pending) this.heredocBody(pending);
  }

  /** Comments, strings, heredocs, regular expressions; false when the character is an operator after all. */
  private special(code: number): boolean {
    const { text, language } = this;
    for (const mark of language.lineComments) {
      if (!text.startsWith(mark, this.at)) continue;
      if (mark === '#' && !this.hashStartsComment()) continue;
      const lineEnd = text.indexOf('\n', this.at);
      let end = lineEnd === -1 || lineEnd > this.to ? this.to : lineEnd;
      if (language.templated) {
        const close = text.indexOf('?>', this.at);
        if (close !== -1 && close < end) end = close;
      }
      this.comment(this.at + mark.length, end);
      this.at = end;
      return true;
    }
    for (const form of language.blockComments) {
      if (!text.startsWith(form.open, this.at)) continue;
      if (form.open.startsWith('=') && this.at > 0 && text.charCodeAt(this.at - 1) !== 10) continue;
      const start = this.at;
      this.at = blockCommentEnd(text, start, form, this.to);
      this.comment(start + form.open.length, this.at - form.close.length);
      return true;
    }
    if (language.heredocs) {
      const heredoc = heredocAt(text, this.at, language.heredocs);
      if (heredoc) {
        if (heredoc.isBodyNext) {
          this.at = heredoc.end;
          this.heredocs.push({ ...heredoc, token: this.tokens.kind.length });
          this.push(Kind.String, heredoc.start, heredoc.end);
          this.tokens.strings.set(this.tokens.kind.length - 1, {
            contentStart: heredoc.end,
            contentEnd: heredoc.end,
            escape: undefined,
            holes: [],
          });
        }
        return true;
      }
    }
    if (code === 92 && this.continuesLine()) return true;
    if (this.string(this.at, { raw: false, holes: true })) return true;
    if (code === 37 && language.commandCalls && this.percent()) return true;
    if (code === 47 && language.hasRegex && this.whole.patience > 0 && this.expressionMayStart()) {
      const found = regexEnd(text, this.at, this.to);
      if (found.isClosed) {
        this.push(Kind.Number, this.at, found.end);
        this.at = found.end;
        return true;
      }
      this.whole.patience -= found.end - this.at;
    }
    if (code === 60 && language.hasMarkup && this.expressionMayStart() && /^<(?:[A-Za-z][\w.:-]*[\s/>]|>)/.test(text.slice(this.at, this.at + 80))) {
      return this.markup();
    }
    if (code === 96 && language.quotedNames) {
      const end = text.indexOf('`', this.at + 1);
      if (end !== -1 && end < this.to && end - this.at < 100 && !text.slice(this.at, end).includes('\n')) {
        this.push(Kind.Name, this.at, end + 1);
        this.at = end + 1;
        return true;
      }
    }
    if (code === 64 && language.id === 'csharp' && this.classes[text.charCodeAt(this.at + 1)] === Class.Name) {
      // `@name`: a name that would be a keyword without it; in Razor the start of code.
      this.name();
      return true;
    }
    if (language.templated && text.startsWith('?>', this.at)) {
      this.push(Kind.LineEnd, this.at, this.at + 2);
      this.at += 2;
      this.skipToCode();
      return true;
    }
    return false;
  }

  private percent(): boolean {
    const { text, tokens } = this;
    // `a % (b)` is an operation, `puts %(b)` is not.
    const isSpaced = this.at > 0 && text.charCodeAt(this.at - 1) === 32 && text.charCodeAt(this.at + 1) !== 32;
    if (!isSpaced && !this.expressionMayStart()) return false;
    if (this.whole.patience < 0) return false;
    const literal = percentLiteral(text, this.at, this.to);
    if (!literal) {
      this.whole.patience -= this.to - this.at;
      return false;
    }
    const { contentStart, contentEnd, end, isString, hasHoles } = literal;
    if (isString) {
      const holes = hasHoles ? this.holesIn('#{', contentStart, contentEnd) : [];
      tokens.strings.set(tokens.kind.length, { contentStart, contentEnd, escape: '\\', holes });
    }
    this.push(isString ? Kind.String : Kind.Number, this.at, end);
    this.at = end;
    return true;
  }

  private holesIn(style: HoleStyle, from: number, to: number): Hole[] {
    const holes: Hole[] = [];
    for (let at = this.text.indexOf(style, from); at !== -1 && at < to; ) {
      const hole = this.text.charCodeAt(at - 1) === 92 ? undefined : this.hole(style, at);
      if (hole && hole.end <= to) holes.push(hole);
      at = this.text.indexOf(style, hole && hole.end <= to ? hole.end : at + 1);
    }
    return holes;
  }

  private startsLine(): boolean {
    let before = this.at - 1;
    while (before >= 0 && (this.text.charCodeAt(before) === 32 || this.text.charCodeAt(before) === 9)) before--;
    return before < 0 || this.text.charCodeAt(before) === 10 || this.text.charCodeAt(before) === 0xfeff;
  }

  /** A backslash before a line end joins the lines. */
  private continuesLine(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    const length = next === 10 ? 2 : next === 13 && this.text.charCodeAt(this.at + 2) === 10 ? 3 : 0;
    this.at += length;
    return length > 0;
  }

  private hashStartsComment(): boolean {
    const { text, at, language } = this;
    if (language.id === 'php') return text.charCodeAt(at + 1) !== 91;
    if (language.id === 'csharp') return !this.inHole && this.startsLine();
    if (language.id !== 'shell') return true;
    const before = at === 0 ? 32 : text.charCodeAt(at - 1);
    return before === 32 || before === 9 || before === 10 || before === 59 || before === 40 || before === 124;
  }

  private comment(start: number, end: number): void {
    if (!mayHoldDirective(this.text) || !this.text.slice(start, end).includes(DIRECTIVE)) return;
    this.tokens.directives.push({ text: this.text.slice(start, end), start, end });
  }

  /** Whether a value, not an operator, is expected here: decides what `/` and `<` mean. */
  private expressionMayStart(): boolean {
    const { kind, start, end } = this.tokens;
    let last = kind.length - 1;
    while (last >= 0 && (kind[last] === Kind.LineEnd || kind[last] === Kind.Break)) last--;
    if (last < 0) return true;
    if (kind[last] === Kind.Name) {
      const isKeyword = this.language.keywords.has(this.text.slice(start[last] as number, end[last] as number));
      // `http.get<T>(…)`: a member's name is none.
      return isKeyword && this.text.charCodeAt((start[last] as number) - 1) !== 46;
    }
    if (kind[last] === Kind.Operator || kind[last] === Kind.Open) return true;
    return this.text[start[last] as number] === '}';
  }

  private operator(): void {
    const { text, at } = this;
    const three = text.slice(at, at + 3);
    const length = operators3.has(three) ? 3 : operators2.has(three.slice(0, 2)) ? 2 : 1;
    this.push(Kind.Operator, at, at + length);
    this.at = at + length;
  }

  /** Reads a string literal whose quotes start at `this.at`; `start` is where its prefix starts. */
  private string(start: number, prefix: { raw: boolean; holes: boolean }): boolean {
    const { text, language, to } = this;
    for (const form of language.strings) {
      if (!text.startsWith(form.open, this.at)) continue;
      const contentStart = this.at + form.open.length;
      if (form.isCharacter) {
        const end = characterEnd(text, this.at, language.hasLifetimes === true);
        if (end === -1) return this.lifetime();
        this.push(Kind.Number, start, end);
        this.at = end;
        return true;
      }
      const escape = prefix.raw && form.escape === '\\' ? undefined : form.escape;
      const style = language.stringPrefixes ? (prefix.holes && this.at > start ? form.holes : undefined) : form.holes;
      // In a raw string of Python a backslash still keeps a quote from closing it.
      const isRawPython = prefix.raw && language.id === 'python';
      const holes: Hole[] = [];
      let hole: Hole | undefined;
      let at = contentStart;
      const first = form.close.charCodeAt(0);
      const isMultiline = form.multiline && !this.whole.endsEarly.has(start);
      let isLong = false;
      for (; at < to; at++) {
        const code = text.charCodeAt(at);
        if (code === first && text.startsWith(form.close, at)) {
          if (escape !== 'double' || text[at + form.close.length] !== form.close) break;
          at++;
        } else if (code === 10) {
          if (!isMultiline) break;
          isLong = true;
        } else if (style !== undefined && this.isHole(style, at)) {
          hole = this.hole(style, at);
          if (!hole) continue;
          holes.push(hole);
          at = hole.end - 1;
        } else if (code === 36 && form.nameHoles && (hole = this.nameHole(at))) {
          holes.push(hole);
          at = hole.end - 1;
        } else if ((code === 92 && (escape === '\\' || isRawPython)) || (code === 96 && escape === '`')) {
          at++;
        }
      }
      const contentEnd = Math.min(at, to);
      const isClosed = contentEnd < to && text.startsWith(form.close, contentEnd);
      const end = isClosed ? contentEnd + form.close.length : contentEnd;
      if (isLong && !this.inHole) {
        const string = { start, contentStart, contentEnd, end, open: form.open };
        if (isClosed) this.whole.longStrings.push(string);
        else this.whole.unclosed = string;
      }
      this.tokens.strings.set(this.tokens.kind.length, { contentStart, contentEnd, escape, holes });
      this.push(Kind.String, start, end);
      this.at = end;
      return true;
    }
    return false;
  }

  /** `'a`, `'outer`: a lifetime or a label of a loop. */
  private lifetime(): boolean {
    let end = this.at + 1;
    while (end < this.to && this.classes[this.text.charCodeAt(end)] === Class.Name) end++;
    if (end === this.at + 1) return false;
    this.push(Kind.Operator, this.at, end);
    this.at = end;
    return true;
  }

  private isHole(style: HoleStyle, at: number): boolean {
    const { text } = this;
    if (!text.startsWith(style, at)) return false;
    // `{{` is a brace, not a hole.
    return style !== '{' || (text[at + 1] !== '{' && text[at - 1] !== '{');
  }

  /** `$name` in a string; in PHP with one member or index behind it. */
  private nameHole(at: number): Hole | undefined {
    const { text, language } = this;
    const form = language.id === 'php' ? phpVariable : variable;
    form.lastIndex = at;
    const match = form.exec(text);
    if (!match) return undefined;
    const end = Math.min(at + match[0].length, this.to);
    const from = language.id === 'php' ? at : at + 1;
    return { start: at, end, tokens: new Lexer(text, language, from, end, this.depth + 1, true, this.whole).run() };
  }

  private hole(style: HoleStyle, at: number): Hole | undefined {
    if (this.depth >= MAX_HOLE_DEPTH || this.whole.patience < 0) return undefined;
    const start = at + (style === '{$' ? 1 : style.length);
    const inner = new Lexer(this.text, this.language, start, this.to, this.depth + 1, true, this.whole);
    const tokens = inner.run();
    const end = inner.position;
    const closed = end < this.to && this.text[end] === (style.endsWith('(') ? ')' : '}');
    if (!closed) this.whole.patience -= end - start;
    return closed ? { start: at, end: end + 1, tokens } : undefined;
  }

  private heredocBody(pending: PendingHeredoc): void {
    const { text, to } = this;
    const contentStart = this.at;
    let lineStart = this.at;
    if (this.whole.patience < 0) return;
    while (lineStart < to) {
      let lineEnd = text.indexOf('\n', lineStart);
      if (lineEnd === -1 || lineEnd > to) lineEnd = to;
      const line = text.slice(lineStart, lineEnd).trim();
      if (line === pending.label || (pending.anyTail && line.startsWith(pending.label) && !/^\w/.test(line.slice(pending.label.length)))) {
        const contentEnd = Math.max(contentStart, lineStart - 1);
        const holes = pending.holes ? this.holesIn(pending.holes, contentStart, contentEnd) : [];
        this.tokens.strings.set(pending.token, { contentStart, contentEnd, escape: undefined, holes });
        this.at = pending.anyTail ? lineStart + text.slice(lineStart, lineEnd).indexOf(pending.label) + pending.label.length : lineEnd;
        return;
      }
      lineStart = lineEnd + 1;
    }
    // Without its label it is no heredoc, or not yet one.
    this.whole.patience -= to - contentStart;
  }

  private skipToCode(): void {
    const { text, to } = this;
    const open = /<\?(?:php\b|=)/g;
    open.lastIndex = this.at;
    const match = open.exec(text);
    this.at = match && match.index < to ? match.index + match[0].length : to;
  }

  /** One element of JSX with all that it holds: names, attributes and `{…}` become tokens, text does not. */
  private markup(): boolean {
    let depth = 0;
    do {
      const isEnd = this.text[this.at + 1] === '/';
      this.push(Kind.Break, this.at, this.at + 1);
      this.at += isEnd ? 2 : 1;
      const selfClosed = this.tag();
      if (isEnd) depth--;
      else if (!selfClosed) depth++;
      if (depth > 0 && !this.markupText()) break;
    } while (depth > 0 && this.at < this.to);
    this.push(Kind.Break, this.at, this.at);
    return true;
  }

  /** From behind `<` to behind `>`; true when the element is closed by `/>`. */
  private tag(): boolean {
    const { text, to } = this;
    let isFirst = true;
    while (this.at < to) {
      const char = text[this.at] as string;
      if (char === '>') {
        const selfClosed = text[this.at - 1] === '/';
        this.at++;
        return selfClosed;
      }
      if (char === '"' || char === "'") {
        const close = text.indexOf(char, this.at + 1);
        const end = close === -1 || close > to ? to : close + 1;
        this.tokens.strings.set(this.tokens.kind.length, {
          contentStart: this.at + 1,
          contentEnd: end - 1,
          escape: undefined,
          holes: [],
        });
        this.push(Kind.String, this.at, end);
        this.push(Kind.Break, end, end);
        this.at = end;
      } else if (char === '{') {
        this.braces();
        this.push(Kind.Break, this.at, this.at);
      } else if (char === '/' && (text.startsWith('//', this.at) || text.startsWith('/*', this.at))) {
        const isLine = text.startsWith('//', this.at);
        const end = text.indexOf(isLine ? '\n' : '*/', this.at + 2);
        this.at = end === -1 || end > to ? to : end + (isLine ? 0 : 2);
      } else if (/[A-Za-z_]/.test(char)) {
        const match = /^[\w.:-]+/.exec(text.slice(this.at, this.at + 200));
        const end = this.at + (match ? match[0].length : 1);
        // The tag's own name is no value; an attribute's name is followed by `=`.
        if (!isFirst) this.push(Kind.Name, this.at, end);
        isFirst = false;
        this.at = end;
      } else if (char === '=') {
        this.push(Kind.Operator, this.at, this.at + 1);
        this.at++;
      } else {
        this.at++;
      }
    }
    return true;
  }

  /** Skips text up to the next tag; false at the end of the file. */
  private markupText(): boolean {
    const { text, to } = this;
    while (this.at < to) {
      const char = text[this.at];
      if (char === '<') return true;
      if (char === '{') this.braces();
      else this.at++;
    }
    return false;
  }

  private braces(): void {
    if (this.depth >= 40) {
      this.at++;
      return;
    }
    this.push(Kind.Open, this.at, this.at + 1);
    const inner = new Lexer(this.text, this.language, this.at + 1, this.to, this.depth + 1, true, this.whole, this.tokens);
    inner.run();
    this.at = Math.min(inner.position, this.to);
    this.push(Kind.Close, this.at, Math.min(this.at + 1, this.to));
    this.at = Math.min(this.at + 1, this.to);
  }
}

const enum Class {
  Other,
  Space,
  LineEnd,
  Name,
  Digit,
  Open,
  Close,
}

const classCache = new Map<Language, Uint8Array>();
function classesOf(language: Language): Uint8Array {
  let classes = classCache.get(language);
  if (classes) return classes;
  classes = new Uint8Array(128);
  const set = (characters: string, kind: Class) => {
    for (const character of characters) (classes as Uint8Array)[character.charCodeAt(0)] = kind;
  };
  set(` \t\r\f\v${FILLER}`, Class.Space);
  set('\n', Class.LineEnd);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_' + (language.nameCharacters ?? ''), Class.Name);
  set('0123456789', Class.Digit);
  set('([{', Class.Open);
  set(')]}', Class.Close);
  classCache.set(language, classes);
  return classes;
}

const operators3 = new Set(['?->', '===', '!==', '...', '??=', '||=', '&&=', '<=>', '**=', '>>>', '..<', '..=']);
const operators2 = new Set([
  '=>', '->', '==', '!=', '<=', '>=', '&&', '||', '??', '?.', '?:', '::', ':=', '+=', '-=', '*=', '/=', '.=', '|>', '<-', '!!',
  '~>', '=~', '<>', '++', '--', '**', '|=', '%>', '..', '&.',
]);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** End of `'x'`, `'\n'`, `'\u{1F600}'`; -1 when this is no character (a lifetime, a lone quote). */
function characterEnd(text: string, start: number, lifetimes: boolean): number {
  if (text[start + 1] === '\\') {
    const close = text.indexOf("'", start + 3);
    return close !== -1 && close - start < 14 ? close + 1 : -1;
  }
  for (let at = start + 2; at <= start + 3; at++) if (text[at] === "'") return at + 1;
  return lifetimes ? -1 : start + 1;
}
