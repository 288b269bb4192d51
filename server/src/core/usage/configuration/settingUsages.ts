import type { SettingFact } from '../../syntax/fact.js';
import { builtBy } from '../clients/builtBy.js';
import { expressionUsage } from './expressionUsages.js';
import type { FileContext } from '../fileContext.js';
import { type Sections, ties } from './sections.js';
import { settingAddress, settingOwnAddress } from './settingAddresses.js';
import { settingClass } from './settingClasses.js';
import { isForModel, settingModel, settingNamedModel, settingOwnModel, settingServedModel } from './settingModels.js';
import { settingMention, settingPlainKey, settingSharedKey, settingVariable } from './settingVariables.js';
import { SettingView } from './settingView.js';
import { tellService } from './tellService.js';

/** What a key of a configuration file with its value says: an address, a model or a variable; the first that fits. */
export function settingUsage(setting: SettingFact, sections: Sections, context: FileContext): void {
  if (SettingView.isNone(setting) || isShownAsExample(setting, context)) return;
  const view = new SettingView(setting, sections, context);
  const { key, certain, value, path } = view;
  // `spring.ai.model.image: none`: what is not there.
  if (view.role === 'other' && setting.value === 'none') return;
  expressionUsage(setting, view.span, sections, context);
  if (certain !== undefined) {
    if (view.role === 'key') sections.noteKey(path, certain);
    sections.tell(path, `${ties.key}${certain}`, certain);
  }
  if (settingClass(view) || settingNamedModel(view) || settingServedModel(view) || settingAddress(view)) return;
  tellService(setting, view.span, sections, context);
  tellSwitch(view);
  const isModelKey = isForModel(view);
  if (settingModel(view, isModelKey)) return;
  if (view.owner === undefined && setting.reference !== true && context.facts.dependencies.length === 0) {
    const isAddress = /^https?:/.test(value) && /(?:url|endpoint|host|base)$/i.test(key);
    if (!settingOwnModel(view, isModelKey) && isAddress) settingOwnAddress(view);
  }
  if (settingVariable(view)) return;
  // `data.aws_bedrock_foundation_model.vragen.model_id`
  const isItem = /^\d+$/.test(view.last);
  if ((isModelKey || isItem) && setting.reference === true && /\baws_bedrock_\w+\./.test(setting.value))
    view.push({ kind: 'model', provider: 'aws-bedrock', token: key });
  // Of a deployment, with its name and version in one: `model: deployment.model`.
  if (key === 'model' && setting.reference === true && path.some((each) => each.endsWith('/accounts/deployments')))
    view.push({ kind: 'model', provider: 'azure-openai', token: key });
  const builder = isModelKey || /model_?arn$/i.test(key) ? builtBy(setting, sections, context) : undefined;
  if (builder !== undefined) view.push({ kind: 'model', provider: builder, token: key });
  settingSharedKey(view);
  settingPlainKey(view);
  // Of a model that is told elsewhere.
  if (/^LLM_MODEL(?:_NAME|_ID)?$/.test(key) && (value === '' || setting.reference === true))
    view.push({ kind: 'environment', provider: 'openai-compatible', token: key });
  settingMention(view);
}

/** What a description of an interface (OpenAPI) shows of its answers. */
function isShownAsExample({ path }: SettingFact, { facts }: FileContext): boolean {
  const [first = ''] = path;
  return (
    /^(?:components|paths|definitions)$/.test(first) && /\.(?:ya?ml|json)$/.test(facts.path) && path.some(isExample)
  );
}

const isExample = (key: string): boolean => key === 'example' || key === 'examples';

/** `CLAUDE_CODE_USE_BEDROCK=1`: what speaks of a vendor's models goes to another's. */
function tellSwitch({ key, owner, value, path, sections }: SettingView): void {
  const switched = /^(CLAUDE_CODE|GOOGLE_GENAI)_USE_/.exec(key)?.[1];
  if (switched !== undefined && owner !== undefined && /^(?:1|true)$/i.test(value))
    sections.tell(path, switched === 'CLAUDE_CODE' ? 'anthropic' : 'google-gemini', owner);
}
