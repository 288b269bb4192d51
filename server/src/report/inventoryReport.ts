import type { EndpointClass, EndpointSource } from '../core/endpoint/endpoint.js';
import { compare } from '../core/place.js';
import type { Project } from '../core/project.js';
import type { Usage, UsageKind } from '../core/usage/usage.js';
import { byCodeUnit, placeOf, type ReportedPlace } from './report.js';

/** What `inventory --format json` prints: every line that uses generative AI. Fields are added, never renamed. */
export interface InventoryReport {
  readonly version: 1;
  readonly root: string;
  readonly usages: readonly ReportedUsage[];
}

export interface ReportedUsage extends ReportedPlace {
  readonly kind: UsageKind;
  readonly provider: string;
  readonly model?: string;
  readonly endpoint?: {
    readonly value: string;
    readonly class: EndpointClass;
    readonly source: EndpointSource;
    readonly region?: string;
  };
  readonly useCase?: string;
}

export type UseCaseOf = (usage: Usage) => string | undefined;

export function inventoryReport(project: Project, root: string, useCaseOf: UseCaseOf): InventoryReport {
  const usages: ReportedUsage[] = [];
  for (const path of [...project.paths()].sort(byCodeUnit)) {
    const here = [...project.usages(path)].sort((a, b) => compare(a.range.start, b.range.start));
    for (const usage of here) usages.push(reported(usage, useCaseOf(usage)));
  }
  return { version: 1, root, usages };
}

function reported(usage: Usage, useCase: string | undefined): ReportedUsage {
  const { kind, provider, model, endpoint } = usage;
  return {
    ...placeOf(usage.path, usage.range),
    kind,
    provider,
    ...(model !== undefined && { model }),
    ...(endpoint && {
      endpoint: {
        value: endpoint.value,
        class: endpoint.class,
        source: endpoint.source,
        ...(endpoint.region !== undefined && { region: endpoint.region }),
      },
    }),
    ...(useCase !== undefined && { useCase }),
  };
}
