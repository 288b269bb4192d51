import type { Evidence, EvidenceReader } from './evidence.js';
import { kindOfUrn } from './urn.js';
import { isTemplateName } from './target.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * An export of the government's own form for DPIA, pre-scan and IAMA: JSON whose `metadata.urn` says which. Answers are
 * read leniently, because the IAMA's keys break the schema of the form. Only status and dates are taken, never a name.
 */
export const formExport: EvidenceReader = {
  read({ path, document }) {
    if (path === undefined || !/\.json$/i.test(path) || document?.state !== 'text') return undefined;
    const data = parse(document.text);
    const metadata = record(data?.['metadata']);
    const urn = metadata?.['urn'];
    const kind = typeof urn === 'string' ? kindOfUrn(urn) : undefined;
    if (kind === undefined) return { found: false, why: document.text.trim() === '' ? 'leeg' : 'onleesbaar' };
    const answers = record(data?.['answers']) ?? {};
    if (isTemplateName(path) || Object.keys(answers).length === 0) return { found: false, why: 'telt-niet' };
    return found(kind, metadata as Json, answers, document.text);
  },
};

type FormKind = NonNullable<ReturnType<typeof kindOfUrn>>;

function found(kind: FormKind, metadata: Json, answers: Json, text: string): Evidence {
  const status = kind === 'dpia' ? statusOf(answers['19.2']) : undefined;
  const created = dateIn(metadata['createdAt']);
  const adviceOfDpo = kind === 'dpia' ? dateIn(answers['19.5.6']) : undefined;
  const signed = kind === 'dpia' ? dateIn(findKey(answers['20.1'], '20.1.6') ?? findKey(answers, '20.1.6')) : undefined;
  const date = signed ?? created;
  return {
    found: true,
    kind,
    ...(status === undefined ? {} : { status }),
    ...(kind === 'dpia' ? { isSigned: signed !== undefined } : {}),
    ...(date === undefined ? {} : { date }),
    ...(adviceOfDpo === undefined ? {} : { adviceOfDpo }),
    // Who edited an answer, and in a DPIA who was involved and who signed.
    ...((kind === 'dpia' && !isExtract(answers)) || /"lastEditedBy"\s*:\s*"[^"]/.test(text)
      ? { namesPeople: true }
      : {}),
  };
}

/** Of an export, only what this reader takes from it: no name stands in that. Undefined for any other text. */
export function withoutNames(text: string): string | undefined {
  const data = parse(text);
  const metadata = record(data?.['metadata']);
  const answers = record(data?.['answers']);
  const urn = metadata?.['urn'];
  const kind = typeof urn === 'string' ? kindOfUrn(urn) : undefined;
  if (metadata === undefined || answers === undefined || kind === undefined) return undefined;
  const status = statusOf(answers['19.2']);
  const advice = dateIn(answers['19.5.6']);
  const signed = dateIn(findKey(answers['20.1'], '20.1.6') ?? findKey(answers, '20.1.6'));
  const kept = {
    metadata: { urn, ...(dateIn(metadata['createdAt']) && { createdAt: dateIn(metadata['createdAt']) }) },
    answers: {
      [extract]: true,
      ...(kind === 'dpia' && { ...(status && { '19.2': status }), ...(advice && { '19.5.6': advice }) }),
      ...(kind === 'dpia' && signed && { '20.1.6': signed }),
    },
  };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

const extract = 'uittreksel';
const kept: ReadonlySet<string> = new Set([extract, '19.2', '19.5.6', '20.1.6']);

function isExtract(answers: Json): boolean {
  return Object.entries(answers).every(
    ([key, value]) => kept.has(key) && (typeof value === 'string' ? value.length <= 10 : key === extract),
  );
}

function statusOf(answer: unknown): 'concept' | 'definitief' | undefined {
  const text = JSON.stringify(answer ?? '').toLowerCase();
  if (text.includes('definitief')) return 'definitief';
  return text.includes('concept') ? 'concept' : undefined;
}

function dateIn(answer: unknown): string | undefined {
  return /\d{4}-\d{2}-\d{2}/.exec(JSON.stringify(answer ?? ''))?.[0];
}

/** The value of a key at any depth of a repeated answer; its own name or one that ends in it. */
function findKey(answer: unknown, key: string, depth = 0): unknown {
  if (typeof answer !== 'object' || answer === null || depth > 6) return undefined;
  for (const [name, value] of Object.entries(answer)) {
    const inner = name === key || /^20\.1\.\d+\.20\.1\.6$/.test(name) ? value : findKey(value, key, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function parse(text: string): Json | undefined {
  try {
    return record(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
