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
  /** By last segment; `*` for rules that end in a wildcard. */
  private readonly byLast = new Map<string, SettingRule[]>();

  constructor(providers: readonly CompiledProvider[]) {
    for (const provider of providers) {
      for (const [pattern, role] of Object.entries(provider.settings ?? {})) {
        const segments = pattern.split('.').map((segment) => (segment.includes('*') ? segment : relax(segment)));
        const last = segments.at(-1) ?? '';
        const key = last.includes('*') ? '*' : last;
        const rules = this.byLast.get(key) ?? [];
        rules.push({ provider: provider.id, role, segments, weight: pattern.replace(/\*/g, '').length });
        rules.sort((a, b) => b.weight - a.weight);
        this.byLast.set(key, rules);
      }
    }
  }

  find(path: readonly string[]): SettingMatch | undefined {
    // A dotted key in YAML or properties is as good as a nested one.
    const segments = path
      .flatMap((key) => key.split(/[.:[]|__/))
      .filter((key) => key !== '')
      .map(relax);
    const last = segments.at(-1);
    if (last === undefined) return undefined;
    const fits = ({ segments: rule }: SettingRule) => matches(rule, rule.length, segments, segments.length);
    return this.byLast.get(last)?.find(fits) ?? this.byLast.get('*')?.find(fits);
  }
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
