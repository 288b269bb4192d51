import { isWithoutAddress } from '../accountability/matchEndpoint.js';
import { groundings } from '../accountability/schema.js';
import { displayEndpoint } from '../checks/display.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { providerName } from '../checks/rules.js';
import type { Endpoint } from '../endpoint/endpoint.js';
import { knownEnd } from '../endpoint/openHost.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, freeId, readRecord, recordFor } from './record.js';
import { appendItem } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

type Grounding = (typeof groundings)[number];

/** Records where the code goes and on what that rests. The number of a contract is left to be filled in. */
export const recordEndpoint: FixMaker = {
  id: 'record-endpoint',
  offer(finding, context) {
    const endpoint = finding.usage?.endpoint;
    const applies =
      finding.check === 'endpoint-onbekend' ||
      (finding.check === 'endpoint-zonder-contract' && finding.variant !== 'verlopen');
    if (endpoint === undefined || !applies) return [];
    const address = addressLine(endpoint);
    if (address === undefined) return [];
    const { language } = context.project.settings;
    return groundingsFor(endpoint).map((grounding) => ({
      id: this.id,
      title: textOf(`fix-leg-${grounding}-vast`, language, { endpoint: shortName(endpoint) }),
      preferred: grounding === 'contract' && finding.check === 'endpoint-zonder-contract',
      edits() {
        const record = recordFor(finding.path, context);
        const taken = readRecord(record).endpoints.map((one) => one.id);
        const lines = [`id: ${freeId(idFor(finding, endpoint), taken)}`, address, ...groundingLines(grounding)];
        if (record.text === undefined) {
          const item = lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}\n`).join('');
          return [{ path: record.path, newText: `versie: 1\nendpoints:\n${item}` }];
        }
        return editsOf(record, appendItem(record.text, ['endpoints'], lines));
      },
    }));
  },
};

/** A public API is not one's own, nor a government service. */
function groundingsFor(endpoint: Endpoint): readonly Grounding[] {
  return endpoint.class === 'public' ? ['contract'] : groundings;
}

function groundingLines(grounding: Grounding): string[] {
  if (grounding !== 'contract') return [`grondslag: ${grounding}`];
  return ['grondslag: contract', 'contract:', `  kenmerk: ${scalar(textOf('invullen-kenmerk', 'nl'))}`];
}

/** The host for all that lies on it; where there is no address a variable, and else whose service it is. */
function addressLine(endpoint: Endpoint): string | undefined {
  // Where the service is known but not the address, the value is a name.
  const match = /^([a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/?#\s]*[.:][^/?#\s]*|localhost)(?:[/?#]|$)/i.exec(
    endpoint.value,
  );
  const written = match?.[2];
  const end = written === undefined ? undefined : knownEnd(written);
  const host = end === undefined ? written?.replace(/^[^.]*[\u0000{$<][^.]*\./, '*.') : `*${end}`;
  const isHost =
    endpoint.source !== 'unknown' && endpoint.class !== 'unknown' && host !== undefined && /^[\w*.:-]+$/.test(host);
  if (isHost) return `url: ${scalar(`${match?.[1] ?? 'https://'}${host}`)}`;
  if (endpoint.variable !== undefined) return `variabele: ${scalar(endpoint.variable)}`;
  const supplier = endpoint.provider === undefined ? '' : providerName(endpoint.provider);
  const isNamedOnly = endpoint.class === 'tenant' && supplier !== '' && isWithoutAddress(endpoint.value);
  return isNamedOnly ? `leverancier: ${scalar(supplier)}` : undefined;
}

function shortName(endpoint: Endpoint): string {
  return endpoint.class === 'unknown' || endpoint.source === 'unknown'
    ? (endpoint.variable ?? endpoint.value)
    : (displayEndpoint(endpoint.value).split('/', 1)[0] as string);
}

function idFor({ usage }: Finding, endpoint: Endpoint): string {
  return endpoint.class === 'public' ? (endpoint.provider ?? usage?.provider ?? 'endpoint') : shortName(endpoint);
}
