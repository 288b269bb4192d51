import type { UseCase } from '../accountability/accountability.js';
import type { Finding } from '../checks/finding.js';
import type { FixContext } from './fix.js';
import { readRecord, recordFor } from './record.js';

const checks = new Set(['dpia-ontbreekt', 'iama-ontbreekt', 'toepassing-niet-geregistreerd']);
/** A menu with more than this is no help. */
const most = 5;

/** The use cases that an uncovered place can be tied to. */
export function tieable(finding: Finding, context: FixContext): readonly UseCase[] {
  if (!checks.has(finding.check) || finding.useCase !== undefined || finding.usage === undefined) return [];
  const record = recordFor(finding.path, context);
  return record.text === undefined ? [] : readRecord(record).useCases.slice(0, most);
}
