import type { Argument, CallFact, Expr } from '../fact.js';
import type { Span } from '../../place.js';
import { Kind } from './tokens.js';
import { cleanName, environmentVariable, importWhole, orElse, variableOfMethod, hands } from './chainNames.js';
import { bareCall, command } from './commandCalls.js';
import { turnsOutDefinition, type ChainOptions } from './definition.js';
import type { Mutable, Reader, Surround } from './reader.js';
import { trailingBlock } from './trailingBlock.js';
import { spanOf } from './spans.js';

export interface Chain {
  path: string;
  /** How many names were put behind the first, and the path when they became too many. */
  parts?: number;
  head?: string;
  nameSpan: Span;
  readonly start: number;
  call?: CallFact;
  /** Whether a member follows the last call, so that the value is no longer that call. */
  beyondCall: boolean;
  environment?: Expr;
  /** What Kotlin's `lazy { value }` gives. */
  given?: Expr | undefined;
  /** C#: the type argument that stands before the call. */
  typeArgument?: string | undefined;
  /** Kotlin's `name.ifBlank { value }`. */
  orElse?: Expr | undefined;
}

/** No name that means something is longer. A fluent chain of thousands of calls keeps its start and its last name. */
const MAX_PARTS = 40;

function extend(chain: Chain, name: string): void {
  chain.parts = (chain.parts ?? 0) + 1;
  if (chain.parts > MAX_PARTS) chain.path = `${(chain.head ??= chain.path)}.${name}`;
  else chain.path += chain.path === '' ? name : `.${name}`;
}

const isGeneric = /(?:^|\.)[A-Z]\w*\[\]$/;

const plain: ChainOptions = { isAnnotation: false, mayDefine: false, isNew: false, isHeader: true };

/** Reads `a.b(…).c[…]`: a dotted name with its calls. */
export class ChainReader {
  constructor(private readonly reader: Reader) {}

  /** The chain whose first name is at the cursor. */
  read(surround: Surround, options: ChainOptions): Expr {
    const { cursor, language } = this.reader;
    const start = cursor.start();
    let name = cursor.text();
    const nameSpan = cursor.span();
    cursor.at++;
    if (this.isMacro()) {
      name += '!';
      cursor.at++;
    }
    if (language.id === 'shell' && name.includes('://')) return this.bareWord(name, nameSpan, surround);
    const chain: Chain = { path: cleanName(name), nameSpan, start, beyondCall: false };
    this.follow(chain, surround, options);
    return this.finish(chain, name);
  }

  /** Rust's `name!(…)`, `name![…]`, `name!{…}`; the cursor is behind the name. */
  private isMacro(): boolean {
    const { cursor, language } = this.reader;
    return language.id === 'rust' && cursor.is('!') && cursor.kind(cursor.at + 1) === Kind.Open;
  }

  /** Members and calls on a value that is no name: `(await x()).y`, `"…".format()`, `[…].map()`. */
  members(value: Expr, surround: Surround): Expr {
    const { cursor } = this.reader;
    if (!this.isMember(cursor.at)) return value;
    const chain: Chain = {
      path: value.t === 'call' ? value.call.callee : value.t === 'name' ? value.path : '',
      nameSpan: value.span,
      start: value.span.start,
      beyondCall: false,
      ...(value.t === 'call' && { call: value.call }),
    };
    const before = cursor.at;
    this.follow(chain, surround, plain);
    // Ruby's `{ … }.freeze` is what it was.
    if (cursor.at === before || (chain.path === '' && !chain.call)) return value;
    // `"https://…".rstrip("/")` keeps the text that it starts from; `", ".join(parts)` is something else.
    if (!chain.path.endsWith('join') && (value.t === 'string' || value.t === 'template' || value.t === 'environment'))
      return value;
    return this.finish(chain, '');
  }

  /** `new(…)`, whose type stands elsewhere; the bracket is at the cursor. */
  construct(type: string, start: number, surround: Surround): Expr {
    const span = this.reader.cursor.span();
    const chain: Chain = { path: type, nameSpan: span, start, beyondCall: false };
    this.follow(chain, surround, { ...plain, isNew: true });
    return this.finish(chain, type);
  }

  private follow(chain: Chain, surround: Surround, options: ChainOptions): void {
    const { cursor, language } = this.reader;
    for (;;) {
      if (this.isMember(cursor.at)) {
        cursor.at = cursor.afterLineEnds() + 1;
        if (cursor.is('<') && language.hasGenerics) {
          const behind = cursor.afterGenerics(cursor.at);
          // Rust's `::<T>(…)` goes on with the call, Java's `.<T>name(…)` with the name.
          if (behind !== -1) cursor.at = behind;
          if (behind === -1 || cursor.kind() !== Kind.Name) continue;
        }
        if (cursor.kind() === Kind.Open) continue;
        const next = cursor.afterLineEnds();
        if (cursor.kind(next) === Kind.Number) {
          // A part of a tuple: `self.0.send(…)`.
          cursor.at = next + 1;
          continue;
        }
        if (cursor.kind(next) !== Kind.Name) return;
        cursor.at = next;
        if (cursor.text() === (language.id === 'rust' ? 'await' : language.id === 'ruby' ? 'freeze' : '')) {
          cursor.at++;
          continue;
        }
        extend(chain, cleanName(cursor.text()));
        chain.nameSpan = cursor.span();
        chain.beyondCall = chain.call !== undefined;
        cursor.at++;
        if (this.isMacro()) {
          chain.path += '!';
          cursor.at++;
        }
        if (language.id === 'ruby') {
          command(this.reader, chain, surround, options);
          if (this.goesOn() || this.endsHere()) bareCall(this.reader, chain);
        }
      } else if (cursor.is('!') && (this.isMember(cursor.at + 1) || this.isCallBehind(cursor.at))) {
        cursor.at++;
      } else if ((language.id === 'rust' && cursor.is('?')) || (language.id === 'kotlin' && cursor.is('!!'))) {
        cursor.at++;
      } else if (
        cursor.is('(') ||
        (language.id === 'rust' && cursor.kind() === Kind.Open && chain.path.endsWith('!') && chain.call === undefined)
      ) {
        if (!this.call(chain, options)) return;
      } else if (cursor.is('[') && cursor.start() === cursor.end(cursor.at - 1)) {
        this.index(chain, surround);
      } else if (this.isComposite(chain, options)) {
        this.composite(chain, surround, options);
      } else if (language.trailingBlocks && !options.isHeader && !options.isAnnotation && cursor.is('{')) {
        trailingBlock(this.reader, chain, surround);
      } else if (cursor.is('<') && language.hasGenerics) {
        const behind = cursor.afterGenerics(cursor.at);
        if (behind === -1 || (!options.isNew && !this.mayFollowGenerics(behind))) return;
        if (language.id === 'csharp') chain.typeArgument = cursor.text(cursor.at + 1);
        if (hands.test(chain.path) && behind === cursor.at + 3) chain.path = cursor.text(cursor.at + 1);
        cursor.at = behind;
      } else if (cursor.is('<>') && language.hasGenerics) {
        cursor.at++;
      } else {
        if (language.commandCalls && options.isFirst) command(this.reader, chain, surround, options);
        if (language.commandCalls && this.endsHere()) bareCall(this.reader, chain);
        return;
      }
    }
  }

  /** `callback!(…)`, `parts![0]` */
  private isCallBehind(at: number): boolean {
    const { cursor } = this.reader;
    return (
      (cursor.is('(', at + 1) || cursor.is('[', at + 1)) &&
      cursor.start(at + 1) === cursor.end(at) &&
      cursor.start(at) === cursor.end(at - 1)
    );
  }

  private isMember(at: number): boolean {
    const { cursor, language } = this.reader;
    let next = at;
    if (cursor.kind(at) === Kind.LineEnd) {
      next = cursor.afterLineEnds(at);
      // `..` and a leading `.5` are no members; a new line that starts with `.name` is.
      if (
        !cursor.is('.', next) &&
        !cursor.is('?.', next) &&
        !cursor.is('->', next) &&
        !cursor.is('&.', next) &&
        !cursor.is('?->', next)
      )
        return false;
    }
    if (cursor.kind(next) !== Kind.Operator) return false;
    const text = cursor.text(next);
    if (!language.memberOperators.includes(text)) return false;
    const after = cursor.afterLineEnds(next + 1);
    const kind = cursor.kind(after);
    if (kind === Kind.Number) return language.id === 'rust';
    return (
      kind === Kind.Name ||
      (text === '?.' && kind === Kind.Open) ||
      ((text === '::' || text === '.') && language.hasGenerics === true && cursor.is('<', after))
    );
  }

  /** A Ruby method without brackets is a call where a block or another call follows, and `new` always is. */
  private goesOn(): boolean {
    const { cursor } = this.reader;
    return cursor.text(cursor.at - 1) === 'new' || cursor.text() === 'do' || cursor.is('{') || this.isMember(cursor.at);
  }

  /** `chat = RubyLLM.chat` */
  private endsHere(): boolean {
    const { cursor } = this.reader;
    return cursor.kind() === Kind.LineEnd;
  }

  private mayFollowGenerics(at: number): boolean {
    const { cursor } = this.reader;
    const kind = cursor.kind(at);
    if (kind === Kind.Name || kind === Kind.Close || cursor.is('(', at) || cursor.is('[', at) || cursor.is('{', at))
      return true;
    return (
      this.isMember(at) ||
      cursor.is('>', at) ||
      cursor.is(',', at) ||
      cursor.is(';', at) ||
      cursor.is('=', at) ||
      cursor.is('?', at)
    );
  }

  /** The call whose `(` is at the cursor; false when it turned out to be a definition. */
  private call(chain: Chain, options: ChainOptions): boolean {
    const { reader } = this;
    const { cursor, language } = reader;
    const previous = chain.call;
    // Python's `StateGraph[State](…)`
    if (language.id === 'python' && isGeneric.test(chain.path)) chain.path = chain.path.slice(0, -2);
    const variable = previous ? undefined : variableOfMethod(language, chain.path);
    if (variable !== undefined) this.environmentRead(chain, variable, spanOf(chain.start, chain.nameSpan.start));
    const call: Mutable<CallFact> = {
      callee: chain.path,
      args: [],
      isNew: options.isNew && previous === undefined,
      span: spanOf(chain.start, chain.start),
      nameSpan: chain.nameSpan,
    };
    if (options.isAnnotation) call.isAnnotation = true;
    if (chain.typeArgument !== undefined) call.typeArgument = chain.typeArgument;
    chain.typeArgument = undefined;
    if (previous) {
      call.receiver = previous;
      previous.next = call;
    }
    reader.calls.push(call);
    const isDefinition = options.defines === true && previous === undefined;
    const bindingsBefore = reader.bindings.length;
    const context = isDefinition ? 'parameters' : 'arguments';
    const { entries, span } = reader.bracket({ call: isDefinition ? undefined : call, context } as Surround);
    call.args = entries;
    call.span = spanOf(chain.start, span.end);
    if (isDefinition || turnsOutDefinition(this.reader, call, options)) {
      reader.definitions.add(call);
      if (previous) delete previous.next;
      if (!isDefinition) this.argumentsToParameters(entries, bindingsBefore);
      reader.tellParameters(chain.path, entries, bindingsBefore);
      delete chain.call;
      chain.beyondCall = false;
      return false;
    }
    chain.call = call;
    chain.beyondCall = false;
    if (language.objectInitializers && call.isNew && cursor.is('{', cursor.afterLineEnds())) this.initializer(call);
    this.environmentCall(chain, call);
    return true;
  }

  private argumentsToParameters(entries: readonly Argument[], from: number): void {
    const { bindings } = this.reader;
    for (const entry of entries) {
      if (entry.name === undefined || bindings.slice(from).some((binding) => binding.name === entry.name)) continue;
      bindings.push({
        name: entry.name,
        nameSpan: this.reader.parameterNames.get(entry) ?? entry.span,
        span: entry.span,
        isParameter: true,
        ...(entry.value.t === 'name' ? { type: entry.value.path } : { value: entry.value }),
      });
    }
  }

  private initializer(call: Mutable<CallFact>): void {
    const { cursor } = this.reader;
    cursor.at = cursor.afterLineEnds();
    call.args = [...call.args, ...this.reader.bracket({ context: 'initializer', call }).entries];
  }

  private isComposite(chain: Chain, options: ChainOptions): boolean {
    const { cursor, language } = this.reader;
    if (options.isNew && language.objectInitializers) {
      if (chain.call !== undefined || chain.path.endsWith('[]') || !cursor.is('{', cursor.afterLineEnds()))
        return false;
      cursor.at = cursor.afterLineEnds();
      return true;
    }
    if (!cursor.is('{')) return false;
    // `Cache[T]{…}`
    if (language.id === 'go' && chain.path.endsWith('[]')) chain.path = chain.path.slice(0, -2);
    if (!language.compositeLiterals || options.isHeader || chain.call) return false;
    const last = chain.path.slice(chain.path.lastIndexOf('.') + 1);
    return /^[A-Z]/.test(last) || last.endsWith('[]');
  }

  private composite(chain: Chain, surround: Surround, options: ChainOptions): void {
    const { reader } = this;
    const call: Mutable<CallFact> = {
      callee: chain.path,
      args: [],
      isNew: true,
      span: spanOf(chain.start, chain.start),
      nameSpan: chain.nameSpan,
      ...(options.isAnnotation && { isAnnotation: true }),
    };
    reader.calls.push(call);
    const { entries, span } = reader.bracket({
      context: 'initializer',
      call,
      ...(surround.name !== undefined && { name: surround.name }),
    });
    call.args = entries;
    call.span = spanOf(chain.start, span.end);
    chain.call = call;
    chain.beyondCall = false;
  }

  private index(chain: Chain, surround: Surround): void {
    const { reader } = this;
    const isEnvironment = reader.language.environmentMaps.includes(chain.path);
    const { entries, span } = reader.bracket({ context: 'index', ...(surround.call && { call: surround.call }) });
    const only = entries.length === 1 ? entries[0]?.value : undefined;
    if (only?.t === 'string') {
      extend(chain, only.value);
      if (isEnvironment) this.environmentRead(chain, only.value, spanOf(chain.start, span.end));
    } else {
      // In Scala brackets hold types.
      if (reader.language.id !== 'scala') chain.path += '[]';
    }
    chain.beyondCall = chain.call !== undefined;
  }

  private environmentCall(chain: Chain, call: CallFact): void {
    const { environmentCalls } = this.reader.language;
    if (chain.environment?.t === 'environment') orElse(chain.environment, call, this.reader);
    if (!environmentCalls.includes(call.callee)) return;
    const [name, fallback] = call.args;
    if (name?.value.t !== 'string') return;
    this.environmentRead(chain, name.value.value, call.span, fallback?.value);
  }

  private environmentRead(chain: Chain, name: string, span: Span, fallback?: Expr): void {
    const fact = { name, span, ...(fallback && { fallback }) };
    this.reader.environment.push(fact);
    chain.environment = { t: 'environment', ...fact };
  }

  private bareWord(value: string, span: Span, surround: Surround): Expr {
    this.reader.strings.push({
      value,
      span,
      role: 'argument',
      ...(surround.name !== undefined && { name: surround.name }),
    });
    return { t: 'string', value, span };
  }

  private finish(chain: Chain, firstName: string): Expr {
    const { reader } = this;
    const span = spanOf(chain.start, reader.cursor.end(reader.cursor.at - 1));
    if (chain.environment ?? chain.given) return (chain.environment ?? chain.given) as Expr;
    // Scala: `Model.builder.name("…").build`
    const isBuilt = reader.language.id === 'scala' && chain.path.endsWith('.build');
    if (chain.call && (!chain.beyondCall || isBuilt)) return { t: 'call', call: chain.call, span };
    const variable = environmentVariable(reader.language, chain.path, firstName);
    if (variable !== undefined) {
      const fact = { name: variable, span };
      reader.environment.push(fact);
      return { t: 'environment', ...fact };
    }
    const { path, orElse } = chain;
    if (reader.language.id === 'php' && /\..*\.class$/.test(path)) importWhole(path, span, reader);
    if (!orElse) return { t: 'name', path, span };
    return { t: 'either', options: [{ t: 'name', path: path.slice(0, path.lastIndexOf('.')), span }, orElse], span };
  }
}
