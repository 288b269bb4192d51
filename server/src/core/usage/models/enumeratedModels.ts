import { toWords } from '../../names.js';
import type { CallFact } from '../../syntax/fact.js';
import { isName } from '../configuration/settingKeys.js';
import type { FileContext } from '../fileContext.js';

/** `LLAMA_3_1_8B("llama3.1:8b")`: a constant of an enumeration in Java and Kotlin, with the name that is asked for. */
const constant = /^[A-Z][A-Z0-9]*(?:_\w+)*$/;

/**
 * The models of an enumeration that is there for them: of the service that its name says (`OllamaModel`), or else of the
 * one whose models some of them are.
 */
export function findEnumeratedModels({ facts, drafts, language, vendors, isTest }: FileContext): void {
  if (language !== 'java' || isTest) return;
  const entries = facts.calls.filter(isConstant);
  if (entries.length < 2) return;
  const name = toWords(/([^/]+)\.\w+$/.exec(facts.path)?.[1] ?? '');
  if (!/(?:^|_)MODELS?(?:_|$)/.test(name)) return;
  const told = new Map(
    drafts.filter(({ kind }) => kind === 'model').map((draft) => [draft.span.start, draft.provider]),
  );
  const owners = new Set(entries.flatMap(({ args }) => told.get(args[0]?.value.span.start ?? -1) ?? []));
  const owner = vendors.inVariable(name) ?? (owners.size === 1 ? [...owners][0] : undefined);
  if (owner === undefined) return;
  for (const { args } of entries) {
    const model = args[0]?.value;
    if (model?.t !== 'string' || !isName.test(model.value) || told.has(model.span.start)) continue;
    drafts.push({
      kind: 'model',
      provider: owner,
      span: model.span,
      token: model.value,
      model: model.value,
      weight: 1,
    });
  }
}

function isConstant({ callee, args, isNew, receiver, isAnnotation }: CallFact): boolean {
  return constant.test(callee) && args[0]?.value.t === 'string' && !isNew && !receiver && isAnnotation !== true;
}
