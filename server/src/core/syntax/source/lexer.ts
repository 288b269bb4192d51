import { Class, isDigit, operators2, operators3 } from './characters.js';
import type { Language } from './language.js';
import { MarkupLexer } from './markupLexer.js';
import { Kind, type Tokens } from './tokens.js';
import { heredocAt } from './heredoc.js';
import { blockCommentEnd, brokenString, newWhole } from './recovery.js';
import { regexEnd } from './regex.js';

const DIRECTIVE = 'ai-verantwoording';
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

class Lexer extends MarkupLexer {
  protected override within(from: number, to: number, tokens?: Tokens): Lexer {
    return new Lexer(this.text, this.language, from, to, this.depth + 1, true, this.whole, tokens);
  }

  run(): Tokens {
    const { text, to, classes } = this;
    if (this.at === 0 && /^\ufeff?#!/.test(text)) this.at = text.indexOf('\n') === -1 ? to : text.indexOf('\n');
    if (this.language.templated && !this.inHole) this.skipToCode();
    while (this.at < to && !this.tokens.isFull) {
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
      } else if (kind === Class.Operator || !this.special(code)) {
        this.operator();
      }
    }
    return this.tokens;
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
      const isWord =
        (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
      if (!isWord && !(code === 46 && isDigit(text.charCodeAt(at + 1)))) break;
    }
    this.at = at;
    this.push(Kind.Number, start, at);
  }

  private lineEnd(): void {
    const { tokens } = this;
    if (tokens.count > 0 && tokens.kind(tokens.count - 1) !== Kind.LineEnd)
      this.push(Kind.LineEnd, this.at, this.at + 1);
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
        const close = text.slice(this.at, end).indexOf('?>');
        if (close !== -1) end = this.at + close;
      }
      this.comment(this.at + mark.length, end);
      this.at = end;
      return true;
    }
    for (const form of language.blockComments) {
      if (!text.startsWith(form.open, this.at)) continue;
      if (form.open.startsWith('=') && this.at > 0 && text.charCodeAt(this.at - 1) !== 10) continue;
      const start = this.at;
      this.at = blockCommentEnd(text, start, form, this.to, this.whole);
      this.comment(start + form.open.length, this.at - form.close.length);
      return true;
    }
    if (language.heredocs) {
      const heredoc = heredocAt(text, this.at, language.heredocs);
      if (heredoc) {
        if (heredoc.isBodyNext) {
          this.at = heredoc.end;
          this.tokens.hasHeredoc = true;
          this.heredocs.push({ ...heredoc, token: this.tokens.count });
          this.push(Kind.String, heredoc.start, heredoc.end);
          this.tokens.strings.set(this.tokens.count - 1, {
            contentStart: heredoc.end,
            contentEnd: heredoc.end,
            escape: undefined,
            holes: [],
          });
        }
        return true;
      }
    }
    if (code === 92 && (this.continuesLine() || this.escapedQuote())) return true;
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
    if (
      code === 60 &&
      language.hasMarkup &&
      this.expressionMayStart() &&
      /^<(?:[A-Za-z][\w.:-]*[\s/>]|>)/.test(text.slice(this.at, this.at + 80))
    ) {
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

  /** `'It'\''s'` of shells: a quote behind a backslash opens nothing. */
  private escapedQuote(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    if (this.language.id !== 'shell' || (next !== 39 && next !== 34)) return false;
    this.push(Kind.Name, this.at, this.at + 2);
    this.at += 2;
    return true;
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

  private operator(): void {
    const { text, at } = this;
    const next = this.classes[text.charCodeAt(at + 1)];
    if (next !== Class.Operator && next !== Class.Other) {
      this.push(Kind.Operator, at, at + 1);
      this.at = at + 1;
      return;
    }
    const three = text.slice(at, at + 3);
    const length = operators3.has(three) ? 3 : operators2.has(three.slice(0, 2)) ? 2 : 1;
    this.push(Kind.Operator, at, at + length);
    this.at = at + length;
  }

  private skipToCode(): void {
    const { text, to } = this;
    const open = /<\?(?:php\b|=)/g;
    open.lastIndex = this.at;
    const match = open.exec(text);
    this.at = match && match.index < to ? match.index + match[0].length : to;
  }
}
