import { followReferences } from '../../endpoint/references.js';
import type { Resolved } from '../../endpoint/resolved.js';
import type { SettingFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { reachOf, reachOfAddress } from '../reach.js';
import { ties } from './sections.js';
import { isAddressKey } from './settingKeys.js';
import type { SettingView } from './settingView.js';

/** Keys under which a framework asks for the class of an object that it makes. */
const classKey = /^(?:class|className|class_name|class_path|cls|type|factory|_target_)$/;

/** A class by its whole name, of a language with namespaces. */
const classes = [
  ['php', /^\\?[A-Z]\w*(?:\\\w+)+$/],
  ['java', /^(?:[a-z]\w*\.){2,}[A-Z]\w*$/],
  ['python', /^[a-z_]\w*(?:\.\w+)*\.[A-Z]\w*$/],
] as const;

/**
 * `class: Symfony\AI\Platform\Bridge\Mistral\Mistral`, `<bean class="org.springframework.ai.openai.OpenAiChatModel">`,
 * `_target_: langchain_openai.ChatOpenAI`: an object that a framework makes from its configuration.
 */
export function settingClass(view: SettingView): boolean {
  const { key, setting, sections, context } = view;
  if (settingConstant(view)) return true;
  if (!classKey.test(key) || setting.value.length > 200) return false;
  for (const [language, form] of classes) {
    const name = setting.value.replace(/^\\/, '');
    const provider = form.test(setting.value) ? context.catalogue.modules.find(language, name) : undefined;
    if (provider === undefined) continue;
    const address = addressOf(setting, context.facts.settings);
    const reach = address
      ? reachOfAddress(provider, addressIn(address, context), context)
      : reachOf(provider, undefined, undefined, context);
    // The model beside it is asked there too.
    if (!address && reach.endpoint) sections.tell(setting.path, ties.all, reach.provider);
    view.push({ kind: 'client', ...reach, token: name.slice(name.search(/\w+$/)), act: 'construct' });
    return true;
  }
  return false;
}

/** `name: !php/const Symfony\AI\Platform\Bridge\Mistral\Mistral::MISTRAL_LARGE`: a model by the name that its class gives it. */
function settingConstant(view: SettingView): boolean {
  const [, owner = '', name = ''] = /^(\w+(?:\\\w+)+)::([A-Z]\w+)$/.exec(view.setting.value) ?? [];
  if (owner === '' || !/^(?:name|model)$/.test(view.key)) return false;
  const provider = view.context.catalogue.modules.find('php', owner);
  if (provider !== undefined) view.push({ kind: 'model', provider, token: name });
  return provider !== undefined;
}

function addressIn({ path, value }: SettingFact, { facts, resolving }: FileContext): Resolved {
  const found = followReferences(value, facts.path, resolving, 0, [], path.at(-1) ?? '');
  return found.value === undefined ? found : { ...found, source: 'configuration' };
}

/** What the object is given for an address: behind its class and before that of the next. */
function addressOf(setting: SettingFact, settings: readonly SettingFact[]): SettingFact | undefined {
  const section = setting.path.slice(0, -1);
  for (let at = settings.indexOf(setting) + 1; at < settings.length; at++) {
    const each = settings[at] as SettingFact;
    if (section.some((part, index) => each.path[index] !== part)) return undefined;
    if (each.path.length === setting.path.length && each.path.at(-1) === setting.path.at(-1)) return undefined;
    if (isAddressKey(each.path.at(-1) ?? '') || /base$/i.test(each.path.at(-1) ?? '')) return each;
  }
  return undefined;
}
