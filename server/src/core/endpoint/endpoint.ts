import type { Range } from '../place.js';

export const endpointClasses = ['public', 'consumer', 'tenant', 'government', 'local', 'unknown'] as const;
/** What a usage reaches; see ARCHITECTURE.md for the words. */
export type EndpointClass = (typeof endpointClasses)[number];

/** How the value was found: the last step of the way. */
export type EndpointSource = 'literal' | 'constant' | 'environment' | 'configuration' | 'default' | 'unknown';

export interface Endpoint {
  /** A URL or host; for `unknown` the expression or the name of the variable that would settle it. */
  readonly value: string;
  readonly class: EndpointClass;
  readonly source: EndpointSource;
  /** Provider of the endpoint, when its host is in the catalogue. */
  readonly provider?: string;
  /** `westeurope`, `eu-central-1`, `europe-west4`, where host or setting names it. */
  readonly region?: string;
  /** The environment variable or setting that decides, when the chain passes one. */
  readonly variable?: string;
  /** The variable is a parameter: what calls this code decides. Its name has that of the file in front. */
  readonly isParameter?: boolean;
  /** The way from the usage to the value, nearest first; empty for a literal at the usage. */
  readonly way: readonly EndpointStep[];
}

export interface EndpointStep {
  readonly path: string;
  readonly range: Range;
  /** What gets its value there: `base_url`, `OPENAI_BASE_URL`, `spring.ai.openai.base-url`. */
  readonly name: string;
  readonly kind: 'constant' | 'environment' | 'configuration' | 'fallback';
}
