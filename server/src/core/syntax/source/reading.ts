import type { Span } from '../../place.js';
import type { CallFact, StringFact } from '../fact.js';
import type { EntryResult } from './entryFacts.js';
import type { Reader, Surround } from './reader.js';
import { collecting } from './spans.js';
import { holds, runAt, TokenCopy, unchangedRuns, type Run } from './unchanged.js';

/** What a statement is read with besides its tokens, and what it leaves to the next. */
interface Circumstances {
  readonly context: Surround['context'];
  readonly name: string | undefined;
  readonly isInCall: boolean;
  readonly returns: boolean;
  readonly inFunction: string | undefined;
  /** What closes the brackets around it. */
  readonly opened: string;
}

/** How much of each had been read: in a statement, the place of its first counted from the statement around it. */
const counted = ['imports', 'bindings', 'strings', 'environment', 'calls', 'declared', 'spans'] as const;
type Lists = { readonly [K in (typeof counted)[number]]: unknown[] };
type Counts = Record<(typeof counted)[number] | 'token', number>;

/** A statement as it was read. */
interface Statement {
  readonly circumstances: Circumstances;
  readonly size: Counts;
  /** How many tokens from its start were looked at. */
  readonly reach: number;
  readonly result: EntryResult;
  readonly functionAfter: string | undefined;
  readonly definitions: readonly CallFact[];
  /** Strings that are given to a call around the statement. */
  readonly given: readonly StringFact[];
  /** A later step changes its facts by what stands elsewhere: they are made anew every time. */
  readonly isLoose: boolean;
  /** What was read around it changed its facts, and those of the statements in it. */
  isChanged: boolean;
  readonly inside: readonly Placed[];
}

/** A statement and where it is, from the start of the one around it. */
interface Placed {
  readonly from: Counts;
  readonly statement: Statement;
}

/** A statement of the version before, its place there, and by how much it has moved. */
interface Found {
  readonly statement: Statement;
  readonly start: Counts;
  readonly moved: number;
}

/** What is being read now: the statements in it so far, and how much stood before it. */
interface Level {
  readonly start: Counts;
  readonly inside: Placed[];
}

/** In tokens: so far a reader looks to either side as a matter of course. Where it looks farther ahead, the cursor tells. */
const LOOKS_AROUND = 24;

/**
 * Keeps how a text was read, for reading its next version: statements that stand far enough from what changed are taken
 * over with their facts, which move along. What it gives is what a reading from the start gives; the facts of the version
 * before may not be used any more.
 */
export class Reading {
  private before:
    { readonly tokens: TokenCopy; readonly lists: Lists; readonly statements: readonly Placed[] } | undefined;
  private runs: readonly Run[] = [];
  private level: Level = { start: none(), inside: [] };
  private spans: Span[] = [];

  /** Reads the whole file with a reader that asks `statement` for each of its statements. */
  readFile(reader: Reader): void {
    const { before } = this;
    this.runs = before && !reader.tokens.hasHeredoc ? unchangedRuns(before.tokens, reader.tokens) : [];
    this.level = { start: none(), inside: [] };
    this.spans = [];
    let isRead = false;
    try {
      collecting(this.spans, () => {
        reader.readFile();
      });
      isRead = !reader.isCut && !reader.tokens.hasHeredoc;
    } finally {
      this.runs = [];
      // When something failed, part of the facts have moved: no later reading starts from them.
      this.before = isRead
        ? { tokens: new TokenCopy(reader.tokens), lists: this.listsOf(reader), statements: this.level.inside }
        : undefined;
    }
  }

  /** The statement at the cursor, read anew or taken over. */
  statement(reader: Reader, surround: Surround, read: () => EntryResult): EntryResult {
    const circumstances: Circumstances = {
      context: surround.context,
      name: surround.name,
      isInCall: surround.call !== undefined,
      returns: surround.returns === true,
      inFunction: reader.inFunction,
      opened: reader.openedKey,
    };
    const found = this.find(reader.cursor.at, circumstances);
    if (found) return this.takeOver(found, reader, surround);
    const around = this.level;
    const start = this.countsOf(reader);
    const level = (this.level = { start, inside: [] });
    const { cursor } = reader;
    const { furthest } = cursor;
    cursor.furthest = 0;
    const definitions = reader.definitions.size;
    const result = read();
    this.level = around;
    const { calls, strings } = reader;
    const statement: Statement = {
      circumstances,
      size: minus(this.countsOf(reader), start),
      reach: Math.max(cursor.at, cursor.furthest) - start.token,
      result,
      functionAfter: reader.inFunction,
      definitions:
        reader.definitions.size > definitions
          ? calls.slice(start.calls).filter((call) => reader.definitions.has(call))
          : noCalls,
      given: surround.call ? strings.slice(start.strings).filter(({ call }) => call === surround.call) : noStrings,
      isLoose: reader.language.typeBeforeName === true && hasNameless(calls, start.calls),
      isChanged: false,
      inside: level.inside,
    };
    around.inside.push({ from: minus(start, around.start), statement });
    cursor.lookedAt(furthest);
    return result;
  }

  /** The statement that was read last has been told something by what stands before it. */
  changeLast(): void {
    const last = this.level.inside.at(-1);
    if (last) last.statement.isChanged = true;
  }

  /** The bindings from the one at `from` on are told by what stands around the statements that they are in. */
  changeFrom(from: number): void {
    const { start, inside } = this.level;
    for (let at = inside.length - 1; at >= 0; at--) {
      const { from: place, statement } = inside[at] as Placed;
      if (start.bindings + place.bindings + statement.size.bindings <= from) return;
      statement.isChanged = true;
    }
  }

  /** The statement that started at this token before, where reading it again would give the same. */
  private find(at: number, circumstances: Circumstances): Found | undefined {
    const run = runAt(this.runs, at);
    if (!this.before || !run) return undefined;
    const token = at - run.now + run.before;
    let start = none();
    for (let among = this.before.statements; ;) {
      const placed = lastUpTo(among, token - start.token);
      if (!placed || placed.statement.isChanged) return undefined;
      const { from, statement } = placed;
      start = plus(start, from);
      if (start.token < token) {
        among = statement.inside;
        continue;
      }
      const isSame =
        !statement.isLoose &&
        sameCircumstances(statement.circumstances, circumstances) &&
        holds(run, token - LOOKS_AROUND, token + statement.reach + LOOKS_AROUND);
      return isSame ? { statement, start, moved: run.moved } : undefined;
    }
  }

  private takeOver({ statement, start, moved }: Found, reader: Reader, surround: Surround): EntryResult {
    const [lists, now] = [this.before?.lists, this.listsOf(reader)];
    const { size } = statement;
    this.level.inside.push({ from: minus(this.countsOf(reader), this.level.start), statement });
    for (const kind of counted) {
      const [from, to] = [lists?.[kind] ?? [], now[kind]];
      for (let at = start[kind], end = at + size[kind]; at < end; at++) to.push(from[at]);
    }
    if (moved !== 0) move(this.spans, this.spans.length - size.spans, moved);
    for (const call of statement.definitions) reader.definitions.add(call);
    for (const text of statement.given) (text as { call?: CallFact | undefined }).call = surround.call;
    reader.inFunction = statement.functionAfter;
    reader.cursor.lookedAt(reader.cursor.at + statement.reach);
    reader.cursor.at += size.token;
    return statement.result;
  }

  private countsOf({ cursor, imports, bindings, strings, environment, calls, declaredNames }: Reader): Counts {
    return {
      token: cursor.at,
      imports: imports.length,
      bindings: bindings.length,
      strings: strings.length,
      environment: environment.length,
      calls: calls.length,
      declared: declaredNames.length,
      spans: this.spans.length,
    };
  }

  private listsOf({ imports, bindings, strings, environment, calls, declaredNames }: Reader): Lists {
    return { imports, bindings, strings, environment, calls, declared: declaredNames, spans: this.spans };
  }
}

const noCalls: readonly CallFact[] = [];
const noStrings: readonly StringFact[] = [];

/** Whether one of the calls is a `new(…)` whose type stands elsewhere. */
function hasNameless(calls: readonly CallFact[], from: number): boolean {
  for (let at = from; at < calls.length; at++) if (calls[at]?.isNew && calls[at]?.callee === '') return true;
  return false;
}

/** The places from one on, by so many characters. */
function move(spans: readonly Span[], from: number, characters: number): void {
  for (let at = from; at < spans.length; at++) {
    const span = spans[at] as { start: number; end: number };
    span.start += characters;
    span.end += characters;
  }
}

function none(): Counts {
  return { token: 0, imports: 0, bindings: 0, strings: 0, environment: 0, calls: 0, declared: 0, spans: 0 };
}

function plus(a: Counts, b: Counts): Counts {
  return {
    token: a.token + b.token,
    imports: a.imports + b.imports,
    bindings: a.bindings + b.bindings,
    strings: a.strings + b.strings,
    environment: a.environment + b.environment,
    calls: a.calls + b.calls,
    declared: a.declared + b.declared,
    spans: a.spans + b.spans,
  };
}

function minus(a: Counts, b: Counts): Counts {
  return {
    token: a.token - b.token,
    imports: a.imports - b.imports,
    bindings: a.bindings - b.bindings,
    strings: a.strings - b.strings,
    environment: a.environment - b.environment,
    calls: a.calls - b.calls,
    declared: a.declared - b.declared,
    spans: a.spans - b.spans,
  };
}

function sameCircumstances(a: Circumstances, b: Circumstances): boolean {
  return (
    a.context === b.context &&
    a.name === b.name &&
    a.isInCall === b.isInCall &&
    a.returns === b.returns &&
    a.inFunction === b.inFunction &&
    a.opened === b.opened
  );
}

/** The last of the statements that starts at the token, counted from the one around it, or before it. */
function lastUpTo(statements: readonly Placed[], token: number): Placed | undefined {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle] as Placed).from.token <= token) low = middle + 1;
    else high = middle;
  }
  return statements[low - 1];
}
