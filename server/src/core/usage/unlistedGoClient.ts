import type { Catalogue } from '../catalog/catalogue.js';
import type { CatalogueSymbol } from '../catalog/symbols.js';

/** How packages of Go name what makes a client: `anthropic.New(…)`, `openai.NewClient(…)`. */
const makes = /^New(?:\w*Client\w*)?$/;

/** What such clients are asked by; of a package that nobody listed no more is known. */
const verbs = [
  'Generate',
  'Stream',
  'Chat',
  'Ask',
  'Complete',
  'Completion',
  'Embed',
  'Embeddings',
  'SendMessage',
].concat([
  'CreateCompletion',
  'CreateChatCompletion',
  'CreateChatCompletionStream',
  'CreateMessage',
  'CreateEmbeddings',
]);

/**
 * The client of a package that the catalogue does not list and that is called after a vendor: `github.com/…/anthropic-go`.
 * Undefined for listed packages, and for other names in the package.
 */
export function unlistedGoClient(module: string, name: string, catalogue: Catalogue): CatalogueSymbol | undefined {
  if (!makes.test(name)) return undefined;
  const found = catalogue.modules.match('go', module);
  // A listed one is found by its whole path.
  if (!found?.provider || found.name.includes('/')) return undefined;
  const { provider } = found;
  return {
    symbol: {
      names: [name],
      does: 'construct',
      endpoint: ['WithBaseURL', 'WithBaseUrl', 'BaseURL'],
      model: ['WithModel', 'Model'],
      key: ['WithAPIKey', 'WithApiKey', 'APIKey', 'ApiKey'],
    },
    owner: provider,
    provider,
    modules: [module],
    calls: new Set([...(catalogue.provider(provider)?.calls ?? []), ...verbs]),
  };
}
