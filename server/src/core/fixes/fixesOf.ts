import type { FixesOf } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { moveKey } from './move-key.js';
import { recordEndpoint } from './record-endpoint.js';
import { referToAnalysis } from './refer-to-analysis.js';
import { registerUseCase } from './register-use-case.js';
import { suppressFinding } from './suppress-finding.js';
import { tieByComment } from './tie-by-comment.js';
import { tieByPath } from './tie-by-path.js';

/** In the order in which a menu shows them; suppressing comes last. */
const makers: readonly FixMaker[] = [
  moveKey,
  registerUseCase,
  tieByPath,
  tieByComment,
  referToAnalysis,
  recordEndpoint,
  suppressFinding,
];

export const fixesOf: FixesOf = (finding, context) => makers.flatMap((maker) => maker.offer(finding, context));
