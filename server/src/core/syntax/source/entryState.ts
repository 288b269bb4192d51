import type { Span } from '../../place.js';
import type { CallFact, Expr, StringFact, StringRole } from '../fact.js';
import type { ChainReader } from './chain.js';
import { grow } from '../../grow.js';
import type { Joiner } from './joining.js';
import type { Reader, Surround } from './reader.js';
import { Kind } from './tokens.js';

/** Where nothing was read yet; `grow` makes another one of it. */
const none: never[] = [];

/** Nobody chooses between more values in one expression. */
const MAX_OPTIONS = 100;

/** What is known of an entry while it is being read. */
export abstract class EntryState {
  protected operands: Expr[] = none;
  protected joiners: Joiner[] = none;
  protected joiner: Joiner = 'beside';
  protected names: { name: string; span: Span }[] = none;
  protected key: { name: string; span: Span } | undefined;
  protected type: string | undefined;
  protected typeStart: number | undefined;
  protected direct: { -readonly [K in keyof StringFact]: StringFact[K] }[] = none;
  protected comparison = false;
  protected returns = false;
  protected isLambda = false;
  protected declares = false;
  protected ternary = 0;
  /** How many operands are options of the conditions before: `a ? one : …`. */
  private options = 0;
  /** Of an `if` that is a value: where among the operands its condition stands. */
  protected condition: number | undefined;
  protected branches = false;
  protected isNew = false;
  protected definition = false;
  protected afterAs = false;
  /** The body of a Rust enum or a Go interface follows: what it holds is no calls. */
  protected isEnum = false;
  /** `pattern if condition =>`: what the condition calls, it calls. */
  protected hasGuard = false;
  /** R's `name <- value`, which is an assignment among arguments too. */
  protected assigns = false;
  /** The last operand stood in brackets: `(Type) value` is a cast, no declaration. */
  protected afterGroup = false;
  /** The token that it starts with. */
  private readonly first: number;
  /** A block has ended the statement. */
  protected ended = false;
  /** How many calls there were before what is being read: a pattern makes no calls. */
  protected callsBefore: number;
  /** The surround of what is inside, since the entry has a name. */
  private named: Surround | undefined;
  /** `{ a, b }` or `[a, b]` before the `=`: what the value is taken apart into. */
  protected pattern: Extract<Expr, { t: 'object' | 'list' }> | undefined;

  constructor(
    protected readonly reader: Reader,
    protected readonly chains: ChainReader,
    protected readonly surround: Surround,
    protected isHeader = false,
  ) {
    this.callsBefore = reader.calls.length;
    this.first = reader.cursor.at;
  }

  /** Nothing stands before it in its statement: of `when 'a', 'b'` the second does not start one. */
  protected startsStatement(): boolean {
    const { cursor } = this.reader;
    let before = this.first - 1;
    while (cursor.kind(before) === Kind.LineEnd) before--;
    return !cursor.is(',', before);
  }

  protected inner(): Surround {
    const name = this.key?.name ?? this.names[0]?.name;
    if (name === undefined || name === this.surround.name) return this.surround;
    const { context, call } = this.surround;
    if (this.named?.name !== name) this.named = call ? { context, call, name } : { context, name };
    return this.named;
  }

  /** Around what stands in round brackets by itself. */
  protected group(): Surround {
    const { cursor } = this.reader;
    // Kotlin's `class Dienst @Inject constructor(klant: OpenAI)`
    if (cursor.text(cursor.at - 1) === 'constructor') return { context: 'parameters' };
    return { ...this.inner(), context: 'group', ...(this.returns && { returns: true }) };
  }

  /** Around what stands in braces; `new() { { "a", "b" }, … }`: what is in an initializer is one. */
  protected block(): Surround {
    const { context } = this.surround;
    return { ...this.inner(), context: context === 'initializer' ? context : 'block' };
  }

  protected push(expr: Expr): void {
    if (this.operands.length > 0) this.joiners = grow(this.joiners, this.joiner);
    this.operands = grow(this.operands, expr);
    this.joiner = 'beside';
    this.afterGroup = false;
  }

  protected reset(): void {
    this.operands = none;
    this.joiners = none;
    this.joiner = 'beside';
    this.options = 0;
    this.callsBefore = this.reader.calls.length;
  }

  /** The strings read so far are not the value but what stands before it. */
  protected giveDirect(role: StringRole): void {
    if (this.direct.length === 0) return;
    for (const fact of this.direct) fact.role = role;
    this.direct = none;
  }

  /** `condition ? one : other`, behind the `?`: what was read is not the value. */
  protected endCondition(): void {
    this.endComparison();
    const { options } = this;
    if (options === 0) return this.reset();
    // `a ? one : b ? two : three`: the options before stay.
    this.keep(options);
    this.joiner = 'either';
  }

  /** Behind its `:`. What is told of a text is told now: a condition may follow. */
  protected endOption(): void {
    this.giveRoles();
    this.direct = none;
    this.options = Math.min(this.operands.length, MAX_OPTIONS);
    this.joiner = 'either';
  }

  /** The first operands; in place, because there may be thousands. */
  private keep(count: number): void {
    if (this.operands.length > count) this.operands.length = count;
    if (this.joiners.length >= count) this.joiners.length = Math.max(0, count - 1);
  }

  /** Python's `one if condition else two`. */
  protected conditional(word: 'if' | 'else'): void {
    if (word === 'if') {
      // Behind `for … in …` it is the condition of a list.
      if (!this.comparison) {
        this.endOption();
        this.condition = this.operands.length;
      }
    } else if (this.condition !== undefined) {
      this.endComparison();
      this.keep(this.condition);
      this.condition = undefined;
    }
    this.joiner = 'either';
  }

  private endComparison(): void {
    if (this.comparison) this.asksEnvironment();
    this.giveDirect('comparison');
    this.comparison = false;
  }

  protected abstract giveRoles(): void;
  /** `"NAME" in os.environ`, `"NAME" in st.secrets` */
  protected abstract asksEnvironment(): void;

  /** `name = if (condition) one else other`: either of the values, without the condition. */
  protected branch(word: 'if' | 'else'): void {
    this.branches = true;
    if (word === 'if') this.condition = this.operands.length;
    else if (this.condition !== undefined) {
      this.operands.splice(this.condition, 1);
      this.joiners.splice(this.condition, 1);
      this.condition = undefined;
      this.joiner = 'either';
    }
  }

  /** What was read is a pattern (`Some(x)`): it takes apart, it does not call. */
  protected dropPattern(): void {
    this.dropCalls(this.callsBefore);
  }

  protected dropCalls(from: number): void {
    const { calls, definitions } = this.reader;
    for (let at = from; at < calls.length; at++) definitions.add(calls[at] as CallFact);
  }
}
