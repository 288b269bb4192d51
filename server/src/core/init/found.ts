import { isAccountabilityPath } from '../accountability/paths.js';
import { rank } from '../checks/carrier.js';
import { endpointGroups, ranksOf, useCaseGroups } from '../checks/carriers.js';
import { providerName } from '../checks/rules.js';
import { freeId } from '../fixes/record.js';
import type { Project } from '../project.js';
import { FoundEndpoints, type FoundEndpoint } from './endpoints.js';
import { serviceFinder } from './services.js';
import { splitByEndpoint, type FoundFile } from './splitByEndpoint.js';

/** A use of generative AI that the first record will name. */
export interface FoundUseCase {
  readonly id: string;
  readonly patterns: readonly string[];
  readonly endpoints: readonly string[];
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

export interface Found {
  readonly endpoints: readonly FoundEndpoint[];
  readonly useCases: readonly FoundUseCase[];
}

/**
 * What a scan found, as use cases: per service, and within it per set of endpoints that are used together. Places that
 * an accountability file holds for already are left out.
 */
export function foundIn(project: Project, files: Iterable<string>, projectName: string): Found {
  const endpoints = new FoundEndpoints();
  const used = filesOf(project, endpoints);
  const services = new Map<string, FoundFile[]>();
  const tests: FoundFile[] = [];
  const serviceOf = serviceFinder(files);
  for (const file of used) {
    const service = serviceOf(file.path);
    if (service.kind === 'tests') tests.push(file);
    else services.set(service.folder, [...(services.get(service.folder) ?? []), file]);
  }
  const [largest] = [...services.values()].sort((a, b) => b.length - a.length);
  if (largest) largest.push(...tests);
  else if (tests.length > 0) services.set('', tests);

  const ids: string[] = [];
  const useCases: FoundUseCase[] = [];
  for (const [folder, its] of [...services].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { files: group, patterns, suffix } of splitByEndpoint(folder, its, used)) {
      const name = folder === '' ? projectName : folder.slice(folder.lastIndexOf('/') + 1);
      const id = freeId(suffix === undefined ? name : `${name}-${suffix}`, ids);
      ids.push(id);
      useCases.push({
        id,
        patterns,
        endpoints: distinct(group.flatMap((file) => file.endpoints)),
        providers: distinct(group.flatMap((file) => file.providers)),
        models: distinct(group.flatMap((file) => file.models)),
      });
    }
  }
  return { endpoints: endpoints.all(), useCases };
}

/** The files in which a use case shows, with what they use. */
function filesOf(project: Project, endpoints: FoundEndpoints): FoundFile[] {
  const paths = [...project.paths()].filter((path) => !isAccountabilityPath(path)).sort();
  const { projectRank } = ranksOf(paths, (path) => project.usages(path));
  if (projectRank === rank.none) return [];
  return paths.flatMap((path) => {
    const facts = project.facts(path);
    if (!facts || project.accountability.governing(path)) return [];
    const usages = project.usages(path);
    const its = endpointGroups(facts, usages, projectRank).flatMap(({ carrier: { endpoint } }) => {
      const id = endpoint && endpoints.idOf(endpoint);
      return id === undefined ? [] : [id];
    });
    // Tests are taken along with what they test.
    const groups = useCaseGroups(facts, usages, { projectRank, productRank: rank.none }, () => '');
    if (groups.length === 0) return [];
    const shown = groups.flatMap(({ carrier, others }) => [carrier, ...others]);
    return [
      {
        path,
        endpoints: distinct(its),
        providers: distinct(shown.map(({ provider }) => providerName(provider))),
        models: distinct(usages.flatMap(({ model }) => (model === undefined ? [] : [model]))),
      },
    ];
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
