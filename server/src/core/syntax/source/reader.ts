import type { Span } from '../../place.js';
import type {
  Argument,
  BindingFact,
  CallFact,
  CommentFact,
  EnvironmentFact,
  Expr,
  ImportFact,
  StringFact,
  StringRole,
} from '../fact.js';
import { Cursor } from './cursor.js';
import { Entry } from './entry.js';
import type { EntryResult } from './entryFacts.js';
import { grow } from '../../grow.js';
import { readImport } from './imports.js';
import type { Language } from './language.js';
import { Kind, type Tokens } from './tokens.js';
import { stringValue } from './stringValue.js';
import { ChainReader } from './chain.js';
import type { Reading } from './reading.js';
import { spanOf } from './spans.js';

/** Where an entry stands: decides what separates entries and what `name = value` means. */
export type Context =
  'top' | 'block' | 'arguments' | 'parameters' | 'initializer' | 'list' | 'group' | 'index' | 'command';

export interface Surround {
  /** The call whose arguments are being read, however deep. */
  readonly call?: CallFact;
  /** The name that gets the value being read. */
  readonly name?: string;
  /** What is being read is given back: `return ( … )`. */
  readonly returns?: boolean;
  readonly context: Context;
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A file with more calls, strings and names is data, or made to hold up the rest; what comes after is left unread. */
const MAX_FACTS = 20_000;

/** Brackets deeper than this are passed over: no code is so deep, and the reader calls itself for each level. */
const MAX_DEPTH = 200;

/** No person writes a function of more. */
const MANY_PARAMETERS = 100;
/** The object that a method is of, which no caller hands over. */
const isOwner = /^(?:self|cls|this)$/;
/** Of parameters without a type or a default only these are kept: they can hold where a call goes. */
const mayBeAddress = /^\w*(?:ur[il]|endpoint|host|addr|adres|api|base|server|target)\w*$/i;

/** Which parameter it is, the object that a method is of left out. */
function placeOf({ nameSpan }: BindingFact, entries: readonly Argument[]): number | undefined {
  const own = entries[0]?.value;
  const isMethod = own?.t === 'name' && isOwner.test(own.path);
  const at = entries.findIndex(({ span }) => span.start <= nameSpan.start && nameSpan.end <= span.end);
  return at === -1 ? undefined : at - (isMethod ? 1 : 0);
}

/**
 * Reads tokens into facts without a grammar: every bracket holds entries, an entry is a run of operands with operators
 * between, perhaps with a name before `=` or `:`. This holds in every language of the tables closely enough for calls,
 * arguments, bindings and literals, and it does not mind broken code.
 */
export class Reader {
  readonly imports: ImportFact[] = [];
  readonly bindings: BindingFact[] = [];
  readonly strings: StringFact[] = [];
  readonly environment: EnvironmentFact[] = [];
  readonly calls: CallFact[] = [];
  readonly definitions = new Set<CallFact>();
  /** Types that the file itself declares, as often as it does. */
  readonly declaredNames: string[] = [];
  /** The function whose definition was read last. */
  inFunction: string | undefined;
  /** Where the name of a `name = value` among arguments stands: they may turn out to be parameters. */
  readonly parameterNames = new WeakMap<Argument, Span>();
  readonly cursor: Cursor;
  private readonly chains: ChainReader;
  private depth = 0;
  /** What closes the brackets that are open, outermost first. */
  private readonly opened: string[] = [];
  /** The same as one text, for the reading that is kept. */
  openedKey = '';

  constructor(
    readonly tokens: Tokens,
    readonly language: Language,
    parent?: Reader,
    /** Keeps what is read for the next version of the text. */
    private readonly reading?: Reading,
  ) {
    this.cursor = new Cursor(tokens);
    if (parent) {
      this.imports = parent.imports;
      this.bindings = parent.bindings;
      this.strings = parent.strings;
      this.environment = parent.environment;
      this.calls = parent.calls;
      this.definitions = parent.definitions;
      this.declaredNames = parent.declaredNames;
      this.depth = parent.depth;
    }
    this.chains = new ChainReader(this);
  }

  readFile(): void {
    while (!this.cursor.done && !this.isFull) {
      this.entries({ context: 'top' });
      // A closing bracket without an opening one: broken code, or the end of a hole.
      this.cursor.at++;
    }
  }

  /** Whether the rest of the file is left unread. */
  get isCut(): boolean {
    return this.isFull || this.tokens.isFull;
  }

  private get isFull(): boolean {
    return this.calls.length + this.strings.length + this.bindings.length + this.imports.length > MAX_FACTS;
  }

  liveCalls(): CallFact[] {
    return this.calls.filter((call) => !this.definitions.has(call));
  }

  /** `entries` are the parameters of the function `path`; those with a type or a default are bindings from `from` on. */
  tellParameters(path: string, entries: readonly Argument[], from: number): void {
    const name = path.slice(path.lastIndexOf('.') + 1);
    this.inFunction = name;
    if (entries.length > MANY_PARAMETERS) return;
    this.reading?.changeFrom(from);
    let index = 0;
    for (let at = from, end = this.bindings.length; at < end; at++) {
      const binding = this.bindings[at] as Mutable<BindingFact>;
      if (binding.isParameter !== true || isOwner.test(binding.name)) continue;
      binding.parameterOf = { name, index: placeOf(binding, entries) ?? index };
      index += 1;
    }
    for (const { name: key, value, span } of entries) {
      if (key !== undefined || value.t !== 'name' || !mayBeAddress.test(value.path)) continue;
      const binding = { name: value.path, nameSpan: span, span, isParameter: true } as const;
      this.bindings.push({ ...binding, parameterOf: { name, index: placeOf(binding, entries) ?? 0 } });
    }
  }

  /** C#: `{ ["name"] = value }`; elsewhere a list before the sign is taken apart, and holds no texts. */
  asKeys(from: number): void {
    for (const text of this.strings.slice(from)) (text as Mutable<StringFact>).role = 'index';
  }

  directives(): CommentFact[] {
    return this.tokens.directives.map(({ text, start, end }) => ({ text: text.trim(), span: { start, end } }));
  }

  /** Reads entries up to the closing bracket (not consumed) or the end. */
  entries(surround: Surround): Argument[] {
    const { cursor } = this;
    let entries: Argument[] = [];
    if (++this.depth > MAX_DEPTH) this.skipToClose();
    let firstOfTuple: { name: string; span: Span } | undefined;
    let inHead = false;
    if (this.language.commandCalls) this.skipBlockParameters();
    while (!cursor.done && !this.isFull) {
      if (cursor.kind() === Kind.Close) {
        if (surround.context === 'command' || this.closesBracket()) break;
        cursor.at++;
        continue;
      }
      if (cursor.kind() === Kind.LineEnd) {
        if (this.statementFollows(surround.context)) break;
        if (surround.context === 'command' && !cursor.is(',', cursor.at - 1)) break;
        firstOfTuple = undefined;
        cursor.at++;
        continue;
      }
      if (cursor.is(',') || cursor.is(';') || cursor.kind() === Kind.Break) {
        cursor.at++;
        continue;
      }
      const before = cursor.at;
      const isStatement = surround.context === 'top' || surround.context === 'block';
      if (isStatement && this.language.id === 'rust' && this.readAttribute(surround)) continue;
      if (isStatement && this.readImport(surround.context)) continue;
      const entry: EntryResult =
        isStatement && !inHead && this.reading
          ? this.reading.statement(this, surround, () => new Entry(this, this.chains, surround).read())
          : new Entry(this, this.chains, surround, inHead).read();
      // `if x := f(); x == y {`: in Go the head of a block goes on behind `;`.
      inHead = entry.isHeader && this.language.id === 'go' && cursor.is(';');
      if (entry.argument) entries = grow(entries, entry.argument);
      // `client, err := open()`: the first name gets the value.
      if (isStatement && firstOfTuple && entry.bound) {
        this.bindings.push({
          name: firstOfTuple.name,
          value: entry.bound,
          nameSpan: firstOfTuple.span,
          span: firstOfTuple.span,
        });
        if (entry.bound.t === 'call') {
          assign(entry.bound.call, firstOfTuple.name, true);
          this.reading?.changeLast();
        }
      }
      firstOfTuple = isStatement && cursor.is(',') ? (firstOfTuple ?? entry.plainName) : undefined;
      if (surround.context === 'command' && this.endsCommand()) break;
      if (cursor.at === before) cursor.at++;
    }
    this.depth--;
    return entries;
  }

  /** `|a, b|` at the start of a Ruby block. */
  skipBlockParameters(): void {
    const { cursor } = this;
    if (cursor.is('||')) cursor.at++;
    if (!cursor.is('|')) return;
    cursor.at++;
    while (!cursor.done && !cursor.is('|') && cursor.kind() !== Kind.LineEnd) cursor.at++;
    cursor.at++;
  }

  private endsCommand(): boolean {
    const { cursor } = this;
    return (
      cursor.kind() === Kind.LineEnd ||
      cursor.is(';') ||
      (cursor.kind() === Kind.Name && commandEnds.has(cursor.text()))
    );
  }

  private skipToClose(): void {
    const { cursor } = this;
    let open = 0;
    for (; !cursor.done; cursor.at++) {
      if (cursor.kind() === Kind.Open) open++;
      else if (cursor.kind() === Kind.Close && open-- === 0) return;
    }
  }

  /** `#[cfg(feature = "ai")]` on a line of its own, before a statement that it does not belong to. */
  private readAttribute(surround: Surround): boolean {
    const { cursor } = this;
    const open = cursor.at + (cursor.is('!', cursor.at + 1) ? 2 : 1);
    if (!cursor.is('#') || !cursor.is('[', open)) return false;
    cursor.at = open;
    this.bracket({ ...surround, context: 'list' });
    return true;
  }

  private readImport(context: Context): boolean {
    const { cursor } = this;
    if (cursor.kind() !== Kind.Name && !(cursor.is('@') && /^(?:swift|dart)$/.test(this.language.imports)))
      return false;
    // In a class of PHP `use` takes in a trait.
    if (this.language.imports === 'php' && context !== 'top') return false;
    const found = readImport(cursor, this.language, (at) => this.stringText(at));
    if (!found) return false;
    this.imports.push(...found);
    return true;
  }

  /** The bracket at the cursor with its entries; the cursor ends behind it. */
  bracket(surround: Surround): { entries: Argument[]; span: Span } {
    const { cursor } = this;
    const start = cursor.start();
    const closer = closers[this.tokens.text.charAt(start)] ?? '';
    const around = this.openedKey;
    this.opened.push(closer);
    this.openedKey += closer;
    cursor.at++;
    const entries = this.entries(surround);
    this.opened.pop();
    this.openedKey = around;
    // In broken code the bracket may end where another one does, or where a statement starts.
    const isClosed = cursor.is(closer);
    const end = isClosed ? cursor.end() : cursor.end(cursor.at - 1);
    if (isClosed) cursor.at++;
    return { entries, span: spanOf(start, Math.max(start, end)) };
  }

  /** Whether the closing bracket at the cursor ends this bracket or one around it; else it is one too many. */
  private closesBracket(): boolean {
    return this.opened.length === 0 || this.opened.includes(this.cursor.text());
  }

  /** In brackets that were never closed: the line end at the cursor is followed by what only starts a statement. */
  statementFollows(context: Context): boolean {
    const { statementWords } = this.language;
    if (
      !statementWords ||
      context === 'top' ||
      context === 'block' ||
      context === 'command' ||
      context === 'initializer'
    )
      return false;
    const { cursor } = this;
    const next = cursor.afterLineEnds();
    if (cursor.kind(next) !== Kind.Name || !statementWords.has(cursor.text(next))) return false;
    // `import('./part')` is a call, and stands anywhere.
    return cursor.text(next) !== 'import' || !cursor.is('(', next + 1);
  }

  stringText(at: number): string {
    const string = this.tokens.strings.get(at);
    return string ? stringValue(this.tokens, string) : '';
  }

  /** The string at the cursor, with the neighbours that join it (`"a" "b"`), as expression and as fact. */
  string(): { expr: Expr; fact: Mutable<StringFact> } {
    const { cursor, tokens } = this;
    const span = cursor.span();
    const token = tokens.strings.get(cursor.at);
    let value = this.stringText(cursor.at);
    const parts: Expr[] = [];
    const holes: Expr[] = [];
    for (const hole of token?.holes ?? []) holes.push(this.hole(hole.tokens));
    cursor.at++;
    let end = span.end;
    if (this.language.id === 'python' || this.language.id === 'ruby') {
      // Inside brackets a line end may stand between the parts.
      for (let next = this.nextString(); next !== -1; next = this.nextString()) {
        cursor.at = next;
        for (const hole of tokens.strings.get(next)?.holes ?? []) holes.push(this.hole(hole.tokens));
        value += this.stringText(next);
        end = cursor.end();
        cursor.at++;
      }
    }
    const whole = spanOf(span.start, end);
    const fact: Mutable<StringFact> = { value, span: whole, role: 'other' };
    if (holes.length > 0) fact.holes = true;
    this.strings.push(fact);
    if (holes.length === 0) return { expr: { t: 'string', value, span: whole }, fact };
    value.split('\u0000').forEach((text, index) => {
      if (text !== '') parts.push({ t: 'string', value: text, span: whole });
      const hole = holes[index];
      if (hole) parts.push(hole);
    });
    return { expr: { t: 'template', parts, span: whole }, fact };
  }

  private nextString(): number {
    const next = this.depth > 1 && this.language.id === 'python' ? this.cursor.afterLineEnds() : this.cursor.at;
    return this.cursor.kind(next) === Kind.String ? next : -1;
  }

  private hole(tokens: Tokens): Expr {
    const reader = new Reader(tokens, this.language, this);
    const entry = new Entry(reader, reader.chains, { context: 'group' }).read();
    return entry.argument?.value ?? { t: 'other', span: { start: 0, end: 0 } };
  }
}

/** A call's result goes to this name, through the whole chain of calls that made it. */
export function assign(call: CallFact, name: string, isFirst = false): void {
  for (let at: CallFact | undefined = call; at; at = at.receiver) {
    if (isFirst || at.assignedTo === undefined) at.assignedTo = name;
  }
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const commandEnds = new Set(['do', 'if', 'unless', 'while', 'until', 'rescue', 'and', 'or', 'then', 'end']);

export type { StringRole };
