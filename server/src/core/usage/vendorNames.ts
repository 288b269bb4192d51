import type { Catalogue } from '../catalog/catalogue.js';
import { Memo } from '../memo.js';
import { toWords } from '../names.js';

/** What keys of frameworks call a service: `quarkus.langchain4j.vertexai.gemini.chat-model.model-id`. */
const shorter = [
  ['vertexai', 'google-vertex'],
  ['gemini', 'google-gemini'],
  ['bedrock', 'aws-bedrock'],
] as const;

/**
 * Vendors by the word that project-made names hold: `EVAL_OPENAI_MODEL`, `AzureOpenAiServiceEndpoint`. Taken from the
 * catalogue's own key names (`OPENAI_API_KEY` → `OPENAI`), where the word is also the provider's.
 */
export class VendorNames {
  private readonly stems: { readonly stem: string; readonly provider: string }[] = [];
  /** The same few names are asked at every keystroke. */
  private readonly inVariables = new Memo<string | undefined>();
  private readonly inObjects = new Memo<string | undefined>();
  private readonly ids = new Map<string, string>();
  private readonly services: { readonly name: string; readonly id: string }[] = [];
  private readonly inSettings = new Memo<string | undefined>();

  constructor(private readonly catalogue: Catalogue) {
    for (const { id, kind } of catalogue.providers) {
      if (kind === 'assistant' || kind === 'tool' || kind === 'observability') continue;
      const name = id.replace(/-/g, '');
      this.ids.set(name, id);
      if (kind !== 'framework') this.services.push({ name, id });
    }
    for (const [name, id] of shorter) if (catalogue.provider(id)) this.services.push({ name, id });
    this.services.sort((a, b) => b.name.length - a.name.length);
    const stems = new Map<string, string | undefined>();
    for (const provider of catalogue.providers) {
      for (const [name, role] of Object.entries(provider.environment ?? {})) {
        const match =
          role === 'key' || role === 'endpoint'
            ? /^([A-Z][A-Z0-9_]*?)_(?:API_KEY|API_TOKEN|KEY|TOKEN|BASE_URL|ENDPOINT|HOST)$/.exec(name)
            : null;
        const stem = match?.[1];
        if (stem === undefined || stem.length < 4 || tooCommon.has(stem)) continue;
        if (!resembles(stem, provider.id)) continue;
        // A word of two providers tells neither.
        stems.set(stem, stems.has(stem) && stems.get(stem) !== provider.id ? undefined : provider.id);
      }
    }
    for (const [stem, provider] of stems) if (provider !== undefined) this.stems.push({ stem, provider });
    for (const [stem, provider] of otherWords) if (catalogue.provider(provider)) this.stems.push({ stem, provider });
    this.stems.sort((a, b) => b.stem.length - a.stem.length);
  }

  /** Provider that a word is the name of, in any spelling: `AzureOpenAI`, `google-gemini`. */
  named(word: string): string | undefined {
    const name = word.toLowerCase().replace(/[-_\s]/g, '');
    // `amazonbedrock`, as K8sGPT has it.
    return this.ids.get(name.startsWith('amazon') ? name.replace('amazon', 'aws') : name) ?? this.ids.get(name);
  }

  /** Service that a word begins with: `openaiservice`; of a short name only when it is all of the word: `zhipuai`. */
  service(word: string): string | undefined {
    return this.services.find(
      ({ name }) => word === name || word === `${name}ai` || (name.length > 5 && word.startsWith(name)),
    )?.id;
  }

  /** Provider of an environment name: `MY_APP_OPENAI_MODEL`. A deployment is a word of Azure's: `JUDGE_OPENAI_DEPLOYMENT`. */
  inVariable(name: string): string | undefined {
    return ofOneself.test(name) ? undefined : this.serviceIn(name);
  }

  private serviceIn(name: string): string | undefined {
    const found = this.byStem(name);
    return found === 'openai' && /(?:^|_)AZURE_|_DEPLOYMENT(?:_|$)/.test(name) ? 'azure-openai' : found;
  }

  private byStem(name: string): string | undefined {
    if (name === '') return undefined;
    return this.inVariables.of(name, () => {
      if (this.catalogue.sharedVariable(name) || ofAnother.test(name)) return undefined;
      const padded = `_${name}_`;
      return this.stems.find(({ stem }) => padded.includes(`_${stem}_`))?.provider;
    });
  }

  /** Provider of an object by its name: `openaiClient`. */
  inObject(name: string): string | undefined {
    return this.inObjects.of(name, () => {
      const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
      // Among variables it is as often that of the assistant: `CLAUDE_CODE_…`.
      return this.serviceIn(words) ?? (/(?:^|_)CLAUDE(?!_CODE)(?:_|$)/.test(words) ? 'anthropic' : undefined);
    });
  }

  /** Provider that a file is called after: `src/GeminiCommunicator.php`, `llm_ollama.rs`. */
  ofFile(path: string): string | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    return name.length > 60 ? undefined : this.inObject(toWords(name));
  }

  /** Provider of a key in any spelling that also says what it carries: `openaiApiKey`, `AzureOpenAI:Endpoint`. */
  inSetting(name: string): string | undefined {
    // `AzureAI:OpenAIEndpoint`: a section of Azure's.
    return this.inSettings.of(name, () => {
      const found = this.wordsIn(name);
      return found === 'openai' && /^azure/i.test(name) ? 'azure-openai' : found;
    });
  }

  private wordsIn(name: string): string | undefined {
    // A header, or what comes with an answer: `x-amz-bedrock-kb-source-uri`.
    if (/^x-/i.test(name)) return undefined;
    const words = toWords(name);
    if (!carries.test(words) || ofAnother.test(words) || ofOneself.test(words) || this.catalogue.sharedVariable(words))
      return undefined;
    const squashed = words.replace(/_/g, '');
    return (
      (words === name ? this.inVariable(words) : this.byStem(words)) ??
      this.stems.find(({ stem }) => stem.length >= 6 && squashed.includes(stem.replace(/_/g, '')))?.provider
    );
  }
}

const carries =
  /(?:KEY|TOKEN|SECRET|ENDPOINT|URL|URI|API_BASE|HOST|MODEL(?:_NAME|_ID)?|DEPLOYMENT(?:_NAME|_ID)?|API_VERSION|DEPLOYMENT_MODEL|RESOURCE(?:_NAME)?|SERVICE|_API)$/;

/** What something keeps its own things in, or who may use it, is no model's: `LITELLM_POSTGRES_HOST`. */
export const ofAnother =
  /(?:^|_)(?:DATABASE|DB|POSTGRES|PG(?:VECTOR)?|REDIS|MYSQL|MARIADB|MONGO\w*|SMTP|WEBHOOK|OIDC|OAUTH|OPENID|SSO|GENERIC_(?:CLIENT|USERINFO|AUTHORIZATION|TOKEN)|OPEN_TERMINAL|MEILI|WEBUI)_|_MCP_|_(?:POSTGRES|REDIS|MYSQL|MARIADB|MONGO|WEAVIATE|QDRANT|NGINX|PROXY|SANDBOX|WORKER)$/;

/** What a program calls its own things around a service: `ZSH_OLLAMA_HOTKEY`, `GEMINI_APP_ENV`. */
const ofOneself =
  /_(?:STATE_FILE(?:_KEY)?|HOTKEY|SHORTCUT|COMMANDS?|RESPONSE|OUTPUT|RESULTS?|APP_ENV|COLOU?R|THEME|ICON|ACTIVE|TOP_P|FILE_UPLOAD|NATIVE_CAPABILITIES)$|_PARAMS_|(?:^|_)MOCK_|_(?:LAMBDA|FUNCTION|ANALYZER|PROCESSOR|HANDLER|WORKER|QUEUE|TOPIC|BUCKET|TABLE)_(?:ARN|NAME|URL)$|^(?:OPEN_?WEBUI|LIBRECHAT)_SECRET_KEY$/;

/** What a constant's name must end in to be a setting of a provider and not a word of the project's own. */
export const carriesSetting =
  /_(?:API_?KEY|KEY|TOKEN|BASE_URL|API_URL|API_BASE|ENDPOINT|API_VERSION|MODEL|MODEL_NAME|MODEL_ID|DEPLOYMENT|DEPLOYMENT_NAME|API_HOST|HOST|ORG_ID|ORGANIZATION)$/;

/** How people write a vendor's name in names of their own. */
const otherWords = [
  ['CHAT_GPT', 'openai'],
  ['CHATGPT', 'openai'],
  ['OPEN_AI', 'openai'],
  ['OPEN_ROUTER', 'openrouter'],
  ['OPEN_WEBUI', 'openwebui'],
  ['OPEN_WEB_UI', 'openwebui'],
  ['AOAI', 'azure-openai'],
  ['AZ_OAI', 'azure-openai'],
  ['DEEP_SEEK', 'deepseek'],
  ['GOOGLE_AI', 'google-gemini'],
  ['GOOGLEAI', 'google-gemini'],
  ['AISTUDIO', 'google-gemini'],
] as const;

const tooCommon = new Set([
  // Of a project's own that starts the assistant: `CODEX_BOARD_LIMIT`.
  'CODEX',
  'AI_GATEWAY',
  'GOOGLE',
  'AZURE',
  'AWS',
  'CLOUDFLARE',
  'GITHUB',
  'GITLAB',
  'DATABRICKS',
  'SNOWFLAKE',
  'ORACLE',
  'NVIDIA',
  'API',
  'CONTINUE',
  'CURSOR',
  'SURF',
  'SPARK',
  'CHAT',
  'TEXT',
  'MODEL',
  'AI',
  'TOGETHER',
  'REPLICATE',
  'WEBUI',
  'OPEN_WEBUI',
  'BASE',
  'INFERENCE',
  'CLOUD',
]);

function resembles(stem: string, id: string): boolean {
  const [a, b] = [stem.replace(/_/g, '').toLowerCase(), id.replace(/-/g, '')];
  return b.includes(a) || a.includes(b);
}
