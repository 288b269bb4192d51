import type { Language } from './language.js';
import { classesOf } from './characters.js';
import type { PendingHeredoc } from './heredoc.js';
import type { Whole } from './recovery.js';
import { Kind, type Tokens } from './tokens.js';

/** What every part of the lexer works on: the text, the place in it, the tokens so far. */
export abstract class LexerBase {
  protected readonly tokens: Tokens;
  protected at: number;
  protected readonly heredocs: PendingHeredoc[] = [];
  protected readonly classes: Uint8Array;
  protected bracketDepth = 0;

  constructor(
    protected readonly text: string,
    protected readonly language: Language,
    from: number,
    protected readonly to: number,
    protected readonly depth: number,
    /** Stop at the closing bracket that ends a hole. */
    protected readonly inHole: boolean,
    protected readonly whole: Whole,
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

  abstract run(): Tokens;

  /** A lexer of the same kind for what stands inside a hole, up to the bracket that ends it. */
  protected abstract within(from: number, to: number, tokens?: Tokens): LexerBase;

  protected push(kind: Kind, start: number, end: number): void {
    this.tokens.kind.push(kind);
    this.tokens.start.push(start);
    this.tokens.end.push(end);
  }

  /** Whether a value, not an operator, is expected here: decides what `/` and `<` mean. */
  protected expressionMayStart(): boolean {
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
}
