import type { CallFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

/** Nobody fills in more before the model. */
const MAX_LINKS = 20;

/**
 * `ResponseCreateParams.builder().model(deployment)`, `InvokeModelRequest.builder().modelId(id)`: the model of a question
 * that is built with a class of the SDK's, wherever its name comes from.
 */
export function findBuiltQuestions({ facts, drafts, language, origins, isTest, catalogue }: FileContext): void {
  if (language !== 'java' || isTest) return;
  for (const call of facts.calls) {
    const value = call.args.length === 1 ? call.args[0]?.value : undefined;
    if (value?.t !== 'name' || !setsModel.test(call.callee)) continue;
    const built = builds.exec(startOf(call).callee)?.[1];
    const provider = built === undefined ? undefined : origins.moduleProvider(built);
    if (provider === undefined || catalogue.provider(provider)?.kind === 'framework') continue;
    drafts.push({ kind: 'model', provider, span: call.nameSpan, token: value.path, weight: 1, isGuess: true });
  }
}

const setsModel = /(?:^|\.)model(?:Id)?$/;
const builds = /^(?:\w+\.)*(\w+)\.(?:newB|b)uilder$/;

function startOf(call: CallFact): CallFact {
  let start = call;
  for (let links = 0; start.receiver && links < MAX_LINKS; links++) start = start.receiver;
  return start;
}
