import type { Severity } from './checks/finding.js';

export const profiles = ['overheidsbreed-2025', 'rijk-2023'] as const;
/** Which policy text sets the severities; see `rules/policy`. */
export type Profile = (typeof profiles)[number];

export type Language = 'nl' | 'en';

/** What a person can set, the same in the editor and on the command line. */
export interface Settings {
  /** Left out: the accountability file's `beleid`, and without one `overheidsbreed-2025`. */
  readonly profile?: Profile;
  /** Of everything that a person reads. */
  readonly language: Language;
  /** Severity per check; `off` switches one off. Tightens a profile; loosening shows in the report. */
  readonly checks: Readonly<Record<string, Severity | 'off'>>;
  /** ISO date by which validity and suppressions are judged; given, so that the core reads no clock. */
  readonly today: string;
  /** `false` shows what a baseline leaves out too. */
  readonly baseline?: boolean;
}
