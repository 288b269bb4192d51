import { answerUseCase } from './answer-use-case.js';
import { argueOwnCode } from './argue-own-code.js';
import { argueUnless } from './argue-unless.js';
import { endUseCase } from './end-use-case.js';
import type { FixesOf } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { hideCitizenNumber } from './hide-citizen-number.js';
import { moveKey } from './move-key.js';
import { putAdviceOfCio } from './put-advice-of-cio.js';
import { putAdviceOfDpo } from './put-advice-of-dpo.js';
import { recordAssistant } from './record-assistant.js';
import { recordConditions } from './record-conditions.js';
import { recordDisclosure } from './record-disclosure.js';
import { recordEndpoint } from './record-endpoint.js';
import { recordExitStrategy } from './record-exit-strategy.js';
import { recordInstruction } from './record-instruction.js';
import { recordOversight } from './record-oversight.js';
import { recordRegisterEntry } from './record-register-entry.js';
import { recordTransfer } from './record-transfer.js';
import { referToAnalysis } from './refer-to-analysis.js';
import { registerUseCase } from './register-use-case.js';
import { reuseAnalysis } from './reuse-analysis.js';
import { startAnalysis } from './start-analysis.js';
import { suppressFinding } from './suppress-finding.js';
import { switchEndpoint } from './switch-endpoint.js';
import { tieByComment } from './tie-by-comment.js';
import { tieByPath } from './tie-by-path.js';

/** In the order in which a menu shows them; suppressing comes last. */
const makers: readonly FixMaker[] = [
  moveKey,
  hideCitizenNumber,
  registerUseCase,
  tieByPath,
  tieByComment,
  referToAnalysis,
  reuseAnalysis,
  startAnalysis,
  recordEndpoint,
  switchEndpoint,
  recordConditions,
  recordExitStrategy,
  recordTransfer,
  putAdviceOfDpo,
  putAdviceOfCio,
  answerUseCase,
  recordOversight,
  recordRegisterEntry,
  recordDisclosure,
  recordInstruction,
  argueUnless,
  argueOwnCode,
  recordAssistant,
  endUseCase,
  suppressFinding,
];

export const fixesOf: FixesOf = (finding, context) => makers.flatMap((maker) => maker.offer(finding, context));
