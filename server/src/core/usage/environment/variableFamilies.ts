import type { Catalogue } from '../../catalog/catalogue.js';
import { toWords } from '../../names.js';
import type { Usage } from '../usage.js';

/** `AI_API_KEY`, `LLM_MODEL`, `EMBEDDING_BASE_URL`: whoever is asked. */
export const ofNobody =
  /^(?:AI|LLM|GENAI|EMBEDDINGS?)_(?:PROVIDER_)?(?:API_(?:KEY|TOKEN|BASE|URL|BASE_URL|ENDPOINT)|BASE_URL|ENDPOINT|(?:(?:CHAT|EMBED(?:DING)?|FAST|SMALL|LARGE|DEFAULT|VISION)_)?MODEL(?:_NAME|_ID)?|(?:DEFAULT_)?PROVIDER)$/;

/** The same under a project's own name: `BRIEVEN_LLM_MODEL`, `STAD_AI_GATEWAY_URL`. As a text it may be anything. */
export const ofOwn =
  /^(?:[A-Z][A-Z\d]*_){0,2}(?:LLM|AI_GATEWAY)_(?:API_(?:KEY|TOKEN|BASE|URL|BASE_URL|ENDPOINT)|(?:BASE_)?URL|ENDPOINT|MODEL(?:_NAME|_ID)?|PROVIDER)$/;

/** Variables that begin alike, and the service that the address among them tells; undefined where that differs. */
export type VariableFamilies = ReadonlyMap<string, string | undefined>;

const ofFamily =
  /^((?:[A-Z][A-Z\d]*_){0,2}?(?:LLM|AI|GENAI|CHAT|EMBEDDINGS?|VISION)(?:_GATEWAY|_PROVIDER)?)_(?:API_)?(?:KEY|TOKEN|BASE|URL|BASE_URL|ENDPOINT|HOST|MODEL(?:_NAME|_ID)?|PROVIDER)$/;
const ofAddress = /_(?:BASE|URL|ENDPOINT|HOST)$/;

/** Most names hold no such word, and need not be taken apart. */
const mayBeOne = /llm|ai_|ai[A-Z]|genai|chat|embed|vision/i;

/** `LLM` of `LLM_API_KEY` and of `llmApiKey`; `only` says what kind of name counts. */
function familyOf(name: string, only?: RegExp): string | undefined {
  if (!mayBeOne.test(name)) return undefined;
  const words = toWords(name);
  return only?.test(words) === false ? undefined : ofFamily.exec(words)?.[1];
}

/** Takes from a usage where an address of such a name leads: `LLM_BASE_URL=https://openrouter.ai/api/v1`. */
export function keepFamily(
  { kind, token, endpoint, provider }: Usage,
  catalogue: Catalogue,
  out: Map<string, string | undefined>,
): void {
  if (!endpoint || endpoint.class === 'unknown') return;
  const told = endpoint.provider ?? provider;
  if (told === 'openai-compatible' || !tells.has(catalogue.provider(told)?.kind)) return;
  for (const name of [kind === 'endpoint' ? token : '', endpoint.variable ?? '', endpoint.way.at(-1)?.name ?? '']) {
    const family = familyOf(name, ofAddress);
    if (family !== undefined) out.set(family, out.has(family) && out.get(family) !== told ? undefined : told);
  }
}

const tells = new Set<string | undefined>(['service', 'cloud', 'gateway', 'local']);

/** Whose a variable of nobody's is, by the address that goes with it. */
export function ofItsFamily(name: string, families: VariableFamilies): string | undefined {
  if (families.size === 0) return undefined;
  const family = familyOf(name);
  return family === undefined ? undefined : families.get(family);
}
