import type { Finding, RelatedPlace } from '../core/checks/finding.js';

/** The passage of the policy that a check rests on, as it is shown. */
export interface PassageWords {
  readonly id: string;
  readonly title: string;
  /** Empty where no address was confirmed. */
  readonly url: string;
}

/** What a report says of a single finding, in one language. */
export interface FindingWords {
  message(finding: Finding): string;
  related(place: RelatedPlace): string;
  /** Titles of the fixes that an editor offers for this finding, the preferred one first. */
  fixes(finding: Finding): readonly string[];
  /** The fix that does the next step; undefined where the only one silences the finding. */
  step(finding: Finding): string | undefined;
  passage(check: string): PassageWords;
}

/** What a report says of a check, in one language and for one profile. */
export interface CheckWords {
  passage(check: string): PassageWords;
  title(check: string): string;
  /** Why and what to do, in Markdown. */
  explanation(check: string): string;
}
