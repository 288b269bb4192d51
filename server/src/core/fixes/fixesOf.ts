import { adoptAnalysis } from './adopt-analysis.js';
import { agreeOnData } from './agree-on-data.js';
import { answerUseCase } from './answer-use-case.js';
import { argueOwnCode } from './argue-own-code.js';
import { argueUnless } from './argue-unless.js';
import { clearKey } from './clear-key.js';
import { correctRecord } from './correct-record.js';
import { correctSuppression } from './correct-suppression.js';
import { endUseCase } from './end-use-case.js';
import { extractAnalysis } from './extract-analysis.js';
import { fillIn } from './fill-in.js';
import type { FixesOf } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { hideCitizenNumber } from './hide-citizen-number.js';
import { hidePersonalData } from './hide-personal-data.js';
import { moveKey } from './move-key.js';
import { moveReference } from './move-reference.js';
import { openForm } from './open-form.js';
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
import { renewContract } from './renew-contract.js';
import { reuseAnalysis } from './reuse-analysis.js';
import { startAnalysis } from './start-analysis.js';
import { suppressFinding } from './suppress-finding.js';
import { switchEndpoint } from './switch-endpoint.js';
import { tieByComment } from './tie-by-comment.js';
import { tieByPath } from './tie-by-path.js';

/** In the order in which a menu shows them; suppressing comes last. */
const makers: readonly FixMaker[] = [
  moveKey,
  clearKey,
  hideCitizenNumber,
  hidePersonalData,
  registerUseCase,
  tieByPath,
  tieByComment,
  referToAnalysis,
  reuseAnalysis,
  startAnalysis,
  moveReference,
  adoptAnalysis,
  extractAnalysis,
  recordEndpoint,
  switchEndpoint,
  renewContract,
  recordConditions,
  agreeOnData,
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
  correctRecord,
  correctSuppression,
  fillIn,
  openForm,
  suppressFinding,
];

export const fixesOf: FixesOf = (finding, context) => makers.flatMap((maker) => maker.offer(finding, context));
