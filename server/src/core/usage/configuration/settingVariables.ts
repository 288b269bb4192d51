import { inAzure } from './azureSettings.js';
import { environmentName } from '../environment/environmentNames.js';
import { ties } from './sections.js';
import { isAddressKey } from './settingKeys.js';
import type { SettingView } from './settingView.js';

/** A variable or a key of a provider, whatever its value. */
export function settingVariable(view: SettingView): boolean {
  const { setting, key, owner, table, value, path, sections, context } = view;
  const { catalogue, facts } = context;
  const kindOfTable = catalogue.provider(table?.provider ?? '')?.kind;
  // How a gateway goes about it says nothing of a use.
  if (table?.role === 'other' && /^(?:true|false|[\d._]+)$/i.test(value) && kindOfTable === 'gateway') return true;
  // `enableOpenaiApi: false`
  if (view.resembling !== undefined && /api$/i.test(key) && /^(?:true|false)$/i.test(value)) return true;
  // A number or a sentence under a name of the project's own is no key: `BEDROCK_MAX_SESSIONS=100`, `"loadingKey": "Sleutel laden…"`.
  if (view.resembling !== undefined && setting.reference !== true && isNoKey.test(value)) return true;
  if (owner === undefined || (setting.value === '' && !/^[A-Z]/.test(key) && setting.reference !== true)) return false;
  // An address that infrastructure passes on is that of what it builds.
  const isBuilt = view.isResembling && facts.language === 'bicep' && isAddressKey(key);
  const asked = owner === 'openai-compatible' ? askedBy(view) : undefined;
  const draft = view.push(
    isBuilt
      ? { kind: 'endpoint', provider: inAzure(owner, sections, facts) ?? owner, token: key }
      : { kind: 'environment', provider: asked ?? owner, token: key },
  );
  if (view.isRoutedAddress) sections.tell(path, ties.elsewhere, '');
  // What a user interface is given belongs to the service that it is given it for.
  const isTool = kindOfTable === 'tool';
  if (owner === table?.provider && (view.named !== undefined || isTool))
    sections.ask(draft, path, isTool ? [owner] : [ties.routed], 1);
  // OpenAI's key is what others of its kind are given too: the address beside it tells.
  else if (owner === 'openai' && !isBuilt) sections.ask(draft, path, [owner], table ? path.length : 1);
  return true;
}

/** `LLM_API_KEY=your-huggingface-api-key`, `apiKey: ${GROQ_API_KEY}`, `name: groq`: what is filled in says whose it is. */
function askedBy({ key, context, setting: { value } }: SettingView): string | undefined {
  if (key === 'name') return context.vendors.named(value);
  const word = isFilledIn.exec(value)?.[1];
  if (word !== undefined) return context.vendors.named(word);
  const variable = isVariable.exec(value)?.[1];
  return variable === undefined ? undefined : environmentName(variable, context);
}

const isVariable = /^\$\{([A-Z][A-Z\d_]*)(?::?-[^}]*)?\}$/;
const isFilledIn = /^<?your[-_ ]([a-z]+)[-_ ](?:api[-_ ]?)?(?:key|token)/i;
const isNoKey = /^[\d._]+$|\p{L}{2},?\s+\p{L}{2}/u;

/** A key that other things have too, among the keys of several vendors. */
export function settingSharedKey({ key, span, path, sections, context }: SettingView): void {
  if (!/^(?:GOOGLE|AZURE)_API_KEY$/.test(key)) return;
  const [provider = ''] = context.catalogue.sharedVariable(key) ?? [];
  sections.ask({ kind: 'environment', provider, token: key, weight: 3, span }, path, [ties.keys], 1, true);
}

/** `"Endpoint": "https://api.scaleway.ai/v1", "ApiKey": "…"`: the key to the address beside it. */
export function settingPlainKey({ key, value, span, path, sections }: SettingView): void {
  if (!/^api[-_]?key$/i.test(key) || /^(?:true|false)$/i.test(value)) return;
  sections.ask({ kind: 'environment', provider: '', token: key, weight: 3, span }, path, [ties.all], 1, true);
}

const namesOne = /^(?:key|name|env\w*|variable)$/i;
/** What an application signs in its users with. */
const ofApplication = /_CLIENT_(?:ID|SECRET)$/;

/** A variable that the value names or holds. */
export function settingMention(view: SettingView): void {
  const { setting, last, context } = view;
  const { value, reference } = setting;
  // Where people reach it, not what it is given: ``traefik.http.routers.chat.rule=Host(`${OPENWEBUI_HOSTNAME}`)``.
  if (value.startsWith('traefik.') || setting.path.some((key) => key.startsWith('traefik.'))) return;
  const push = (name: string, mayResemble: boolean): boolean => {
    const known = environmentName(name, context);
    const provider = known ?? (mayResemble ? context.vendors.inVariable(name) : undefined);
    if (provider !== undefined) view.push({ kind: 'environment', provider, token: name, isNamed: known === undefined });
    return provider !== undefined;
  };
  // What a service is given to start with: `--set-secrets`, `JWT=JWT:latest,OPENAI_API_KEY=OPENAI_API_KEY:latest`.
  for (const [, name = ''] of /^(?:--set-|\w+=.*,\w+=)/.test(value) ? value.matchAll(handedOver) : [])
    if (push(name, true)) return;
  // `name = "AzureOpenAI__Endpoint"`: a section and its key, as .NET reads them from the environment.
  if (last === 'name' && /^[A-Z]\w*__\w+$/.test(value)) {
    const provider = context.vendors.inSetting(value.replace(/__/g, '_'));
    if (provider !== undefined) view.push({ kind: 'environment', provider, token: value, isNamed: true });
  }
  // `value: ${OPENAI_API_KEY}`, `- OPENAI_API_KEY`
  for (const name of value.replace(ofModule, '').match(/\b[A-Z][A-Z0-9_]{5,}\b/g) ?? []) {
    if ((reference !== true || value.includes('\n')) && value !== name) continue;
    if (push(name, reference === true || namesOne.test(last) || (last === 'secretKey' && !ofApplication.test(name))))
      return;
  }
}

/** What a module of Terraform gives is no variable, whatever its name: `${module.openai.OPENAI_RESOURCE_NAME}`. */
const ofModule = /\bmodule\.[\w-]+\.[\w.-]+/g;

const handedOver = /(?:^|[,=])([A-Z][A-Z0-9_]{5,})=/g;
