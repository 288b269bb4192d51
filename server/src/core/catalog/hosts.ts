import type { EndpointClass } from '../endpoint/endpoint.js';
import { escapeRegExp } from './glob.js';
import type { CompiledProvider } from './schema.js';

export interface HostMatch {
  readonly provider: string;
  readonly class: EndpointClass;
  readonly region?: string;
}

interface HostRule extends HostMatch {
  readonly test: RegExp;
  /** Start of the path; `*` stands for one segment. */
  readonly path?: RegExp;
  /** More literal characters is more exact. */
  readonly weight: number;
  readonly regionLabel?: number;
}

/** A service in a cluster is called by its first name: `ollama-service.ai.svc.cluster.local:11434`. */
const inCluster = /^([^.:]+?)(?:-(?:service|svc|server|proxy))?(?:\.[^.:]+)?(?:\.svc(?:\.cluster\.local)?)?(:\d+)$/;

/** Which provider's endpoint a host is. Holes (`\u0000`) and placeholders count as a label. */
export class HostTable {
  private readonly rules: HostRule[] = [];
  private readonly answers = new Map<string, HostRule[]>();

  constructor(providers: readonly CompiledProvider[]) {
    for (const provider of providers) {
      for (const { host, class: kind, region, path } of provider.hosts ?? []) {
        const label = region?.startsWith('label:') === true ? Number(region.slice('label:'.length)) : undefined;
        this.rules.push({
          provider: provider.id,
          class: kind,
          test: new RegExp(`^${host.split('*').map(escapeRegExp).join('[^/]+')}$`, 'i'),
          weight: host.length + (path?.length ?? 0) - (host.includes('*') ? 1 : 0),
          ...(path !== undefined && { path: new RegExp(`^${path.split('*').map(escapeRegExp).join('[^/]+')}`, 'i') }),
          ...(label !== undefined ? { regionLabel: label } : region !== undefined && { region }),
        });
      }
    }
    this.rules.sort((a, b) => b.weight - a.weight);
  }

  /** `host` with port when it has one; `path` from the first `/`. */
  find(host: string, path: string): HostMatch | undefined {
    const key = host.toLowerCase();
    let rules = this.answers.get(key);
    if (!rules) {
      const bare = key.replace(/:\d+$/, '');
      const short = key.replace(inCluster, '$1$2');
      rules = this.rules.filter(({ test }) => test.test(key) || test.test(bare) || test.test(short));
      this.answers.set(key, rules);
    }
    const rule = rules.find((each) => each.path === undefined || each.path.test(path));
    if (!rule) return undefined;
    const region = rule.region ?? (rule.regionLabel !== undefined ? key.split('.')[rule.regionLabel - 1] : undefined);
    return {
      provider: rule.provider,
      class: rule.class,
      ...(region !== undefined && !region.includes('\u0000') && { region }),
    };
  }
}
