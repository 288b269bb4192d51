import { theCatalogue } from '../catalog/catalogue.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { knownEnd } from '../endpoint/openHost.js';
import type { RecordedEndpoint } from './accountability.js';

interface Address {
  readonly scheme: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
}

/** The recorded endpoint that an endpoint of the code is; a record that names more of the address goes before one that names less. */
export function recordedEndpointFor(
  endpoint: Endpoint,
  records: readonly RecordedEndpoint[],
): RecordedEndpoint | undefined {
  const names = new Set([
    endpoint.variable,
    ...endpoint.way.filter((step) => step.kind !== 'constant').map((step) => step.name),
  ]);
  if (endpoint.class === 'unknown') names.add(endpoint.value);
  const address = addressOf(endpoint.value);
  const byAddress = records
    .filter((record) => record.data.url !== undefined && address !== undefined && covers(record.data.url, address))
    .sort((a, b) => (b.data.url as string).length - (a.data.url as string).length);
  return (
    byAddress[0] ??
    records.find((record) => record.data.variabele !== undefined && names.has(record.data.variabele)) ??
    bySupplier(endpoint, records)
  );
}

/** The code says whose service it is and no address; so does the record. */
function bySupplier({ value, provider }: Endpoint, records: readonly RecordedEndpoint[]): RecordedEndpoint | undefined {
  const name = provider === undefined ? undefined : theCatalogue().provider(provider)?.name;
  if (name === undefined || !isWithoutAddress(value)) return undefined;
  return records.find(
    ({ data }) => data.url === undefined && data.leverancier?.trim().toLowerCase() === name.toLowerCase(),
  );
}

/** Only the name of a service stands there, a path on it, or an address of which a part is open. */
export function isWithoutAddress(value: string): boolean {
  return value.includes('…') || !/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/\s]*[.:][^/\s]*|localhost)(?:\/|$)/i.test(value);
}

function covers(recorded: string, address: Address): boolean {
  const record = addressOf(recorded);
  if (record === undefined || !hostCovers(record.host, address.host)) return false;
  if (record.scheme !== undefined && address.scheme !== undefined && record.scheme !== address.scheme) return false;
  if (portOf(record) !== portOf(address) && (record.port !== undefined || address.port !== undefined)) return false;
  // An address without a path is where the paths below it begin: an SDK adds `/v1` itself.
  if (record.path === '' || address.path === '') return true;
  return address.path === record.path || address.path.startsWith(`${record.path}/`);
}

/** `*.openai.azure.com` stands for any host below it; `your-resource.openai.azure.com` is whichever of them is recorded. */
function hostCovers(recorded: string, host: string): boolean {
  const end = knownEnd(host);
  if (end !== undefined) return recorded.endsWith(end);
  return recorded.startsWith('*.')
    ? host.endsWith(recorded.slice(1)) && host.length > recorded.length - 1
    : recorded === host;
}

function portOf(address: Address): string | undefined {
  return address.port ?? (address.scheme === 'https' ? '443' : address.scheme === 'http' ? '80' : undefined);
}

function addressOf(written: string): Address | undefined {
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)(?::(\d+))?(\/[^?#\s]*)?/i.exec(
    written.trim(),
  );
  const host = match?.[2];
  if (host === undefined) return undefined;
  const scheme = match?.[1]?.toLowerCase();
  return { scheme, host: host.toLowerCase(), port: match?.[3], path: (match?.[4] ?? '').replace(/\/+$/, '') };
}
