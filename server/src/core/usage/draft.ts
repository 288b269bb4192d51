import { TooMuch } from '../syntax/tooMuch.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import type { Span } from '../place.js';
import type { UsageKind } from './usage.js';

/** A usage while a file is being read: places as offsets, the carrier as a reference. */
export interface Draft {
  readonly kind: UsageKind;
  provider: string;
  readonly span: Span;
  /** Where it is named, within `span`: the module of an import, the call in a chain. It is told on that line. */
  readonly named?: Span;
  readonly token: string;
  model?: string;
  endpoint?: Endpoint;
  readonly act?: 'construct' | 'call';
  /** The provider comes from the model's name alone. */
  isGuess?: boolean;
  /** A name of the project's own that only resembles the provider's. */
  isNamed?: boolean;
  readonly declared?: string;
  carrier?: Draft;
  /** How sure the provider is: a lower number yields to a higher one on the same line. */
  readonly weight: number;
}

/** No file that people wrote has half as many; a list of all models that a gateway offers has three thousand. */
const MOST_USES = 6000;

/** Those of one file. Throws `TooMuch` when it is full; what it holds stays. */
export class Drafts extends Array<Draft> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override push(draft: Draft): number {
    if (this.length >= MOST_USES) throw new TooMuch('too-much');
    return super.push(draft);
  }
}
