import type { Accountability } from '../accountability/accountability.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Settings } from '../settings.js';
import type { Usage } from '../usage/usage.js';
import type { CarrierRank } from './carrier.js';

/** What the checks look at for one code or configuration file. */
export interface CheckInput {
  /** Strings, settings and directives are read from these; nothing else of the text is needed. */
  readonly facts: FileFacts;
  /** In text order, `carrier` as index in this same list. */
  readonly usages: readonly Usage[];
  /** Of the whole project: `buildAccountability`. */
  readonly accountability: Accountability;
  readonly settings: Settings;
  /**
   * The best rank of any usage in the project, this file included: `min(bestRank(usages(path)))` over all paths. Decides
   * whether an import, a manifest line or an environment line carries findings by itself.
   */
  readonly projectRank: CarrierRank;
}
