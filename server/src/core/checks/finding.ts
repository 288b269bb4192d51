import type { Range } from '../place.js';
import type { Profile } from '../settings.js';
import type { Usage } from '../usage/usage.js';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A check that fired. Texts are rendered from `rules/checks/<check>.yaml` with `values`, in the reader's language. */
export interface Finding {
  /** Identifier of the check: the name of its file. */
  readonly check: string;
  readonly severity: Severity;
  /** The profile that set the severity and words; the nearest accountability file can choose it. Left out: the default. */
  readonly profile?: Profile;
  readonly path: string;
  readonly range: Range;
  /** Fills the `{…}` of the texts: provider, endpoint, variable, use case. Never holds a key or a person's name. */
  readonly values: Readonly<Record<string, string>>;
  /** Which of the message's variants applies; `default` when the check has one. */
  readonly variant: string;
  readonly usage?: Usage;
  /** Identifier of the use case that covers the place. */
  readonly useCase?: string;
  readonly related: readonly RelatedPlace[];
}

/** A finding that is not shown, with what holds it back: a comment, an exception of the accountability file, a baseline. */
export interface SuppressedFinding extends Finding {
  readonly suppression: {
    readonly by: 'comment' | 'exception' | 'baseline';
    /** As a person wrote it; a baseline has none. */
    readonly reason?: string;
    /** Last day on which it holds: `2027-03-01`. */
    readonly until?: string;
    /** Where it stands; a baseline is named by its file alone. */
    readonly path: string;
    readonly range?: Range;
  };
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  /** Key of a text in `rules/texts.yaml`, with its values. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}
