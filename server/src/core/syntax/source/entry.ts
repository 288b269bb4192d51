import { EntryFacts, type EntryResult } from './entryFacts.js';
import {
  comparisons,
  continues,
  declarations,
  goesOnBehindBlock,
  headers,
  transparent,
  typeOperators,
} from './entryWords.js';
import { grow } from '../../grow.js';
import { lastName } from '../../names.js';
import { chainOptions } from './definition.js';
import { groupValue, keyOf, nameOf } from './joining.js';
import { colonFollows, isNullableType, isPlainName, startsBody, startsGenerator, takesAnyType } from './lookAhead.js';
import { Kind } from './tokens.js';
import type { Expr } from '../fact.js';
import { spanOf } from './spans.js';

const assigns = new Set(['=', ':=', '+=', '??=', '||=']);

/** Reads one entry of a bracket or one statement, up to what ends it. */
export class Entry extends EntryFacts {
  read(): EntryResult {
    const { cursor } = this.reader;
    const start = cursor.start();
    let end = start;
    while (!cursor.done && !this.ended) {
      const kind = cursor.kind() as Kind;
      if (kind === Kind.Close || kind === Kind.Break) break;
      if (kind === Kind.LineEnd) {
        if (this.lineEnds()) break;
        cursor.at++;
        continue;
      }
      if (kind === Kind.Operator) {
        if (!this.operator()) break;
      } else if (kind === Kind.Name) {
        if (this.operands.length > 0 && this.reader.language.commandCalls && this.stops(cursor.text())) break;
        this.name();
      } else if (kind === Kind.String) {
        const { expr, fact } = this.reader.string();
        this.direct = grow(this.direct, fact);
        this.push(this.chains.members(expr, this.inner()));
      } else if (kind === Kind.Number) {
        const number: Expr = { t: 'other', span: cursor.span() };
        cursor.at++;
        this.push(this.chains.members(number, this.inner()));
      } else if (kind === Kind.Open) {
        this.open();
      }
      end = cursor.end(cursor.at - 1);
    }
    return this.finish(spanOf(start, end));
  }

  /** In Ruby: what follows is the block of a call, or the condition of a statement that ends here. */
  private stops(word: string): boolean {
    return word === 'do' || word === 'if' || word === 'unless' || word === 'rescue';
  }

  /** A line end ends the statement unless an operator is waiting or the next line goes on with one. */
  private lineEnds(): boolean {
    const { cursor, language } = this.reader;
    const { context } = this.surround;
    // In Go a line ends an entry in brackets too, unless it ends in a comma or an operator.
    const closed = context === 'top' || context === 'block' || context === 'command' || language.id === 'go';
    if (!closed) return this.reader.statementFollows(context) || (language.id === 'scala' && startsGenerator(cursor));
    if (!language.lineEndsStatement) return false;
    const before = cursor.at - 1;
    // Scala: a body without brackets starts with a statement of its own.
    if (language.id === 'scala' && startsBody(cursor)) return true;
    if (
      cursor.kind(before) === Kind.Operator &&
      !cursor.is('>', before) &&
      !cursor.is('!', before) &&
      !cursor.is(';', before)
    ) {
      // A Python block head ends with `:`, a Kotlin lambda's with `->`; elsewhere an operator asks for more.
      const isHead =
        (cursor.is(':', before) && this.key === undefined) || (language.id === 'kotlin' && cursor.is('->', before));
      if (!isHead) return false;
    }
    const next = cursor.afterLineEnds();
    if (cursor.kind(next) !== Kind.Operator) return true;
    return !continues.has(cursor.text(next)) || (cursor.is(':', next) && this.ternary === 0);
  }

  /** Handles the operator at the cursor; false when it ends the entry. */
  private operator(): boolean {
    const { cursor, language } = this.reader;
    const text = cursor.text();
    if (text === ',' || text === ';') return false;
    if (assigns.has(text) || (text === '<-' && language.id === 'r')) {
      cursor.at++;
      if (text === '<-') this.assigns = true;
      this.assignment();
      return true;
    }
    if (text === ':') return this.colon();
    if (text === '=>' || text === '->') {
      cursor.at++;
      this.arrow(text);
      return true;
    }
    if (text === '?') {
      this.question();
      return true;
    }
    cursor.at++;
    if (text === '<' && this.definition) cursor.at = Math.max(cursor.at, cursor.afterGenerics(cursor.at - 1, true));
    else if (text === '@') this.annotation();
    else if (text === '#' && cursor.is('[')) this.reader.bracket({ context: 'list' });
    // Swift's `#if canImport(Module)` calls nothing.
    else if (text === '#' && language.id === 'swift' && /^(?:if|elseif)$/.test(cursor.text())) cursor.skipLine();
    // Swift's `.init(host: adres)`, whatever it makes.
    else if (text === '.' && language.id === 'swift' && cursor.text() === 'init') this.name(true);
    else if (comparisons.has(text)) {
      this.comparison = true;
      if (this.operands.length > 0) this.joiner = 'operation';
    } else if (text === '??' || text === '||' || text === '?:') this.joiner = 'either';
    else if (language.concatenation.includes(text)) this.joiner = 'concatenation';
    else if (text === '*' && language.id !== 'go' && this.operands.length > 0) this.joiner = 'operation';
    else if (text !== '*' && text !== '&' && text !== '!' && text !== '...' && text !== '!!') {
      if (this.operands.length > 0) this.joiner = 'operation';
    }
    return true;
  }

  private annotation(): void {
    const { cursor } = this.reader;
    if (cursor.kind() !== Kind.Name) return;
    const start = cursor.start() - 1;
    const expr = this.chains.read(this.inner(), { isAnnotation: true, mayDefine: false, isNew: false, isHeader: true });
    if (expr.t !== 'name') return;
    const span = spanOf(start, expr.span.end);
    this.reader.calls.push({
      callee: expr.path,
      args: [],
      isNew: false,
      span,
      nameSpan: expr.span,
      isAnnotation: true,
    });
  }

  /** `… = value`: what was read is the target, perhaps after its type. */
  private assignment(): void {
    // `case Small = 'gpt-4o-mini'` of an enumeration gives a value; it compares nothing.
    this.comparison = false;
    // A property with accessors: `Type Name { get; set; } = value`.
    if (this.operands.at(-1)?.t === 'object' && this.operands.length > 1) {
      this.operands.pop();
      this.joiners.pop();
    }
    const last = this.operands.at(-1);
    const target =
      last &&
      (nameOf(last) ?? (this.surround.context === 'initializer' ? keyOf(last, this.reader.language) : undefined));
    if (this.key && this.operands.length > 0) {
      // `name: Type = value`
      if (target !== undefined) this.type = target;
      this.names = grow(this.names, this.key);
    } else if (target !== undefined && last) {
      const typeExpr = this.operands.length > 1 && this.joiners.at(-1) === 'beside' ? this.operands.at(-2) : undefined;
      const type = typeExpr?.t === 'name' ? typeExpr.path : undefined;
      if (this.reader.language.id === 'go' && type !== undefined) {
        this.names = grow(this.names, { name: type, span: (typeExpr as Expr).span });
        this.type = target;
      } else {
        this.names = grow(this.names, { name: target, span: last.span });
        if (type !== undefined) [this.type, this.typeStart] = [type, (typeExpr as Expr).span.start];
      }
    }
    if (last?.t === 'object' || last?.t === 'list') this.pattern = last;
    const { context } = this.surround;
    // `{ x -> y = f(x) }`: the value is y's, not the lambda's.
    if (context === 'top' || context === 'block') this.isLambda = false;
    // `fun maak() = Klant { … }`
    if (this.reader.language.id === 'kotlin') this.isHeader = false;
    if (this.reader.language.matchArms && (this.declares || this.isHeader)) this.dropPattern();
    this.giveDirect('key');
    this.reset();
  }

  private colon(): boolean {
    const { cursor, language } = this.reader;
    if (this.ternary > 0) {
      this.ternary--;
      this.endOption();
      cursor.at++;
      return true;
    }
    const only = this.operands.length === 1 || this.isLabelled() ? this.operands.at(-1) : undefined;
    const name = only && only.t !== 'call' ? keyOf(only, language) : undefined;
    const mayBeKey =
      this.key === undefined && this.names.length === 0 && !this.isHeader && !this.returns && !this.isLambda;
    if (mayBeKey && name !== undefined && only) {
      this.key = { name, span: only.span };
      this.giveDirect('key');
      this.reset();
      cursor.at++;
      return true;
    }
    if (language.commandCalls && this.operands.length === 0 && cursor.kind(cursor.at + 1) === Kind.Name) {
      // A symbol: `:model`.
      const value = cursor.text(cursor.at + 1);
      this.push({ t: 'string', value, span: spanOf(cursor.start(), cursor.end(cursor.at + 1)) });
      cursor.at += 2;
      return true;
    }
    cursor.at++;
    if (this.isLambda) {
      this.reset();
      return true;
    }
    // The head of a block, a `case` label, a return type, a bound: what follows is another story.
    const { context } = this.surround;
    if (context === 'top' || context === 'block') return false;
    this.joiner = 'operation';
    return true;
  }

  private arrow(text: string): void {
    const only = this.operands.length === 1 ? this.operands[0] : undefined;
    const name = only ? nameOf(only) : undefined;
    if (text === '=>' && this.reader.language.arrowIsPair && name !== undefined && only && !this.isLambda) {
      this.key = { name, span: only.span };
      this.giveDirect('key');
    } else {
      const { language } = this.reader;
      if (text === '=>' && language.matchArms && !this.hasGuard) this.dropPattern();
      // A return type, not a value: `-> Result<T> {`.
      if (text === '->' && language.id === 'rust') this.isHeader = true;
      this.giveDirect('comparison');
      this.comparison = false;
      this.isLambda = true;
    }
    this.reset();
  }

  private question(): void {
    const { cursor, language } = this.reader;
    cursor.at++;
    if (cursor.is(':') || cursor.is('.') || cursor.is(',') || cursor.is(')') || cursor.is('=') || cursor.is(';'))
      return;
    if (language.id === 'rust' || language.id === 'kotlin') return;
    if (language.typeBeforeName && (isNullableType(cursor) || !colonFollows(cursor))) return;
    this.ternary++;
    this.endCondition();
  }

  private name(isPlain = false): void {
    const { cursor, language } = this.reader;
    const word = cursor.text();
    if (!isPlain && language.keywords.has(word) && !isPlainName(cursor, language, word)) {
      cursor.at++;
      this.keyword(word);
      return;
    }
    if (this.afterAs && typeOperators.has(word)) {
      cursor.at++;
      return;
    }
    if (this.afterAs) {
      this.afterAs = false;
      if (language.id === 'python') {
        const value = this.operands.at(-1);
        if (value && this.surround.context !== 'index') this.bind({ name: word, span: cursor.span() }, value);
      }
      this.chains.read(this.inner(), { isAnnotation: false, mayDefine: false, isNew: false, isHeader: true });
      return;
    }
    const previous = this.operands.at(-1);
    const besideName = previous?.t === 'name' && this.joiner === 'beside';
    const mayDefine = this.definition || (besideName && language.typeBeforeName === true && !this.afterGroup);
    const isFirst = this.operands.length === 0 && this.ternary === 0;
    const { definition: defines, isNew, isHeader } = this;
    // A module of Rust's is one's own too, `mod openai;`; what Swift extends may be another's, `extension OpenAI {}`.
    if (defines && (language.id === 'rust' || /^[A-Z]/.test(word)) && cursor.text(cursor.at - 1) !== 'extension')
      this.reader.declaredNames.push(word);
    const expr = this.chains.read(this.inner(), chainOptions(mayDefine, defines, isNew, isHeader, isFirst));
    // Ruby's `def klant`
    if (defines && expr.t === 'name') this.reader.inFunction = lastName(expr.path);
    this.isNew = false;
    this.definition = false;
    this.push(expr);
  }

  private keyword(word: string): void {
    const { language } = this.reader;
    if (word === 'do' && language.commandCalls) {
      this.reader.skipBlockParameters();
      this.ended = true;
    }
    if (word === 'interface' && language.id === 'go') this.isEnum = !takesAnyType(this.reader.cursor);
    if (word === 'interface' && !this.isEnum && language.id === 'go') return;
    if (word === 'if' && language.matchArms && this.operands.length > 0 && this.names.length === 0) {
      this.dropPattern();
      this.hasGuard = true;
    }
    if (word === 'new') this.isNew = true;
    else if (word === 'return' || word === 'yield' || word === 'throw' || word === 'raise') this.returns = true;
    // `guard let url = URL(…) else { return }`
    else if (word === 'else' && language.id === 'swift' && this.isHeader && this.names.length > 0) this.ended = true;
    else if (word === 'by' && language.id === 'kotlin' && this.operands.length > 0) this.assignment();
    else if (word === 'or') this.joiner = 'either';
    else if (word === 'then' && language.id === 'ruby') {
      // `when :fast then 'gpt-4o-mini'`: what is compared stands before.
      this.giveDirect('comparison');
      this.comparison = this.isHeader = false;
      this.reset();
    } else if (word === 'as' || word === 'satisfies') this.afterAs = true;
    else if (word === 'lambda') this.isLambda = true;
    else if (word === 'in' || word === 'case' || word === 'when' || word === 'is') {
      this.comparison = true;
      if (word !== 'in' && word !== 'is') this.isHeader = true;
    } else if ((word === 'if' || word === 'else') && language.id === 'python' && this.operands.length > 0) {
      this.conditional(word);
    } else if (language.id === 'kotlin' && this.names.length > 0 && (word === 'if' || word === 'else')) {
      this.branch(word);
    } else if (language.definitionWords.has(word)) {
      this.definition = true;
      this.isEnum = word === 'enum' && language.matchArms === true;
      const isExpression =
        word === 'function' || word === 'get' || word === 'set' || (word === 'fn' && language.id !== 'rust');
      if (!isExpression) this.isHeader = true;
      this.reset();
    } else if (headers.has(word)) this.isHeader = true;
    else if (declarations.has(word)) this.declares = true;
    // What stands before `let` is no part of its pattern: `let x = if let Some(y) = …`.
    if (word === 'let') this.callsBefore = this.reader.calls.length;
    if (!transparent.has(word) && this.operands.length > 0) this.joiner = 'operation';
  }

  private mayStartType(): boolean {
    const { context } = this.surround;
    const isBare = this.names.length === 0 && this.key === undefined && !this.returns && !this.isLambda;
    return isBare && (context === 'top' || context === 'block');
  }

  private open(): void {
    const { cursor } = this.reader;
    const char = cursor.text();
    const inner = this.inner();
    // `function (…) {`: one without a name. In Go the receiver stands before the name.
    if (char === '(' && this.reader.language.id !== 'go') this.definition = false;
    // `where T : class, new()`: a statement does not start with a value of no type.
    if (this.mayStartType()) this.isNew = false;
    // PHP's `array('model' => 'x')` is its `['model' => 'x']`.
    const isList = char === '[' || (this.reader.language.id === 'php' && cursor.text(cursor.at - 1) === 'array');
    if (isList) {
      const from = this.reader.strings.length;
      const { entries, span } = this.reader.bracket({ ...inner, context: 'list' });
      if (this.operands.length === 0 && cursor.is('=')) this.reader.asKeys(from);
      // PHP's arrays, Swift's and Kotlin's maps hold keys.
      const value: Expr = entries.some(({ name }) => name !== undefined)
        ? { t: 'object', entries, span }
        : { t: 'list', items: entries.map((entry) => entry.value), span };
      this.push(this.chains.members(value, inner));
    } else if (char === '(' && this.isNew) {
      // `Type name = new(…)`: the declared type is built.
      this.isNew = false;
      this.push(this.chains.construct(this.type ?? '', this.typeStart ?? cursor.start(), inner));
    } else if (char === '(') {
      this.push(this.chains.members(groupValue(this.reader.bracket(this.group())), inner));
      this.afterGroup = true;
    } else {
      const callsBefore = this.reader.calls.length;
      const { entries, span } = this.reader.bracket(this.block());
      const last = this.operands.at(-1);
      // The type in `value as { … }`, what follows `if let x = y`, the body of `new Listener() { … }`: the value stands before it.
      if (this.isEnum) this.dropCalls(callsBefore);
      this.isEnum = false;
      const isBody = this.isHeader && last !== undefined && this.reader.language.id === 'swift';
      if (this.afterAs || isBody) {
        [this.afterAs, this.ended] = [false, isBody];
        return;
      }
      if (last?.t === 'call' && last.call.isNew && this.joiner === 'beside') {
        this.operands[this.operands.length - 1] = this.chains.members(last, inner);
        return;
      }
      const isValue = this.names.length > 0 || this.key !== undefined;
      const object: Expr = (this.branches && entries.length === 1 && entries[0]?.value) || {
        t: 'object',
        entries,
        span,
      };
      this.push(isValue ? this.chains.members(object, inner) : object);
      const { context } = this.surround;
      // A block ends its statement, except where it is a value: `x = { … }.y`, `f({ … }, …)`, `Name { get; } = value`.
      if ((context === 'top' || context === 'block') && !isValue) {
        this.joiner = 'operation';
        const next = cursor.afterLineEnds();
        this.ended = !goesOnBehindBlock.some((operator) => cursor.is(operator, next));
      }
    }
  }
}
