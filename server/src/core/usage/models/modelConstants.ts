import { bindingsOf } from '../../endpoint/bindings.js';
import { lastName } from '../../names.js';
import type { Expr } from '../../syntax/fact.js';
import { constantIn, isConstant } from '../clients/clientParts.js';
import type { FileContext } from '../fileContext.js';
import { aboutModels, isOnlyShown } from '../literals.js';
import { routedProvider } from './modelNames.js';
import { isFramework } from '../clients/trackedObjects.js';

const modelWords = /GPT|Claude|Gemini|Model[A-Z0-9]|Mistral|Llama/i;
const ofModels = /Models?(?:Name|Id)?$/;

/** Models by the name that an SDK gives them, wherever they stand: `openai.GPT4o`, `OpenAIModels.Chat.GPT4o`. */
export function findModelConstants(context: FileContext): void {
  const { facts, imported, isTest } = context;
  if (imported.size === 0) return;
  for (const { name, value } of facts.bindings) if (value) look(value, name, context);
  if (isTest) return;
  for (const { callee, args } of facts.calls) {
    if (isOnlyShown(callee)) continue;
    for (const { name, value } of args) look(value, name ?? callee, context);
  }
}

function look(given: Expr, name: string, context: FileContext): void {
  const value = given.t === 'call' && given.call.receiver === undefined ? constantIn(given) : given;
  if (value.t === 'object') for (const entry of value.entries) look(entry.value, entry.name ?? name, context);
  else if (value.t === 'list') for (const item of value.items) look(item, name, context);
  else if (value.t === 'either') for (const option of value.options) look(option, name, context);
  const lister = isMember(value, name, context) ? onlyService(context) : undefined;
  if (lister !== undefined) {
    const token = value.t === 'call' ? value.call.callee : value.t === 'name' ? value.path : name;
    context.drafts.push({ kind: 'model', provider: lister, span: value.span, token, weight: 1 });
    return;
  }
  if (value.t !== 'name' || !isConstant(value, context)) return;
  const last = lastName(value.path);
  const parents = value.path.split('.').slice(0, -1);
  const isOfModels = parents.some((each) => ofModels.test(each));
  const isNumbered = /\d/.test(last);
  if (!(modelWords.test(last) ? isNumbered || isOfModels : isNumbered && (isOfModels || aboutModels.test(name))))
    return;
  const root = parents[0] ?? last;
  const owner = context.origins.moduleProvider(root);
  if (owner === undefined) return;
  // `AnthropicModels.Sonnet_4`: of a framework's classes the name tells whose models they are.
  const named = isFramework(owner, context)
    ? (routedProvider(`${root.replace(ofModels, '').toLowerCase()}/x`, context.catalogue) ??
      context.catalogue.modelProvider(last.toLowerCase().replaceAll('_', '-')))
    : undefined;
  const weight = named === undefined ? 1 : 5;
  context.drafts.push({ kind: 'model', provider: named ?? owner, span: value.span, token: value.path, weight });
}

const givenAsModel = /^(?:\w*[mM]odel(?:Name|Id|ID|Type)?|engine)$/;
const families =
  /^(?:gpt|chatGpt|claude|gemini|llama|mi[sx]tral|sonar|dall_?e|whisper|text|tts|deepseek|grok|o)_?[a-z_]*\d/i;

/**
 * A member of the list of models that SDKs for Swift and Dart have: `model: .gpt4_o`, `model: ChatGptModel.gpt35Turbo`,
 * `model: Gpt4OChatModel()`.
 */
function isMember(value: Expr, name: string, { language, facts }: FileContext): boolean {
  if ((language !== 'swift' && language !== 'dart') || !givenAsModel.test(name)) return false;
  if (value.t === 'call')
    return (
      value.call.args.length === 0 && /Model$/.test(value.call.callee) && families.test(lastName(value.call.callee))
    );
  if (value.t !== 'name') return false;
  const path = value.path.replace(/\.(?:rawValue|modelName|name|value)$/, '');
  if (!families.test(lastName(path))) return false;
  // Swift leaves the list out; what the file itself gives a value is a variable.
  return path.includes('.') ? /Models?\.\w+$/.test(path) : language === 'swift' && bindingsOf(facts, path).length === 0;
}

/** The one service whose SDK the file imports. */
function onlyService(context: FileContext): string | undefined {
  const [only, ...more] = [...context.imported].filter((each) => !isFramework(each, context));
  return more.length === 0 ? only : undefined;
}
