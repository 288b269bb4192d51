import { StringLexer } from './stringLexer.js';
import { Kind } from './tokens.js';

/** Reads elements of JSX that stand in code. */
export abstract class MarkupLexer extends StringLexer {
  /** One element of JSX with all that it holds: names, attributes and `{…}` become tokens, text does not. */
  protected markup(): boolean {
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
  protected tag(): boolean {
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
        this.tokens.strings.set(this.tokens.count, {
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
  protected markupText(): boolean {
    const { text, to } = this;
    while (this.at < to) {
      const char = text[this.at];
      if (char === '<') return true;
      if (char === '{') this.braces();
      else this.at++;
    }
    return false;
  }

  protected braces(): void {
    if (this.depth >= 40) {
      this.at++;
      return;
    }
    this.push(Kind.Open, this.at, this.at + 1);
    const inner = this.within(this.at + 1, this.to, this.tokens);
    inner.run();
    this.at = Math.min(inner.position, this.to);
    this.push(Kind.Close, this.at, Math.min(this.at + 1, this.to));
    this.at = Math.min(this.at + 1, this.to);
  }
}
