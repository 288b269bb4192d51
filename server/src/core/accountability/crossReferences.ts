import type { AccountabilityFile, Problem } from './accountability.js';
import { normalPattern } from './cover.js';
import type { NodeRanges } from './nodeRanges.js';
import { isToDo } from './toDo.js';

/** Mistakes that only show when two parts of the file are laid side by side. */
export function crossReferenceProblems(file: AccountabilityFile, nodes: NodeRanges, raw: unknown): Problem[] {
  return [
    ...duplicateIds(raw, nodes),
    ...equalClaims(raw, nodes),
    ...exceptionProblems(file, raw, nodes),
    ...toBeFilledIn(raw, nodes),
  ];
}

function duplicateIds(raw: unknown, nodes: NodeRanges): Problem[] {
  return (['endpoints', 'toepassingen'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return itemsOf(raw, list).flatMap((item, index): Problem[] => {
      const id = item['id'];
      if (typeof id !== 'string' || !seen.has(id)) {
        if (typeof id === 'string') seen.add(id);
        return [];
      }
      return [{ range: nodes.value([list, index, 'id']), variant: 'dubbel', values: { waarde: id } }];
    });
  });
}

/** The same pattern under two use cases: which of the two would hold cannot be told. */
function equalClaims(raw: unknown, nodes: NodeRanges): Problem[] {
  const owners = new Map<string, string>();
  return itemsOf(raw, 'toepassingen').flatMap((item, index) => {
    const id = String(item['id']);
    const patterns = Array.isArray(item['paden']) ? (item['paden'] as unknown[]) : [];
    return patterns.flatMap((pattern, at): Problem[] => {
      if (typeof pattern !== 'string') return [];
      const owner = owners.get(normalPattern(pattern));
      owners.set(normalPattern(pattern), owner ?? id);
      if (owner === undefined || owner === id) return [];
      const range = nodes.value(['toepassingen', index, 'paden', at]);
      return [{ range, variant: 'zelfde-pad', values: { waarde: pattern, ander: owner } }];
    });
  });
}

function exceptionProblems(file: AccountabilityFile, raw: unknown, nodes: NodeRanges): Problem[] {
  const ids = new Set(file.useCases.map((useCase) => useCase.id));
  return itemsOf(raw, 'uitzonderingen').flatMap((item, index): Problem[] => {
    const id = item['toepassing'];
    if (typeof id !== 'string' || ids.has(id)) return [];
    const range = nodes.value(['uitzonderingen', index, 'toepassing']);
    return [{ range, variant: 'onbekende-toepassing', values: { waarde: id } }];
  });
}

/** What a quick fix left open stays visible, quietly, until somebody fills it in. */
function toBeFilledIn(raw: unknown, nodes: NodeRanges): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string' && isToDo(value)) {
      const key = [...path].reverse().find((part) => typeof part === 'string') ?? '';
      problems.push({ range: nodes.value(path), variant: 'nog-invullen', values: { sleutel: String(key) } });
    } else if (typeof value === 'object' && value !== null && path.length < 8) {
      for (const [key, inner] of Object.entries(value))
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(raw, []);
  return problems;
}

function itemsOf(raw: unknown, list: string): Record<string, unknown>[] {
  const items = (raw as Record<string, unknown> | null)?.[list];
  return Array.isArray(items) ? items.map((item: unknown) => (item ?? {}) as Record<string, unknown>) : [];
}
