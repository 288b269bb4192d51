import { severities, type Severity } from '../core/checks/finding.js';
import { profiles, type Language, type Profile, type Settings } from '../core/settings.js';

/** The `handreiking` section of a client's configuration, as it holds for one folder. */
export interface FolderSettings {
  readonly enable: boolean;
  readonly scanWorkspace: boolean;
  readonly language: Language;
  readonly profile: Profile | undefined;
  readonly checks: Settings['checks'];
}

export const defaultSettings: FolderSettings = {
  enable: true,
  scanWorkspace: true,
  language: 'nl',
  profile: undefined,
  checks: {},
};

/** Reads what a client sent. What is not understood is left at its default and said in `complain`. */
export function readFolderSettings(section: unknown, complain: (what: string) => void): FolderSettings {
  if (!isRecord(section)) return defaultSettings;
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = section[name];
    const found = allowed.find((entry) => entry === value);
    if (found === undefined && value !== undefined && value !== null) complain(`handreiking.${name}`);
    return found;
  };
  const flag = (name: 'enable' | 'scanWorkspace'): boolean => {
    const value = section[name];
    if (typeof value === 'boolean') return value;
    if (value !== undefined && value !== null) complain(`handreiking.${name}`);
    return defaultSettings[name];
  };
  const profile = choice('profile', ['auto', ...profiles]);
  return {
    enable: flag('enable'),
    scanWorkspace: flag('scanWorkspace'),
    language: choice('language', ['nl', 'en']) ?? defaultSettings.language,
    profile: profile === 'auto' ? undefined : profile,
    checks: readChecks(section['checks'], complain),
  };
}

export function coreSettings(settings: FolderSettings, today: string): Settings {
  const { language, checks, profile } = settings;
  return { language, checks, today, ...(profile && { profile }) };
}

export function sameSettings(one: FolderSettings, other: FolderSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function readChecks(value: unknown, complain: (what: string) => void): Settings['checks'] {
  if (!isRecord(value)) {
    if (value !== undefined && value !== null) complain('handreiking.checks');
    return {};
  }
  const allowed: readonly (Severity | 'off')[] = [...severities, 'off'];
  const entries = Object.entries(value).flatMap(([check, wanted]): [string, Severity | 'off'][] => {
    const severity = allowed.find((entry) => entry === wanted);
    if (severity) return [[check, severity]];
    complain(`handreiking.checks.${check}`);
    return [];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
