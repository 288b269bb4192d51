import type { Span } from '../../place.js';
import type { Argument, BindingFact, CallFact, Expr, ImportFact, StringRole } from '../fact.js';
import { EntryState } from './entryState.js';
import { join } from './joining.js';
import { assign, type Mutable } from './reader.js';

export interface EntryResult {
  readonly argument?: Argument;
  /** The value of `name = value`. */
  readonly bound?: Expr;
  /** The entry is the head of a block: `if …`, `for …`. */
  readonly isHeader: boolean;
  /** The entry is only a name: it may be the first of `a, b = …`. */
  readonly plainName?: { readonly name: string; readonly span: Span };
}

/** A text with a path in it, whole or with parts that are filled in: a function may give an address. */
function mayBeAddress(value: Expr): boolean {
  if (value.t === 'template') return value.parts.some((part) => part.t === 'string' && part.value.includes('/'));
  return value.t === 'string' && /^https?:\/\//.test(value.value);
}

/** An object, or what a name, a field or a place in a map holds: `return self._client`. */
function mayBeKept(value: Expr | undefined): boolean {
  return value?.t === 'object' || (value?.t === 'name' && isKept.test(value.path));
}

const isKept =
  /^(?!(?:None|null|nil|undefined|true|false|True|False|NULL|TRUE|FALSE|self|this|err|error|result|results|response|data)$)(?:(?:self|this|cls)\.)?\w+(?:\[\])?$/;

function namesIn(pattern: Expr | undefined): ImportFact['names'][number][] {
  return (pattern?.t === 'object' ? pattern.entries : []).flatMap(({ name, value }) =>
    value.t === 'name' ? [{ name: name ?? value.path, alias: value.path, span: value.span }] : [],
  );
}

/** Turns an entry that was read into facts: bindings, imports, the roles of its strings, its value. */
export abstract class EntryFacts extends EntryState {
  protected finish(span: Span): EntryResult {
    const value = this.value(span);
    this.giveRoles();
    const { context } = this.surround;
    const isStatement = context === 'top' || context === 'block' || context === 'group' || this.assigns;
    if (value?.t === 'call') {
      this.required(value.call, span);
      if (this.reader.language.id === 'php') this.constant(value.call, span);
    }
    const { pattern } = this;
    if (value?.t === 'name' && pattern?.t === 'object') this.takenFrom(value.path, pattern.entries);
    else if (value?.t === 'call' && pattern?.t === 'list') this.allRequired(value.call, pattern.items);
    // `return openai.GPT4o`: a constant that is given back.
    const [given, more] = this.operands;
    if ((this.returns || this.isLambda) && given?.t === 'name' && !more && /\.[A-Z]\w*$/.test(given.path))
      this.bind({ name: 'return', span }, given);
    const target = this.names[0];
    const isGiven =
      value?.t === 'call' || (this.returns && mayBeKept(value)) || (value !== undefined && mayBeAddress(value));
    if (value && isGiven && (context === 'top' || context === 'block')) this.givenBack(value, span);
    if (context === 'parameters') {
      this.parameter(value);
    } else if (isStatement && target) {
      for (const name of this.names) this.bind(name, value, span);
    } else if (isStatement && this.key && value?.t === 'name' && this.mayDeclare()) {
      this.reader.bindings.push({ name: this.key.name, type: value.path, nameSpan: this.key.span, span });
    } else if (isStatement || context === 'arguments') {
      this.declaration(span);
    }
    const name = this.key?.name ?? target?.name;
    const { isHeader } = this;
    const argument: Argument | undefined = value && (name === undefined ? { value, span } : { name, value, span });
    if (argument && target && context === 'arguments' && this.reader.language.braceAfterCallDefines)
      this.reader.parameterNames.set(argument, target.span);
    const result: Mutable<EntryResult> = { isHeader };
    if (argument) result.argument = argument;
    if (target && value) result.bound = value;
    if (value?.t === 'name' && !name && this.operands.length === 1)
      result.plainName = { name: value.path, span: value.span };
    return result;
  }

  /** `return new Client(…)`, and in some languages what stands last: what the function gives, under its name with `()`. */
  private givenBack(value: Expr, span: Span): void {
    const { inFunction, language, cursor } = this.reader;
    if (inFunction === undefined) {
      // What a file of settings gives: `return ['openai' => ['url' => env('OPENAI_URL')]];`
      if (language.id === 'php' && this.returns && value.t === 'object')
        this.bind({ name: 'return', span }, value, span);
      return;
    }
    const next = cursor.afterLineEnds();
    const isLast = language.lastIsValue === true && (cursor.is('}', next) || cursor.text(next) === 'end');
    if (!this.returns && !isLast) return;
    this.reader.bindings.push({ name: `${inFunction}()`, value, nameSpan: span, span });
  }

  /** PHP's `define('ADRES', '…')`. */
  private constant({ callee, args: [name, given] }: CallFact, span: Span): void {
    if (callee !== 'define' || name?.value.t !== 'string' || !given) return;
    this.reader.bindings.push({ name: name.value.value, value: given.value, nameSpan: name.span, span });
  }

  /** `const x = require('m')`, `const { a } = await import('m')` are imports. */
  protected required(call: CallFact, span: Span): void {
    const module = call.callee === 'require' || call.callee === 'import' ? call.args[0]?.value : undefined;
    if (module?.t !== 'string' || this.reader.language.imports !== 'javascript') return;
    const names = namesIn(this.pattern);
    const target = this.names[0];
    if (target) names.push({ name: 'default', alias: target.name, span: target.span });
    this.reader.imports.push({ module: module.value, names, span, moduleSpan: module.span });
  }

  /** `const [{ a }, { b }] = await Promise.all([import('m'), import('n')])`: each import gives its own names. */
  private allRequired({ callee, span }: CallFact, patterns: readonly Expr[]): void {
    if (callee !== 'Promise.all' || this.reader.language.imports !== 'javascript') return;
    const { imports } = this.reader;
    // Those in the brackets were read last.
    let first = imports.length;
    while (first > 0 && (imports[first - 1]?.span.start ?? 0) > span.start) first--;
    for (const [index, pattern] of patterns.entries()) {
      const found = imports[first + index];
      if (found?.names.length === 0 && pattern.t === 'object')
        imports[first + index] = { ...found, names: namesIn(pattern) };
    }
  }

  /** `const { OPENAI_API_KEY, BASE: url = '…' } = process.env`: each name is read. */
  private takenFrom(map: string, taken: readonly Argument[]): void {
    if (!this.reader.language.environmentMaps.includes(map)) return;
    for (const { name, value, span } of taken) {
      const read = name ?? (value.t === 'name' ? value.path : undefined);
      if (read === undefined) continue;
      const fact = { name: read, span, ...(name !== undefined && value.t !== 'name' && { fallback: value }) };
      this.reader.environment.push(fact);
      const own = value.t === 'name' ? value.path : read;
      this.reader.bindings.push({ name: own, value: { t: 'environment', ...fact }, nameSpan: span, span });
    }
  }

  /** Swift: `func ask(with client: OpenAI)`, a parameter under two names. */
  protected isLabelled(): boolean {
    const { language } = this.reader;
    return language.id === 'swift' && this.surround.context === 'parameters' && this.operands.length === 2;
  }

  protected mayDeclare(): boolean {
    const { language, cursor } = this.reader;
    if (this.declares || language.id === 'python' || language.id === 'rust') return true;
    return language.id === 'typescript' && !cursor.is(',') && !cursor.is('}');
  }

  protected bind(name: { name: string; span: Span }, value: Expr | undefined, span: Span = name.span): void {
    const binding: Mutable<BindingFact> = { name: name.name, nameSpan: name.span, span };
    if (value) binding.value = value;
    if (this.type !== undefined) binding.type = this.type;
    this.reader.bindings.push(binding);
    if (value?.t === 'call') assign(value.call, name.name);
  }

  protected parameter(value: Expr | undefined): void {
    const isTyped = this.key !== undefined && this.names.length === 0;
    const name = this.names[0] ?? this.key;
    if (name) {
      const type = isTyped && value?.t === 'name' ? value.path : this.type;
      this.reader.bindings.push({
        name: name.name,
        nameSpan: name.span,
        span: name.span,
        isParameter: true,
        ...(type !== undefined && { type }),
        ...(!isTyped && value && { value }),
      });
    } else {
      this.declaration(undefined);
    }
  }

  /** `Type name`, or in Go `name Type`, without a value. */
  protected declaration(span: Span | undefined): void {
    const { language } = this.reader;
    if (!language.typeBeforeName && language.id !== 'go' && language.id !== 'php') return;
    const [second, first] = [this.operands.at(-1), this.operands.at(-2)];
    if (second?.t !== 'name' || first?.t !== 'name' || this.joiners.at(-1) !== 'beside' || this.returns) return;
    const [type, name] = language.id === 'go' ? [second, first] : [first, second];
    this.reader.bindings.push({
      name: name.path,
      type: type.path,
      nameSpan: name.span,
      span: span ?? name.span,
      ...(this.surround.context === 'parameters' && { isParameter: true }),
    });
  }

  protected value(span: Span): Expr | undefined {
    const { operands, joiners } = this;
    if (operands.length === 0) return undefined;
    if (this.isLambda) return { t: 'other', span };
    // `IFS=',' read`: in a shell the value is one word.
    if (operands.length === 1 || (this.names.length > 0 && this.reader.language.id === 'shell')) return operands[0];
    if (joiners.includes('either')) {
      const options: Expr[] = [];
      let from = 0;
      for (let i = 0; i <= joiners.length; i++) {
        if (i < joiners.length && joiners[i] !== 'either') continue;
        options.push(join(operands.slice(from, i + 1), joiners.slice(from, i), span));
        from = i + 1;
      }
      return { t: 'either', options, span };
    }
    return join(operands, joiners, span);
  }

  protected asksEnvironment(): void {
    const [text] = this.direct;
    const { environmentMaps } = this.reader.language;
    if (!text || !/^[A-Z][A-Z0-9_]+$/.test(text.value)) return;
    const isMap = (path: string) => environmentMaps.includes(path) || /(?:^|\.)(?:environ|ENV|secrets)$/.test(path);
    if (this.operands.some((operand) => operand.t === 'name' && isMap(operand.path)))
      this.reader.environment.push({ name: text.value, span: text.span });
  }

  protected giveRoles(): void {
    if (this.direct.length === 0) return;
    const { context, call } = this.surround;
    const name = this.key?.name ?? this.names[0]?.name;
    let role: StringRole = 'other';
    if (this.comparison) role = 'comparison';
    else if (context === 'index') role = 'index';
    else if (context === 'list') role = name === undefined ? 'element' : 'value';
    else if (context === 'arguments' || context === 'command') role = 'argument';
    else if (name !== undefined || context === 'parameters' || context === 'initializer') role = 'value';
    else if (context === 'group')
      role = call ? 'argument' : this.surround.name !== undefined || this.surround.returns === true ? 'value' : 'other';
    else if (this.returns || this.isLambda) role = 'value';
    else if (context === 'block' && this.surround.name !== undefined) role = 'element';
    else if (this.reader.language.lastIsValue && !this.isHeader && this.startsStatement()) role = 'value';
    if (role === 'comparison') this.asksEnvironment();
    const givenName = name ?? (role === 'element' || context === 'group' ? this.surround.name : undefined);
    for (const fact of this.direct) {
      fact.role = role;
      if (givenName !== undefined) fact.name = givenName;
      if (call) fact.call = call;
    }
  }
}
