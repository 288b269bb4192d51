import type { Catalogue } from '../catalog/catalogue.js';
import { HOLE } from '../syntax/source/marks.js';
import type { EndpointClass } from './endpoint.js';

export interface Classified {
  readonly class: EndpointClass;
  readonly provider?: string;
  readonly region?: string;
}

/** Scheme, host with port and path of something that looks like a URL or a bare host; undefined for anything else. */
export function splitUrl(given: string): { readonly host: string; readonly path: string } | undefined {
  const value = withoutSpaces(given);
  const match = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@\s]*@)?([^/?#\s]*)([^?#\s]*)/i.exec(value);
  if (match) return { host: (match[1] as string).toLowerCase(), path: match[2] || '/' };
  // The last label begins with a letter, or the host is a number of four parts: `gpt-3.5-turbo` is no host.
  const bare =
    /^([a-z0-9\u0000][a-z0-9\u0000-]*(?:\.[a-z0-9\u0000-]+)*\.[a-z\u0000][a-z0-9\u0000-]*(?::\d+)?|(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?|localhost(?::\d+)?)(\/[^\s]*)?$/i.exec(
      value,
    );
  return bare ? { host: (bare[1] as string).toLowerCase(), path: bare[2] ?? '/' } : undefined;
}

/** `https://{your account}.openai.azure.com`: what is to be filled in may be said in words. */
export function withoutSpaces(address: string): string {
  return address.includes(' ') ? address.replace(toFillIn, (words) => words.replaceAll(' ', '-')) : address;
}

const toFillIn = /(?<=:\/\/[\w.-]{0,100})(?:\{[^{}/]{1,60}\}|<[^<>/]{1,60}>|\[[^[\]/]{1,60}\])/g;

/**
 * What an endpoint is, by its host: as the catalogue says, else by where such a host can be. A host that the catalogue
 * does not know is one of the organisation's own or of a supplier: a tenant, as far as can be seen.
 */
export function classify(value: string, catalogue: Catalogue): Classified | undefined {
  const url = splitUrl(value);
  if (!url || url.host === '') return undefined;
  const { host, path } = url;
  const known = catalogue.hosts.find(host, path);
  // A rule for any host says nothing of where that is.
  if (known && known.class !== 'unknown')
    return known.class === 'tenant' && isLocal(host) ? { ...known, class: 'local' } : known;
  return { ...known, class: whereIs(host) };
}

function whereIs(host: string): EndpointClass {
  if (isLocal(host)) return 'local';
  // Nothing but a hole, or stars in place of the real one: the host itself is not known.
  if (
    host
      .replace(/:\d+$/, '')
      .split('.')
      .every((label) => label.includes(HOLE) || /^\*+$/.test(label))
  )
    return 'unknown';
  return 'tenant';
}

/** What a container calls the machine that it runs on: Docker, Podman, Docker's model runner, OrbStack, Lima. */
const ofContainers: ReadonlySet<string> = new Set([
  'host.docker.internal',
  'host.containers.internal',
  'model-runner.docker.internal',
  'host.orb.internal',
  'host.lima.internal',
]);

/** On the machine, in the container's network or in the cluster. */
export function isLocal(host: string): boolean {
  const bare = /^\[[\da-f:.]+\]/i.test(host) ? host.slice(1, host.indexOf(']')) : host.replace(/\.?(?::\d+)?$/, '');
  // The last is the machine itself, as a container of Docker's sees it.
  if (
    bare === 'localhost' ||
    bare === '::1' ||
    bare === '0.0.0.0' ||
    /^127\.|^172\.(?:1[7-9]|2\d|3[01])\.0\.1$/.test(bare)
  )
    return true;
  // What the emulator of Android calls the machine that it runs on.
  if (bare === '10.0.2.2') return true;
  if (ofContainers.has(bare)) return true;
  if (/\.(?:svc|svc\.cluster\.local|localhost|local|internal\.docker)$/.test(bare)) return true;
  // A name without a dot, or with what can be no top level domain behind it (`llama-3.2-1b`), is a service of the same
  // network; a hole in it says nothing.
  if (/^[a-z0-9][a-z0-9_-]*$/.test(bare) || /^[a-z][\w-]*\.(?!xn--)\w+(?:-\w+)+$/.test(bare)) return true;
  // A service and its namespace: `llama-swap.llm:8080`.
  return /^[a-z][\w-]*\.(?:llms?|default|inference|vllm|ollama|litellm|kserve)$/.test(bare);
}
