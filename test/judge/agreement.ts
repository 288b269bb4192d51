import type { Node } from '@vscode/tree-sitter-wasm';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { languages } from '../../server/src/core/syntax/source/languages/index.js';
import { classesOf } from './classes.js';
import { expectedOf } from './expected.js';
import type { Grammar } from './grammar.js';
import { observedOf } from './observed.js';
import { unitKinds, type Unit, type UnitKind } from './units.js';

export interface Count {
  agreed: number;
  total: number;
}

export type Counts = Record<UnitKind | 'class', Count>;

export interface Difference {
  readonly kind: UnitKind | 'class';
  readonly at: number;
  readonly expected?: string;
  readonly observed?: string;
}

export function noCounts(): Counts {
  const none = (): Count => ({ agreed: 0, total: 0 });
  return { class: none(), import: none(), call: none(), named: none(), argument: none(), binding: none() };
}

/** All facts together, without the classes of characters. */
export function factsOf(counts: Counts): Count {
  const sum: Count = { agreed: 0, total: 0 };
  for (const kind of unitKinds) {
    sum.agreed += counts[kind].agreed;
    sum.total += counts[kind].total;
  }
  return sum;
}

/** Compares the product's reading of a text with a grammar's, counts what agrees and returns what does not. */
export function compare(grammar: Grammar, root: Node, text: string, counts: Counts): Difference[] {
  const differences: Difference[] = [];
  const expected = expectedOf(grammar, root, text);
  const language = languages.find(({ extensions }) => extensions.some((extension) => grammar.path.endsWith(extension)));
  const facts = readFacts(grammar.path, text);
  if (!language || !facts) throw new Error(`no language for ${grammar.path}`);

  const classes = classesOf(text, language);
  for (let at = 0; at < text.length; at++) {
    const wanted = expected.classes[at];
    if (wanted === undefined || wanted === 'unasked') continue;
    counts.class.total++;
    if (wanted === classes[at]) counts.class.agreed++;
    else differences.push({ kind: 'class', at, expected: String(wanted), observed: String(classes[at]) });
  }

  const observed = observedOf(facts, text);
  // The environment's own name is left out where it is set: `process.env.X = 'v'` gives X a value.
  const plain = (units: readonly Unit[]): Unit[] =>
    units.map((unit) => ({
      ...unit,
      key: language.environmentMaps.reduce((key, map) => withoutStart(key, `${map}.`), unit.key),
    }));
  const seen = index(plain(observed.units).filter(({ at }) => !expected.isBlind(at)));
  const wanted = index(plain(expected.units));
  const hasPlace = ({ kind, at, key }: Unit): boolean => {
    const keys = wanted.get(`${kind} ${String(at)}`);
    return kind === 'import' ? keys?.has(key) === true : keys !== undefined;
  };
  const kinds: readonly UnitKind[] = grammar.kinds ?? unitKinds;
  for (const unit of unique(plain(expected.units))) {
    if (!kinds.includes(unit.kind)) continue;
    if (unit.kind === 'binding' && observed.environmentTargets.has(unit.at)) continue;
    const keys = seen.get(`${unit.kind} ${String(unit.at)}`);
    counts[unit.kind].total++;
    if (keys?.has(unit.key)) counts[unit.kind].agreed++;
    else differences.push({ ...unit, expected: unit.key, ...(keys && { observed: [...keys].join(' ') }) });
  }
  // What only the product sees is a mistake as well, where the units of both sides are the same by their nature.
  for (const unit of unique(plain(observed.units))) {
    if ((unit.kind !== 'import' && unit.kind !== 'call') || !kinds.includes(unit.kind)) continue;
    if (expected.isBlind(unit.at) || hasPlace(unit)) continue;
    counts[unit.kind].total++;
    differences.push({ kind: unit.kind, at: unit.at, observed: unit.key });
  }
  return differences;
}

function index(units: readonly Unit[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { kind, at, key } of units) {
    const place = `${kind} ${String(at)}`;
    const keys = found.get(place);
    if (keys) keys.add(key);
    else found.set(place, new Set([key]));
  }
  return found;
}

function unique(units: readonly Unit[]): Unit[] {
  return [...new Map(units.map((unit) => [`${unit.kind} ${String(unit.at)} ${unit.key}`, unit])).values()];
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}
