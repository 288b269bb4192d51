import type { Endpoint } from '../endpoint/endpoint.js';
import type { Range } from '../place.js';

export const usageKinds = [
  'import',
  'client',
  'endpoint',
  'model',
  'dependency',
  'environment',
  'infrastructure',
  'container',
  'workflow',
  'assistant',
] as const;
export type UsageKind = (typeof usageKinds)[number];

/** One place where generative AI is used. */
export interface Usage {
  readonly kind: UsageKind;
  /** Identifier of the provider in the catalogue. */
  readonly provider: string;
  readonly path: string;
  readonly range: Range;
  /** The token of the catalogue that gave it away, as found in the text: `openai`, `api.openai.com`, `ChatOpenAI`. */
  readonly token: string;
  readonly model?: string;
  /** Where it goes, where that can be asked of this kind of usage. */
  readonly endpoint?: Endpoint;
  /** For `client`: a client is built, or a call is made. */
  readonly act?: 'construct' | 'call';
  /** The provider is taken from the model's name alone: the project may know better. */
  readonly isGuess?: boolean;
  /** A name of the project's own that only resembles the provider's: it counts where the provider is used for certain. */
  readonly isNamed?: boolean;
  /** The class of the client that it is called on, where another file builds it. */
  readonly declared?: string;
  /** An address in configuration that code elsewhere takes: that code carries the findings. */
  readonly isReached?: boolean;
  /** The usage that carries the findings for this one: the client of a model line, say. Index in the same list. */
  readonly carrier?: number;
}
