import { maskTemplates } from './maskTemplates.js';

/** The text of a YAML file with a cursor that moves by lines. */
export class YamlSource {
  /** With templates masked: structure is read from this, values from `original`. */
  readonly text: string;
  /** Start of the first line that has not been read. */
  pos: number;
  /** A template is no YAML until it is filled in: what looks like a mistake in it may be none. */
  readonly isTemplate: boolean;
  private readonly first: number;

  constructor(readonly original: string) {
    this.text = maskTemplates(original);
    this.isTemplate = this.text !== original;
    this.first = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.pos = this.first;
  }

  /** The first character of content from the cursor on, past blank lines and comments; -1 at the end of the document. */
  nextContent(): number {
    let at = this.pos;
    for (;;) {
      at = this.skipSpaces(at);
      if (this.text[at] === '#') at = this.lineEnd(at);
      if (this.text[at] === '\r') at++;
      const char = this.text[at];
      if (char === undefined) return -1;
      if (char !== '\n') return this.isDocumentMark(at) ? -1 : at;
      at++;
    }
  }

  /** Moves the cursor to the line after the one that holds this offset. */
  leaveLine(offset: number): void {
    const found = this.text.indexOf('\n', offset);
    this.pos = found === -1 ? this.text.length : found + 1;
  }

  /** `---` or `...` at the start of a line. */
  isDocumentMark(at: number): boolean {
    const char = this.text[at];
    if (char !== '-' && char !== '.') return false;
    const mark = char === '-' ? '---' : '...';
    return this.text.startsWith(mark, at) && this.column(at) === 0 && this.isBlank(at + 3);
  }

  /** The offset of the line break that ends the line, without `\r`. */
  lineEnd(from: number): number {
    const found = this.text.indexOf('\n', from);
    const end = found === -1 ? this.text.length : found;
    return end > from && this.text[end - 1] === '\r' ? end - 1 : end;
  }

  column(offset: number): number {
    return offset - (offset === 0 ? 0 : Math.max(this.first, this.text.lastIndexOf('\n', offset - 1) + 1));
  }

  skipSpaces(from: number): number {
    let at = from;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at;
  }

  /** Nothing but perhaps a comment stands between here and the end of the line. */
  isLineRest(at: number): boolean {
    const char = this.text[at];
    return char === undefined || char === '\n' || char === '\r' || (char === '#' && (at === 0 || this.isBlank(at - 1)));
  }

  /** Space, line break or end of the text. */
  isBlank(at: number): boolean {
    const char = this.text[at];
    return char === undefined || char === ' ' || char === '\n' || char === '\r' || char === '\t';
  }
}
