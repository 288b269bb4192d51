import type { Usage } from '../usage/usage.js';

/**
 * How well a usage can carry findings; lower is better. `construct` and `call` are the use itself, `endpoint` says where
 * it goes, the others only show that there is one.
 */
export const rank = {
  construct: 0,
  call: 1,
  endpoint: 2,
  infrastructure: 3,
  import: 4,
  dependency: 5,
  environment: 6,
  none: 9,
} as const;
export type CarrierRank = (typeof rank)[keyof typeof rank];

export function rankOf(usage: Usage): CarrierRank {
  switch (usage.kind) {
    case 'client':
      // A class of the project's own is registered by its name; what it does stands where it is made.
      if (usage.isNamed === true && !usage.endpoint) return rank.environment;
      return usage.act === 'call' ? rank.call : rank.construct;
    case 'endpoint':
      // A server of tools (MCP) generates nothing, also at a host of a vendor.
      return /\/mcp\/?$/.test(usage.endpoint?.value ?? '') ? rank.none : rank.endpoint;
    case 'infrastructure':
    case 'container':
      return rank.infrastructure;
    case 'import':
      return rank.import;
    case 'dependency':
      return rank.dependency;
    case 'environment':
    case 'model':
      return rank.environment;
    // A coding assistant and a CI step are listed in the inventory; no check rests on them.
    case 'workflow':
    case 'assistant':
      return rank.none;
  }
}

/** Best rank in a list of usages; `rank.none` for an empty one. */
export function bestRank(usages: Iterable<Usage>): CarrierRank {
  let best: CarrierRank = rank.none;
  for (const usage of usages) {
    const its = rankOf(usage);
    if (its < best) best = its;
  }
  return best;
}
