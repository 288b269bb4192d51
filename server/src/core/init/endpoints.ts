import type { EndpointData } from '../accountability/schema.js';
import { displayEndpoint } from '../checks/display.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { freeId } from '../fixes/record.js';

export type Grounding = EndpointData['grondslag'];

/** An endpoint as the first record will name it. */
export interface FoundEndpoint {
  readonly id: string;
  readonly url?: string;
  readonly variable?: string;
  /** Undefined where the code cannot show it: it then has to be filled in. */
  readonly grounding: Grounding | undefined;
  readonly region?: string;
  /** Host or variable, for a question about it. */
  readonly shown: string;
}

/** Endpoints by what they are, in the order in which they were found. */
export class FoundEndpoints {
  readonly #found = new Map<string, FoundEndpoint>();

  /** The id of an endpoint; undefined for one that cannot be recorded: a consumer service, or one without a name. */
  idOf(endpoint: Endpoint): string | undefined {
    const address = endpoint.class === 'consumer' ? undefined : addressOf(endpoint);
    if (!address) return undefined;
    const key = JSON.stringify(address);
    const known = this.#found.get(key);
    if (known) return known.id;
    const shown = address.variable ?? displayEndpoint(address.url ?? '');
    const isService = endpoint.class === 'public' || endpoint.class === 'government';
    const wanted = isService ? (endpoint.provider ?? shown) : shown;
    const id = freeId(
      wanted,
      this.all().map((one) => one.id),
    );
    const { region } = endpoint;
    const grounding = groundingOf(endpoint);
    this.#found.set(key, { id, ...address, grounding, shown, ...(region !== undefined && { region }) });
    return id;
  }

  all(): readonly FoundEndpoint[] {
    return [...this.#found.values()];
  }
}

/** A government service and a model on the machine itself show by their address on what the use rests. */
function groundingOf({ class: reach }: Endpoint): Grounding | undefined {
  if (reach === 'government') return 'overheidsdienst';
  return reach === 'local' ? 'eigen-beheer' : undefined;
}

/** The host for all that lies on it; a variable where there is no address. */
function addressOf({
  value,
  source,
  class: reach,
  variable,
}: Endpoint): { url?: string; variable?: string } | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/?#\s]+)/i.exec(value);
  // A part of the name that is only known when the program runs stands for any.
  const host = match?.[2]?.replace(/^[^.]*[\u0000{$<][^.]*\./, '*.');
  const isKnown = source !== 'unknown' && reach !== 'unknown' && host !== undefined && /^[\w*.:-]+$/.test(host);
  if (!isKnown) return variable === undefined ? undefined : { variable };
  const scheme = match?.[1]?.toLowerCase() ?? 'https://';
  return /^https?:/.test(scheme) ? { url: `${scheme}${host}` } : { url: host };
}
