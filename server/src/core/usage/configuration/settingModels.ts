import { deploymentOwner, inAzure, likeGpt } from './azureSettings.js';
import type { Draft } from '../draft.js';
import { isUnmistakable, openModel, ownerOfModel, routedProvider } from '../models/modelNames.js';
import { isListed } from '../models/listedModels.js';
import { isPlaceholder } from '../placeholder.js';
import { type Sections, stemOf, ties } from './sections.js';
import { isName, modelKey, namesModel } from './settingKeys.js';
import { isLabelled, type SettingView } from './settingView.js';
import { isFramework } from '../clients/trackedObjects.js';

/** What is fetched or asked for under a name that tells the service: `ollama://gemma2:2b`, `--model claude-opus-4-1`. */
export function settingNamedModel(view: SettingView): boolean {
  const { written, value, key, context } = view;
  const [, source, fetched] = fetchedModel.exec(written) ?? [];
  if (fetched !== undefined) {
    const provider = source === 'hf' ? 'huggingface' : 'ollama';
    view.push({ kind: 'model', provider, token: written, model: fetched, isNamed: false });
    return true;
  }
  const option = /args$/i.test(key) ? /--model[= ]([\w./:-]+)/.exec(value)?.[1] : undefined;
  const short = option !== undefined && /^claude[-_]?args$/i.test(key) && claudeAlias.test(option);
  const asked = option === undefined ? undefined : short ? 'anthropic' : context.catalogue.modelProvider(option);
  if (option === undefined || asked === undefined) return false;
  view.push({ kind: 'model', provider: asked, token: option, model: option });
  return true;
}

/** What Claude Code calls the newest of a family. */
export const claudeAlias = /^(?:sonnet|opus|haiku|opusplan)$/;

/** `"gpt-4o": "AzureOpenAI"`: a model by its name, and who serves it. */
export function settingServedModel(view: SettingView): boolean {
  const { last, value, context } = view;
  if (!/\d/.test(last) || last.length > 100 || !/^[A-Z][A-Za-z]{3,29}$/.test(value)) return false;
  if (!likeGpt.test(last) && context.catalogue.modelProvider(last) === undefined) return false;
  const provider = context.vendors.named(value) ?? (/^Azure/.test(value) ? 'azure-openai' : undefined);
  if (provider === undefined) return false;
  view.push({ kind: 'model', provider, token: last, model: last });
  return true;
}

const forPurpose =
  /^(?:\w+_)?MODEL_[A-Z][A-Z_]*$|^(?:\w+_)?model_(?:high|medium|low|fast|smart|cheap|deep|quick|strong|big|small|main|fallback|chat|vision|summary|embeddings?|reasoning|code|planner|judge)$/;

const fetchedModel = /^(ollama|hf):\/\/((?!datasets\/|spaces\/|buckets\/)[\w.-]+(?:[/:][\w.-]+){0,2})$/;

/** Whether the key is one for a model, or the value can be nothing else. */
export function isForModel({ setting, role, key, parent, value, path, context }: SettingView): boolean {
  return (
    role === 'model' ||
    modelKey.test(key) ||
    (/^(?:name|id|(?:api|provider|base)[-_]?(?:name|id))$/i.test(key) &&
      (modelKey.test(parent) || /deployments$|modelproperties$|^providers$/i.test(parent))) ||
    namesModel(key) ||
    (/ModelArn$/.test(key) && value.startsWith('arn:')) ||
    (/^(?:primary|fallbacks?|default)$/.test(key) && modelKey.test(path[path.indexOf(key) - 1] ?? '')) ||
    // `default_fallbacks: ["ollama/qwen3:30b"]`
    (/_fallbacks$/.test(key) && routedProvider(value, context.catalogue) !== undefined) ||
    // `providers: [openai:gpt-4o]`
    (key === 'providers' && /^[a-z]+:./.test(value)) ||
    // `AI_MODEL_VISION=anthropic/claude-sonnet-4.6`
    (forPurpose.test(key) && ownerOfModel(key, value, context.catalogue) !== undefined) ||
    isUnmistakable(value, context.catalogue) ||
    isListed(setting, context)
  );
}

/** A model by its name, of the service that the name, the key or the section tells. */
export function settingModel(view: SettingView, isModelKey: boolean): boolean {
  const { setting, key, owner, role, value, path, sections, context } = view;
  const { catalogue, facts } = context;
  const stem = stemOf(key);
  const routed = isModelKey ? (routedProvider(value, catalogue) ?? sectionVendor(view)) : undefined;
  const deployment = deploymentOwner(setting, context);
  // The key of a map may be a short word of another kind: `o1`.
  const isWord = value.length < 4 && setting.keySpan.start === setting.valueSpan.start;
  const known =
    isModelKey && !isWord
      ? (ownerOfModel(key, value, catalogue) ?? (owner === undefined ? openModel(value) : undefined))
      : undefined;
  const model = known === 'openai' && /^azure/i.test(key) ? 'azure-openai' : known;
  const modelProvider = routed ?? deployment ?? inAzure(model, sections, facts);
  if (isModelKey && value !== '') sections.tell(path, `${ties.model}${stem}`, '');
  tellFormat(view);
  if (role !== 'model' && (modelProvider === undefined || facts.dependencies.length > 0)) return false;
  const chosen = owner !== undefined && isFramework(owner, context) ? routed : undefined;
  // An assistant and a router ask whoever the name or the section tells.
  const isAsking = view.isBehindRouter || catalogue.provider(owner ?? '')?.kind === 'assistant';
  const teller = isAsking ? undefined : owner;
  const provider = chosen ?? teller ?? modelProvider ?? owner;
  const isOpen = teller === undefined && routed === undefined && deployment === undefined && modelProvider === known;
  // LiteLLM itself knows whom it asks by the name.
  const isGuess = isOpen && !view.isBehindRouter;
  if (provider === undefined) return true;
  const draft = view.push({
    isGuess,
    // The name of the model itself tells whose it is.
    isNamed: view.isResembling && model !== provider,
    // What is still to be filled in is a variable, and no model yet.
    kind: value !== view.written && view.variable !== undefined ? 'environment' : 'model',
    provider,
    token: value === '' ? key : value,
    ...(value !== '' && { model: value }),
  });
  if (routed !== undefined) sections.tell(path, ties.routed, routed);
  else if (view.isBehindRouter && modelProvider !== undefined) sections.tell(path, ties.routed, modelProvider);
  // LiteLLM's `openai/…` is whatever speaks as OpenAI does.
  if (known !== undefined || routed === 'openai') sections.tell(path, `${ties.base}${stem}`, 'openai-compatible');
  if (isOpen) sections.ask(draft, path, [stem, ties.all, `${ties.named}${stem}`, ties.uses, ties.format], 2);
  else if (provider === routed) {
    sections.ask(
      draft,
      path,
      [
        ...(provider === 'openai' ? [owner ?? stem, `${ties.elsewhere}${stem}`] : []),
        ...(view.isBehindRouter ? [ties.all] : []),
        `${ties.hosts}${stem}`,
        ties.uses,
      ],
      // What is chosen above says nothing of a section that is named after another: `openrouter { model = … }`.
      path.some((each) => each.toLowerCase() === provider) ? 1 : 2,
    );
    // `provider: { openai: { model }, host: api.deepseek.com }`
    if (provider === 'openai' && path.at(-2) === 'openai') sections.ask(draft, path.slice(0, -1), [''], 1);
  }
  // What LiteLLM calls it is of whom it asks.
  else if (key === 'model_name' && provider === 'litellm')
    sections.ask(draft, [...path.slice(0, -1), 'litellm_params', ''], [ties.all, ties.routed], 1);
  else {
    sections.ask(draft, path, [provider], path.length);
    // `deepseek-chat: { provider: openrouter, model: … }`: what is called so need not come from there.
    if (view.isResembling) sections.ask(draft, path, [`${ties.named}${stem}`], 1);
  }
  askGateway(draft, value, path, sections, false);
  return true;
}

/** A name that no vendor has: of the service that the section names. Tells whether the value can be such a name. */
export function settingOwnModel(view: SettingView, isModelKey: boolean): boolean {
  const { key, last, value, span, path, sections } = view;
  const stem = stemOf(key);
  // A key that can mean nothing else, of a service that this file does not tell: `llm_model`.
  const isCertain = /^(?:default[-_]?)?llm[-_]?model(?:[-_]?(?:name|id))?$/i.test(key) && !isPlaceholder(value);
  if (isCertain && isName.test(value) && !/^(?:string|text)$/.test(value)) {
    const model = view.push({
      kind: 'model',
      provider: 'openai-compatible',
      token: value,
      model: value,
      isNamed: true,
    });
    sections.ask(model, path, [stem, `${ties.named}${stem}`, ties.all], 1);
    return true;
  }
  // `ollama_models: [mistral]`: the key says whose server has it.
  const server = view.context.vendors.named(/^(\w+?)[-_](?:default[-_])?models?$/i.exec(key)?.[1] ?? '');
  if (server !== undefined && view.context.catalogue.provider(server)?.kind === 'local' && isName.test(value)) {
    view.push({ kind: 'model', provider: server, token: value, model: value });
    return true;
  }
  if (!isModelKey || !(/model|^azure_deployment$/i.test(key) || view.parent === 'model') || !isName.test(value))
    return false;
  const asked: Draft = { kind: 'model', provider: '', token: value, model: value, weight: 3, span };
  const isOfAll = /^models?$/.test(key) || forText.test(key) || forPart.test(key);
  const wanted = [stem, `${ties.named}${stem}`, ties.uses, ...(isOfAll ? [ties.all] : [])];
  sections.ask(asked, path, wanted, /^\d+$/.test(last) ? 2 : 1, true);
  askGateway({ ...asked }, value, path, sections, true);
  return true;
}

/** `INFERENCE_TEXT_MODEL`: beside one address it is asked for there. */
const forText = /(?:^|_)(?:LLM|TEXT|CHAT|VISION|EMBEDDINGS?|SUMMARY|INFERENCE)_(?:[A-Z]+_)?MODEL(?:_NAME)?$/;

/** `EmbeddingModel`, `completion-model`: the same, as other files write it. */
const forPart = /^(?:llm|text|chat|vision|embeddings?|completions?|inference)[-_]?Model(?:[-_]?Name)?$/i;

/** `model: { format: 'OpenAI', name: chatModel }`: what Azure deploys, under a name that comes from elsewhere. */
function tellFormat({ setting, parent, last, value, span, path, sections, context }: SettingView): void {
  // Of a module of Terraform: `model_format = "OpenAI"` or `capacity = 10`, beside `name` and `model_name`.
  const isFlat = context.facts.language === 'hcl';
  if (isFlat && ((last === 'model_format' && value === 'OpenAI') || (last === 'capacity' && /^\d+$/.test(value))))
    sections.tell(path, ties.format, 'azure-openai');
  else if (/model(?:properties)?$/i.test(parent) && last === 'format' && value === 'OpenAI')
    for (const each of [path, path.slice(0, -1)]) sections.tell(each, ties.format, 'azure-openai');
  // `{ name: chat.deploymentName, model: { format: 'OpenAI', … } }`
  else if (last === 'name' && setting.reference === true && /^\d+$/.test(path.at(-2) ?? ''))
    sections.ask(
      { kind: 'model', provider: '', token: value, weight: 3, span },
      [...path.slice(0, -1), 'model', ''],
      [ties.format],
      1,
      true,
    );
  else if (
    last === 'name' &&
    ((/deployments$/i.test(parent) && likeGpt.test(value)) ||
      // By a variable, or under a name that is newer than the catalogue.
      (parent === 'model' && (setting.reference === true || context.catalogue.modelProvider(value) === undefined)) ||
      (isFlat && (likeGpt.test(value) || context.catalogue.modelProvider(value) === 'openai')))
  )
    sections.ask({ kind: 'model', provider: '', token: value, weight: 3, span }, path, [ties.format], 1, true);
}

/** `eigen/qwen3-coder`, of a gateway that the file gives that name. */
function askGateway(
  draft: Draft,
  model: string,
  path: readonly string[],
  sections: Sections,
  isPending: boolean,
): void {
  const [, name] = /^([\w.-]+)\/./.exec(model) ?? [];
  if (name !== undefined) sections.ask(draft, path, [`${ties.routed}/${name}`], path.length, isPending);
}

/** A section that is named after a provider: `Ollama: { ModelName: … }`. */
function sectionVendor({ path, value, context }: SettingView): string | undefined {
  if (value === '' || /\s/.test(value) || isLabelled(path, context)) return undefined;
  const section = path.findLast((key, at) => at < path.length - 1 && !/^\d+$/.test(key)) ?? '';
  return section.length > 3 ? context.vendors.named(section) : undefined;
}
