import type { EnvironmentName } from '../../catalog/catalogue.js';
import { lastName } from '../../names.js';
import type { FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { ofAnother } from '../vendorNames.js';

/** Prefixes that a build tool puts before a name to show it to the browser. */
const publicPrefix =
  /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|NUXT_PUBLIC_|NUXT_|PUBLIC_|GATSBY_|VUE_APP_|TF_VAR_)/;

const carries =
  /_(?:API|KEY|TOKEN|SECRET|URL|URI|BASE|ENDPOINT|HOST|MODEL|MODELS|DEPLOYMENT|DEPLOYMENTS|VERSION|REGION|LOCATION|PROJECT|RESOURCE|SERVICE|NAME|ID|ORG|ORGANIZATION|EMBEDDING|EMBEDDINGS|CHAT|GPT|TIMEOUT|TEMPERATURE|TOKENS|CAPACITY|SKU|GROUP|TYPE|INSTANCE|DIMENSIONS|REVERSED|CHATGPT|EMB)\w*$|_(?:MAX|EMBED|CHAT|GPT|USE)_/;

/** Of these words other products bear the name: a protocol and a test tool, a workflow engine, a game's server. */
const isOrdinary = /^(?:GEMINI|MISTRAL|BEDROCK|COHERE|GROQ|CLAUDE)_/;
const tells = /_(?:API|API_?KEY|KEY|TOKEN|SECRET|MODELS?|DEPLOYMENTS?|EMBED\w*|CHAT|GPT|LLM)(?:_|$)/;

/** `CLAUDE_CODE_GL_ACCESS_TOKEN`: what lets it into where the code is kept. */
const ofPlatform = /_(?:GL|GITLAB|GH|GITHUB|BITBUCKET)_/;

/** `GEMINI_MODEL_CACHE_FILE`: where a project keeps what it got. */
const ofCache = /_CACHE_(?:FILE|TTL|DIR|PATH)$/;

export function environmentName(name: string, context: Pick<FileContext, 'catalogue' | 'facts'>): string | undefined {
  if (!/^[A-Z][A-Z0-9_]{3,99}$/.test(name) || (ofAnother.test(name) && !context.catalogue.environment.exactly(name)))
    return undefined;
  const { environment: table } = context.catalogue;
  const bare = name.replace(publicPrefix, '');
  const exact = table.exactly(name) ?? table.exactly(bare);
  // A family (`GEMINI_*`) holds words of a project's own too: the rest of the name must say what it carries.
  const isFamily =
    !ofPlatform.test(name) &&
    !ofCache.test(name) &&
    (isOrdinary.test(bare) ? tells : carries).test(name) &&
    context.catalogue.sharedVariable(name) === undefined;
  const found = exact ?? (isFamily ? (table.get(name) ?? table.get(bare)) : undefined) ?? keyBehind(name, context);
  return found && !namesakes(context).some((prefix) => bare.startsWith(prefix)) ? found.provider : undefined;
}

/** `LEZER_ANTHROPIC_API_KEY`: the name of a key, behind words of the project's own. */
function keyBehind(name: string, { catalogue }: Pick<FileContext, 'catalogue'>): EnvironmentName | undefined {
  if (!name.endsWith('_API_KEY') || ownKeys.test(name)) return undefined;
  for (let at = name.indexOf('_') + 1; at > 0; at = name.indexOf('_', at) + 1) {
    const behind = name.slice(at);
    const found = behind.length > 'X_API_KEY'.length ? catalogue.environment.exactly(behind) : undefined;
    if (isAnybodys.test(behind)) continue;
    if (found?.role !== 'key' || found.provider === 'openai-compatible' || catalogue.sharedVariable(behind)) continue;
    // `STAD_AZURE_EASTUS_OPENAI_API_KEY`: of Azure's service, with words between.
    return (
      (found.provider === 'openai' && ofAzure.test(name.slice(0, at)) && catalogue.environment.exactly(azureKey)) ||
      found
    );
  }
  return undefined;
}

const ofAzure = /(?:^|_)AZURE_/;
const azureKey = 'AZURE_OPENAI_API_KEY';

/** Behind words of one's own that is one's own too: `CITY_AI_GATEWAY_API_KEY`. */
const isAnybodys = /^AI_GATEWAY_/;

/** Constants that hold what a setting is called: `CONF_GEMINI_API_KEY = "gemini_api_key"`. */
const ownKeys = /^(?:CONF|ATTR|PREFS?|KEY|SETTING|OPT|OPTION|FIELD)_/;

const known = new WeakMap<FileFacts, readonly string[]>();

/**
 * `GEMINI_API_SECRET`: what has a secret beside its key where the vendor has none is another by the same name, of a
 * crypto exchange say.
 */
function namesakes({ facts, catalogue }: Pick<FileContext, 'catalogue' | 'facts'>): readonly string[] {
  let prefixes = known.get(facts);
  if (!prefixes) {
    const names = new Set([
      ...facts.environment.map(({ name }) => name),
      ...facts.bindings.map(({ name }) => lastName(name).toUpperCase()),
      ...facts.settings.map(({ path }) => path.at(-1) ?? ''),
    ]);
    const secrets = [...names].filter((name) => name.endsWith('_API_SECRET') && !catalogue.environment.exactly(name));
    prefixes = secrets.map((name) => name.slice(0, -'API_SECRET'.length)).filter((each) => names.has(`${each}API_KEY`));
    known.set(facts, prefixes);
  }
  return prefixes;
}

/** `formData.get("openai-key")`, `localStorage.getItem("…")`: what a visitor filled in. */
export const ofVisitor =
  /(?:form|formData|form_data|user_?[dD]ata|searchParams|headers|cookies|(?:local|session)Storage|session)(?:\.\w+){1,2}$/i;
