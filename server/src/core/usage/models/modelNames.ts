import type { Draft } from '../draft.js';
import type { Catalogue } from '../../catalog/catalogue.js';
import { modelNamed } from '../../catalog/models.js';

/** `azure/gpt-4o`, `openai:gpt-4o`: prefixes that routers use where they differ from the catalogue's identifiers. */
const prefixes: Readonly<Record<string, string>> = {
  azure: 'azure-openai',
  azure_ai: 'azure-openai',
  azure_openai: 'azure-openai',
  bedrock: 'aws-bedrock',
  bedrock_converse: 'aws-bedrock',
  amazon_bedrock: 'aws-bedrock',
  vertex_ai: 'google-vertex',
  vertex: 'google-vertex',
  vertexai: 'google-vertex',
  google_vertexai: 'google-vertex',
  google_genai: 'google-gemini',
  'google-gla': 'google-gemini',
  'google-vertex': 'google-vertex',
  gemini: 'google-gemini',
  google: 'google-gemini',
  together_ai: 'together',
  together: 'together',
  fireworks_ai: 'fireworks',
  ollama_chat: 'ollama',
  hosted_vllm: 'vllm',
  text_completion_openai: 'openai',
  mistralai: 'mistral',
  mistral_ai: 'mistral',
  'x-ai': 'xai',
  nvidia_nim: 'nvidia-nim',
  nvidia: 'nvidia-nim',
  watsonx: 'ibm-watsonx',
  github: 'github-models',
  // What LiteLLM asks with a subscription: the assistant's own service, and OpenAI's.
  github_copilot: 'github-copilot',
  chatgpt: 'openai',
  deepinfra: 'deepinfra',
  perplexity: 'perplexity',
};

/** A model by a name that no other thing has: beside it `GOOGLE_API_KEY`, which is for maps too, is its key. */
export function namesGemini({ kind, model, provider }: Pick<Draft, 'kind' | 'model' | 'provider'>): boolean {
  return (
    kind === 'model' && provider === 'google-gemini' && model !== undefined && /^(?:models\/)?gemini-\d/.test(model)
  );
}

/** The provider that a router's model name starts with: `anthropic/claude-…` for LiteLLM, `openai:gpt-4o` for agents. */
export function routedProvider(model: string, catalogue: Catalogue): string | undefined {
  // A variant that OpenRouter alone has.
  if (/^[\w.-]+\/[\w.-]+:free$/.test(model)) return 'openrouter';
  const match = /^([a-z][a-z0-9_-]*)[/:]./.exec(model) ?? joinedName(model, catalogue);
  // `mistral:7b-instruct` is a model of Ollama with its size.
  if (!match || /^[a-z]+:(?:latest|instruct|\d[\d.]*b)(?:-|$)/.test(model)) return undefined;
  const prefix = match[1] as string;
  const id = prefixes[prefix] ?? prefix.replace(/_/g, '-');
  const isAssistant = catalogue.provider(id)?.kind === 'assistant' && prefixes[prefix] === undefined;
  return catalogue.provider(id) && !isAssistant ? id : undefined;
}

/** `mistral/devstral-2`: a known model behind the name of a service. */
export function modelBehindService(value: string, catalogue: Catalogue): string | undefined {
  const [, name] = /^[a-z][\w-]{1,30}\/([\w.:-]{3,80})$/.exec(value) ?? [];
  const isKnown = name !== undefined && /\d/.test(name) && catalogue.modelProvider(name) !== undefined;
  return isKnown ? routedProvider(value, catalogue) : undefined;
}

/** `azure_openai_gpt-4o`: the service and a model that is known, as one word; Azure writes `gpt-35`. */
function joinedName(model: string, catalogue: Catalogue): readonly string[] | undefined {
  const [, service = '', name = ''] = /^([a-z]+(?:_[a-z]+)?)_([a-z]+-[\w.-]+)$/.exec(model) ?? [];
  const isKnown = name !== '' && (/^gpt-35(?:-|$)/.test(name) || catalogue.modelProvider(name) !== undefined);
  return isKnown ? ['', service] : undefined;
}

/** Whose the model is that a setting names: one, the first that is known of a list, or a deployment of Azure's. */
export function ownerOfModel(key: string, value: string, catalogue: Catalogue): string | undefined {
  const known = catalogue.modelProvider(value);
  if (known !== undefined || value.length > 500) return known;
  if (isDeployment(key, value)) return 'azure-openai';
  // What a gateway calls it: `bedrock-claude-4.5-sonnet`.
  const [, cloud = '', behind = ''] = /^(bedrock|azure|vertex)-(.+)$/.exec(value) ?? [];
  if (catalogue.modelProvider(behind) !== undefined) return prefixes[cloud];
  // Under a name of one's own for who serves it: `eigen-poort/gpt-5.4`.
  const [, bare] = /^[a-z][\w.-]*\/([\w.:-]*\d[\w.:-]*)$/i.exec(value) ?? [];
  if (bare !== undefined) return catalogue.modelProvider(bare);
  if (!value.includes(',') || !/s$/i.test(key)) return undefined;
  for (const each of value.split(',')) {
    const found = catalogue.modelProvider(each.trim());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A model that anyone may run: under its own name it is of whoever the file says. */
export function openModel(value: string): string | undefined {
  if (value.length > 80 || !/^[\w.-]*\d[\w.-]*$/.test(value)) return undefined;
  if (vectorModel.test(value)) return 'openai-compatible';
  const isOpen = (modelNamed(value)?.weights ?? 'closed') !== 'closed';
  return isOpen && (unlikeAWord.test(value) || /\db(?![a-z])/i.test(value)) ? 'openai-compatible' : undefined;
}

const vectorModel = /^(?:bge-(?:m3|small|base|large|reranker)|multilingual-e5-|mxbai-embed-|nomic-embed-)/i;
/** A rocket may be called `falcon-9`; of such a name the size must tell. */
const unlikeAWord = /^(?:qwen|gemma|llama|glm|kimi|minimax|gpt-oss|deepseek|mi[sx]tral|codestral|devstral|phi-?[34])/i;

/** A file of weights of a model. */
export const isWeights = /\.(?:gguf|litertlm|task)$/;

/** A name that can be nothing else, whatever key it stands under: with a date in it, as Bedrock writes them, a file of weights. */
export function isUnmistakable(value: string, catalogue: Catalogue): boolean {
  const isFile = isWeights.test(value);
  if (value.length >= (isFile ? 300 : 100) || /\s/.test(value)) return false;
  return (isFile || datedOrOfBedrock.test(value)) && catalogue.modelProvider(value) !== undefined;
}

const datedOrOfBedrock = /-20\d\d-?\d\d-?\d\d|^(?:\w{2,6}\.)?[a-z\d]+\.[\w-]*\d[\w.-]*(?::\d+)?$/;

/** `openAiDeploymentId = "gpt-35"`: a name of the project's own for a model of OpenAI's, in the words of Azure. */
export function isDeployment(key: string, value: string): boolean {
  return /deployment[-_]?(?:name|id)?$/i.test(key) && /^(?:[a-z]\w{0,30}-)?gpt-?[345][\w.-]{0,60}$/i.test(value);
}
