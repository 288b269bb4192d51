import { Memo } from '../memo.js';
import type { CompiledProvider, SettingRole } from './schema.js';

export interface SettingMatch {
  readonly provider: string;
  readonly role: SettingRole;
}

interface SettingRule extends SettingMatch {
  readonly segments: readonly string[];
  readonly weight: number;
}

/** Keys of configuration files, compared without regard to case, `-` and `_`. */
export class SettingTable {
  /** By last segment, the longest first. */
  private readonly byLast = new Map<string, SettingRule[]>();
  /** Rules that end in a wildcard, by the longest segment that they ask for; the longest first. */
  private readonly open = new Map<string, SettingRule[]>();
  private readonly segments = new Memo<readonly string[]>();

  constructor(providers: readonly CompiledProvider[]) {
    for (const provider of providers) {
      for (const [pattern, role] of Object.entries(provider.settings ?? {})) {
        const segments = pattern.split('.').map((segment) => (segment.includes('*') ? segment : relax(segment)));
        const last = segments.at(-1) ?? '';
        const index = last.includes('*') ? this.open : this.byLast;
        const key = last.includes('*') ? longestFixed(segments) : last;
        const rules = index.get(key) ?? [];
        rules.push({ provider: provider.id, role, segments, weight: pattern.replace(/\*/g, '').length });
        rules.sort((a, b) => b.weight - a.weight);
        index.set(key, rules);
      }
    }
  }

  find(path: readonly string[]): SettingMatch | undefined {
    if (!this.mayFind(path)) return undefined;
    const segments = path.flatMap((key) => this.segmentsOf(key));
    const last = segments.at(-1);
    if (last === undefined) return undefined;
    const fits = ({ segments: rule }: SettingRule) => matches(rule, rule.length, segments, segments.length);
    const closed = this.byLast.get(last)?.find(fits);
    if (closed) return closed;
    let best: SettingRule | undefined;
    for (const key of ['', ...segments]) {
      const found = this.open.get(key)?.find(fits);
      if (found && found.weight > (best?.weight ?? -1)) best = found;
    }
    return best;
  }

  /** Most keys are of no service: told without putting their path together. */
  private mayFind(path: readonly string[]): boolean {
    for (let i = path.length - 1, isLast = true; i >= 0; i--) {
      const segments = this.segmentsOf(path[i] as string);
      if (isLast && segments.length > 0) {
        if (this.byLast.has(segments.at(-1) as string) || this.open.has('')) return true;
        isLast = false;
      }
      for (const segment of segments) if (this.open.has(segment)) return true;
    }
    return false;
  }

  private segmentsOf(key: string): readonly string[] {
    return this.segments.of(key, () => segmentsOf(key));
  }
}

/** A dotted key in YAML or properties is as good as a nested one. */
function segmentsOf(key: string): readonly string[] {
  return (
    key
      .split(/[.:[]|__/)
      // Quarkus writes a profile before a key: `%dev.quarkus.…`.
      .filter((part) => part !== '' && !part.startsWith('%'))
      .map(relax)
  );
}

function longestFixed(segments: readonly string[]): string {
  return segments.reduce((best, each) => (!each.includes('*') && each.length > best.length ? each : best), '');
}

export function relax(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
}

function matches(pattern: readonly string[], p: number, path: readonly string[], k: number): boolean {
  if (p === 0) return k === 0;
  const wanted = pattern[p - 1] as string;
  if (wanted === '**') {
    for (let rest = k; rest >= 0; rest--) if (matches(pattern, p - 1, path, rest)) return true;
    return false;
  }
  if (k === 0) return false;
  const key = path[k - 1] as string;
  const fits = wanted === '*' || (wanted.endsWith('*') ? key.startsWith(relax(wanted.slice(0, -1))) : wanted === key);
  return fits && matches(pattern, p - 1, path, k - 1);
}
