import type { Language } from './language.js';
import { classesOf } from './characters.js';
import type { PendingHeredoc } from './heredoc.js';
import type { Whole } from './recovery.js';
import { Kind, Tokens } from './tokens.js';

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
    this.tokens = tokens ?? new Tokens(text, depth);
  }

  get position(): number {
    return this.at;
  }

  abstract run(): Tokens;

  /** A lexer of the same kind for what stands inside a hole, up to the bracket that ends it. */
  protected abstract within(from: number, to: number, tokens?: Tokens): LexerBase;

  protected push(kind: Kind, start: number, end: number): void {
    this.tokens.push(kind, start, end);
  }

  /** Whether a value, not an operator, is expected here: decides what `/` and `<` mean. */
  protected expressionMayStart(): boolean {
    const { tokens } = this;
    let last = tokens.count - 1;
    while (last >= 0 && (tokens.kind(last) === Kind.LineEnd || tokens.kind(last) === Kind.Break)) last--;
    if (last < 0) return true;
    const kind = tokens.kind(last);
    // `http.get<T>(…)`: a member's name is no keyword.
    if (kind === Kind.Name)
      return this.language.keywords.has(tokens.textOf(last)) && this.text.charCodeAt(tokens.start(last) - 1) !== 46;
    if (kind === Kind.Operator || kind === Kind.Open) return true;
    return this.text[tokens.start(last)] === '}';
  }
}
