import * as z from 'zod';
import { endpointClasses } from '../endpoint/endpoint.js';

/**
 * The shape of `rules/providers/<id>.yaml`. The build validates every file with it; nothing of zod reaches the product
 * through here, because the rest of the core only takes the types.
 */

const text = z.string().min(1);
const texts = z.array(text);

/** `openai` is that name; `langchain-*` any name that starts so. */
const tokens = texts;

const roles = ['key', 'endpoint', 'model', 'region', 'other'] as const;

const hostSchema = z.strictObject({
  /** `api.openai.com`, `*.openai.azure.com` (one or more labels for `*`), `localhost:11434`. */
  host: text,
  class: z.enum(endpointClasses),
  /** Fixed region of this host. `label:N` takes the Nth label of the host (from 1): `label:2` of `bedrock-runtime.eu-west-1.amazonaws.com`. */
  region: text.optional(),
  /** Only with a path that starts so: `/api/v1`. */
  path: text.optional(),
});

/** A class, function or method of an SDK. */
const symbolSchema = z.strictObject({
  /** As written after import: `ChatOpenAI`, `generateText`, `OpenAIOkHttpClient.builder`, `boto3.client`. */
  names: texts.min(1),
  /** Languages in which it exists; left out: every language that the provider has modules or packages for. */
  languages: texts.optional(),
  /** Modules it may be imported from, when not (only) the provider's own: `langchain_community.chat_models`. */
  modules: texts.optional(),
  /** `construct` builds a client, chat model, embedding, agent; `call` sends something by itself. */
  does: z.enum(['construct', 'call']),
  /** Arguments (or builder methods, or properties) by what they carry; a number is a position from 0. */
  endpoint: z.array(z.union([text, z.number().int()])).optional(),
  model: z.array(z.union([text, z.number().int()])).optional(),
  key: z.array(z.union([text, z.number().int()])).optional(),
  region: z.array(z.union([text, z.number().int()])).optional(),
  /** Names the service by a word: `using(Provider::Mistral, …)`, `provider: :gemini`. */
  service: z.array(z.union([text, z.number().int()])).optional(),
  /** Methods on the object that send something; left out: the provider's `calls`. `@langchain` stands for that entry's `calls`. */
  calls: texts.optional(),
  /**
   * Only when one of these arguments is one of these strings (`*` at an end is a wildcard): `boto3.client('bedrock-runtime')`.
   * A constant or call counts by its last name: `vertexai=True`, `backend: new VertexAIBackend()`. `environment` is a
   * switch that decides where the code does not.
   */
  when: z
    .strictObject({
      argument: z.array(z.union([text, z.number().int()])).min(1),
      is: texts.min(1),
      environment: text.optional(),
    })
    .optional(),
  /** The name gives it away even without an import in the file: `AzureOpenAIClient`. Never for common words. */
  distinctive: z.boolean().optional(),
  /** What it reaches, when that is another entry: `ChatOpenAI` in `langchain.yaml` reaches `openai`. */
  provider: text.optional(),
  /** Where it goes without an endpoint argument, when not where the provider goes: `local` for a pipeline in process. */
  endpointClass: z.enum(endpointClasses).optional(),
  /** Reaches whatever the object in this argument reaches: `generateText({ model })`, `create_react_agent(llm, …)`. */
  through: z.array(z.union([text, z.number().int()])).optional(),
  /** Is no more than another way to ask what `through` gives, and of that service; an agent shows its framework. */
  isThin: z.boolean().optional(),
});

export const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  kind: z.enum([
    'service',
    'cloud',
    'gateway',
    'government',
    'local',
    'framework',
    'assistant',
    'tool',
    'observability',
  ]),
  /** What comes out: text, code, image, speech, music, video, embedding, rerank, translation, transcription. */
  generates: z.array(
    z.enum([
      'text',
      'code',
      'image',
      'speech',
      'music',
      'video',
      'embedding',
      'rerank',
      'translation',
      'transcription',
    ]),
  ),
  /** Who runs the service; `country` is ISO 3166-1 alpha-2. Left out for software that you run yourself. */
  operator: z.strictObject({ name: text, country: z.string().regex(/^[A-Z]{2}$/) }).optional(),
  /** Of the models that it serves. `depends` when it serves several kinds, or whatever you put in it. */
  openness: z.enum(['open-source', 'open-weights', 'closed', 'depends']),
  /** Where the SDK goes when nothing says otherwise. */
  endpoint: z.strictObject({ default: text.optional(), class: z.enum(endpointClasses) }).optional(),
  hosts: z.array(hostSchema).optional(),
  /** Hosts of another service of the same name: the crypto exchange Gemini. */
  namesakes: tokens.optional(),
  /** Package names per ecosystem, as a manifest writes them. */
  packages: z
    .partialRecord(
      z.enum([
        'npm',
        'pypi',
        'maven',
        'nuget',
        'go',
        'composer',
        'rubygems',
        'cargo',
        'cran',
        'swift',
        'pub',
        'hex',
        'brew',
      ]),
      tokens,
    )
    .optional(),
  /**
   * What code imports, per language, with everything below it (`openai` covers `openai.types`). Left out for a
   * language: npm names for JavaScript, Go paths for Go. `!` in front takes a module out again: `!langchain.vectorstores`.
   * Java stands for Kotlin and Scala too; JavaScript for TypeScript.
   */
  modules: z
    .partialRecord(
      z.enum([
        'python',
        'javascript',
        'java',
        'csharp',
        'go',
        'php',
        'ruby',
        'rust',
        'r',
        'swift',
        'dart',
        'powershell',
      ]),
      tokens,
    )
    .optional(),
  symbols: z.array(symbolSchema).optional(),
  /** Methods that send something, as the tail of a dotted call: `chat.completions.create`; `@langchain` as for a symbol. */
  calls: texts.optional(),
  /**
   * Those of `calls` that no other library has, so that they count on an unknown object too; with an argument that tells
   * them from others of that name: `converse(modelId)`.
   */
  distinctiveCalls: texts.optional(),
  /** Environment names and what they carry; `*` at an end is a wildcard. */
  environment: z.record(text, z.enum(roles)).optional(),
  /**
   * Keys of configuration files and what they carry: `spring.ai.openai.base-url`. Compared without regard to case,
   * `-` and `_`; `*` is one key, `**` any number of keys.
   */
  settings: z.record(text, z.enum(roles)).optional(),
  /** Names of models that mean this provider when nothing else says where the call goes; `*` is a wildcard. */
  models: tokens.optional(),
  /**
   * Words of a package's name that mean this provider and nothing else, in capitals with `_` between: `OPENAI`. Small
   * libraries around a service come and go, and are called after it.
   */
  packageWords: texts.optional(),
  /** Formats of its keys: a regular expression for the whole key. Only formats with a fixed prefix. */
  keys: z.array(z.strictObject({ pattern: text, name: text })).optional(),
  /**
   * Tokens that other things use too: they count only in a project where one of the tokens above was found.
   * `GOOGLE_API_KEY` is also the key of a map.
   */
  shared: z
    .strictObject({
      environment: z.record(text, z.enum(roles)).optional(),
      keys: z.array(z.strictObject({ pattern: text, name: text })).optional(),
      /**
       * Python modules with an ordinary name, each with what only this library has in it: a file that takes one of these
       * names from it (`Agent+Runner`: both) means this library.
       */
      modules: z.record(text, texts.min(1)).optional(),
      /** Ends of addresses that other servers have too: they count in a file that speaks of the provider by name. */
      paths: tokens.optional(),
      /** Of `packages` above those that are as often taken for what generates nothing: `transformers`. */
      packages: texts.optional(),
    })
    .optional(),
  /** Container images without registry tag: `ollama/ollama`. */
  images: tokens.optional(),
  /** Infrastructure: `aws_bedrockagent_agent`, `AWS::Bedrock::Agent`, `Microsoft.CognitiveServices/accounts/deployments`, `bedrock:InvokeModel`. */
  resources: tokens.refine((all) => all.every((each) => !each.startsWith('http')), 'a source stands here').optional(),
  /** CI actions: `anthropics/claude-code-action`. */
  actions: tokens.optional(),
  /** Commands in shells and CI: `ollama run`, `claude -p`; `az … create --kind OpenAI` only with that option, wherever. */
  commands: tokens.optional(),
  /** Editor extensions: `github.copilot`. */
  extensions: tokens.optional(),
  /** Files and folders whose presence means an assistant is in use: `.cursorrules`, `.continue/config.yaml`. */
  files: tokens.optional(),
  /** Node types of low-code tools: `@n8n/n8n-nodes-langchain.lmChatOpenAi`. */
  nodes: tokens.optional(),
  /** Where this was read; every token of the file is confirmed by at least one of these. */
  sources: z.array(z.url()).min(1),
});

export type Provider = z.infer<typeof providerSchema>;
/** As the product holds it. */
export type CompiledProvider = Omit<Provider, 'sources' | 'generates'> & {
  /** Watches prompts or hands tools to a model: using it is no use case of generative AI by itself. */
  readonly generatesNothing?: boolean;
};
export type ProviderSymbol = z.infer<typeof symbolSchema>;
export type SettingRole = (typeof roles)[number];
