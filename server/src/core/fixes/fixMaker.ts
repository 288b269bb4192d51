import type { Finding } from '../checks/finding.js';
import type { Fix, FixContext } from './fix.js';

/** One kind of fix: looks at a finding and offers what fits. Cheap; the edits are worked out when one is chosen. */
export interface FixMaker {
  readonly id: string;
  offer(finding: Finding, context: FixContext): readonly Fix[];
}
