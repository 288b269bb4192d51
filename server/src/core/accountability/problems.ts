import type * as z from 'zod';
import type { Problem } from './accountability.js';
import type { NodeRanges, Path } from './nodeRanges.js';
import { accountabilitySchema } from './schema.js';
import type { AccountabilityData } from './schema.js';
import { knownKeys } from './knownKeys.js';

type Issue = z.core.$ZodIssue;

/** What zod found, as problems in words that a person knows, each at the exact key. */
export function problemsOf(issues: readonly Issue[], raw: unknown, nodes: NodeRanges): Problem[] {
  return issues.flatMap((issue) => problemOf(issue, raw, nodes));
}

function problemOf(issue: Issue, raw: unknown, nodes: NodeRanges): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const sleutel = [...path].reverse().find((part): part is string => typeof part === 'string') ?? '';
  const at = (variant: string, values: Record<string, string> = {}): Problem[] => [
    { range: nodes.value(path), variant, values: { sleutel, waarde: shown(valueAt(raw, path)), ...values } },
  ];

  if (issue.code === 'unrecognized_keys') {
    const verwacht = knownKeys(path).join(', ');
    return issue.keys.map((key) => ({
      range: nodes.key([...path, key]) ?? nodes.value(path),
      variant: 'onbekende-sleutel',
      values: { sleutel: key, verwacht },
    }));
  }
  if (path.length > 0 && valueAt(raw, path) === undefined) return at('sleutel-ontbreekt');
  switch (issue.code) {
    case 'invalid_value':
      return at('een-van', { verwacht: issue.values.map(String).join(', ') });
    case 'too_small':
      return at('leeg');
    case 'invalid_format':
      return at(issue.format === 'date' ? 'verwacht-datum' : formatVariant(sleutel));
    case 'invalid_type':
      return at(valueAt(raw, path) === null ? 'leeg' : typeVariant(issue.expected));
    case 'custom':
      return at(String(issue.params?.['variant'] ?? 'leeg'));
    default:
      return at('verwacht-tekst');
  }
}

function typeVariant(expected: string): string {
  if (expected === 'array') return 'verwacht-lijst';
  return expected === 'object' || expected === 'record' ? 'verwacht-sleutels' : 'verwacht-tekst';
}

/** The formats of the schema that are no dates, told apart by the key that they belong to. */
function formatVariant(key: string): string {
  if (key === 'url') return 'verwacht-adres';
  if (key === 'fg' || key === 'cio' || key === 'geldig-tot') return 'verwacht-datum';
  return key === 'paden' || key === 'erft-van' ? 'verwacht-pad' : 'verwacht-id';
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown> | null | undefined)?.[part],
    raw,
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The data without its mistakes: each wrong part is taken out, with the item around it where the part is required. */
export function prune(raw: unknown): Partial<AccountabilityData> | undefined {
  const copy: unknown = structuredClone(raw);
  for (let round = 0; round < 8; round++) {
    const parsed = accountabilitySchema.safeParse(copy);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) takeOut(copy, issue);
  }
  return undefined;
}

function takeOut(copy: unknown, issue: Issue): void {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) remove(copy, [...path, key]);
  } else if (path[0] === 'versie' && isRecord(copy)) {
    copy['versie'] = 1;
  } else {
    remove(copy, valueAt(copy, path) === undefined ? path.slice(0, -1) : path);
  }
}

function remove(copy: unknown, path: Path): void {
  const parent = valueAt(copy, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isRecord(parent)) Reflect.deleteProperty(parent, last);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
