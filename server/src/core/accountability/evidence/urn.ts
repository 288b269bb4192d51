import type { AnalysisKind } from '../schema.js';
import type { EvidenceReader } from './evidence.js';

/** Instruments of MinBZK's registries that are a risk analysis; with any version behind them. */
const instruments: readonly (readonly [prefix: string, kind: AnalysisKind])[] = [
  ['urn:nl:prescan:', 'prescan'],
  ['urn:nl:dpia:', 'dpia'],
  ['urn:nl:iama:', 'iama'],
  ['urn:nl:aivt:tr:iama:', 'iama'],
  ['urn:nl:aivt:ir:iama:', 'iama'],
  ['urn:nl:aivt:tr:aiia:', 'aiia'],
  ['urn:nl:aivt:ir:aiia:', 'aiia'],
];

/** The kind of analysis that a URN names. */
export function kindOfUrn(written: string): AnalysisKind | undefined {
  const lower = written.toLowerCase();
  return instruments.find(([prefix]) => lower.startsWith(prefix) && lower.length > prefix.length)?.[1];
}

/** A URN of an instrument. It says which form was used, not where the answers are; that much is taken as said. */
export const urn: EvidenceReader = {
  read({ written }) {
    if (!/^urn:/i.test(written)) return undefined;
    const kind = kindOfUrn(written);
    return kind === undefined ? { found: false, why: 'urn' } : { found: true, kind };
  },
};
