import type { Accountability, Governing, UseCase } from '../accountability/accountability.js';
import { coveringUseCase } from '../accountability/cover.js';
import { directivesOf, reaches } from '../accountability/directives.js';
import type { Directives } from '../accountability/directives.js';
import { isAccountabilityPath } from '../accountability/paths.js';
import type { Usage } from '../usage/usage.js';
import type { Surroundings } from './place.js';

interface File {
  readonly path: string;
  readonly governing: Governing | undefined;
  readonly directives: Directives;
  /** Those of the file, for a model line that belongs to its client. */
  readonly usages?: readonly Usage[];
}

/**
 * The use case that a usage belongs to. A comment that ties the line goes before one that ties the file, and that before
 * the paths of the use cases. A model line belongs where its client does.
 */
export function useCaseOf({ governing, directives, path, usages }: File, usage: Usage): UseCase | undefined {
  if (governing === undefined) return undefined;
  const byId = (id: string | undefined): UseCase | undefined =>
    governing.file.useCases.find((useCase) => useCase.id === id);
  const tiedTo = (line: number): UseCase | undefined =>
    byId(directives.ties.find(({ reach }) => reaches(reach, line))?.useCase);
  const carrier = usage.carrier === undefined ? undefined : usages?.[usage.carrier];
  const byLine = tiedTo(usage.range.start.line) ?? (carrier && tiedTo(carrier.range.start.line));
  const byFile = byId(directives.ties.find(({ reach }) => reach === 'file')?.useCase);
  return byLine ?? byFile ?? coveringUseCase(governing.file, path);
}

/** Everything that is used in the project, by the use case that it belongs to. */
export function usagesByUseCase(
  surroundings: Surroundings,
  accountability: Accountability,
): ReadonlyMap<UseCase, readonly Usage[]> {
  const found = new Map<UseCase, Usage[]>();
  for (const path of surroundings.paths()) {
    const facts = surroundings.facts(path);
    const usages = isAccountabilityPath(path) ? [] : surroundings.usages(path);
    if (facts === undefined || usages.length === 0) continue;
    const file = { path, governing: accountability.governing(path), directives: directivesOf(facts), usages };
    const covering = file.governing && coveringUseCase(file.governing.file, path);
    for (const usage of usages) {
      // Without a comment that ties a place, the whole file belongs where its path does.
      const useCase = file.directives.ties.length === 0 ? covering : useCaseOf(file, usage);
      if (useCase === undefined) continue;
      const list = found.get(useCase);
      if (list === undefined) found.set(useCase, [usage]);
      else list.push(usage);
    }
  }
  return found;
}
