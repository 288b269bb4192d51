import type { ResourceFact } from '../../syntax/fact.js';
import { commandUsage, filledImage, imageProvider } from './commands.js';
import type { FileContext } from '../fileContext.js';
import type { UsageKind } from '../usage.js';

/** Images, resources, permissions, actions and commands of infrastructure and CI files. */
export function resourceUsage(resource: ResourceFact, context: FileContext): void {
  const { what, name, span } = resource;
  const { catalogue } = context;
  const add = (kind: UsageKind, provider: string | undefined) => {
    if (provider !== undefined) context.drafts.push({ kind, provider, span, token: name, weight: 3 });
  };
  switch (what) {
    case 'image':
      return add('container', imageProvider(filledImage(name, context), catalogue));
    case 'resource':
      if (name.startsWith('runs:')) return add('infrastructure', runOne(name.slice('runs:'.length), context));
      return add(
        /^(?:chart|git):/.test(name) ? 'container' : 'infrastructure',
        catalogue.resources.get(name.toLowerCase().replace(/@.*$/, '')),
      );
    case 'permission':
      return add('infrastructure', catalogue.resources.get(name.toLowerCase().replace(/@.*$/, '')));
    case 'action': {
      // Forgejo says where an action is kept.
      const action = name.toLowerCase().replace(/@.*$|^https:\/\/(?:github\.com|(?:code|data)\.forgejo\.org)\//g, '');
      return add('workflow', catalogue.actions.get(action) ?? ownAction(name));
    }
    case 'extension':
      return add('assistant', catalogue.extensions.get(name.toLowerCase()));
    case 'node':
      return add('client', nodeService(name, context) ?? catalogue.nodes.get(name) ?? flowiseService(name, context));
    case 'command':
      return commandUsage(resource, context);
  }
}

/** What runs under a name that begins with that of a chart: `ollama`, `open-webui-test`; not what only goes to it. */
function runOne(name: string, { catalogue }: FileContext): string | undefined {
  if (/-(?:proxy|ingress|test|backup|exporter|init|pull(?:er)?|client|db|database|redis)$/.test(name)) return undefined;
  const [first = '', second = ''] = name.split('-');
  return catalogue.resources.get(`chart:${first}-${second}`) ?? catalogue.resources.get(`chart:${first}`);
}

/**
 * `gemeente/acties/.github/actions/claude-review`, `someone/ai-code-reviewer`: an action or a workflow that bears a
 * vendor's name, or says what it has done.
 */
function ownAction(name: string): string | undefined {
  const own = name.replace(/@.*$/, '').replace(/^.*\//, '');
  if (reviewsWithAi.test(own)) return 'review-actions';
  const word = /(?:^|[-_])(claude|anthropic|openai|chatgpt)(?![a-z])/i.exec(own)?.[1]?.toLowerCase() ?? '';
  return makers[word];
}

const reviewsWithAi =
  /^(?=.*(?:^|[-_])(?:gen)?(?:ai|llm)(?:[-_]|$))(?=.*(?:review|pull-?request|(?:^|[-_])pr(?:[-_]|$)))/i;

const makers: Readonly<Record<string, string>> = {
  claude: 'anthropic',
  anthropic: 'anthropic',
  openai: 'openai',
  chatgpt: 'openai',
};

/** n8n names the nodes of a service after it: `lmChatOpenAi`, `embeddingsMistralCloud`, `openAi`. */
export function nodeService(name: string, { vendors }: FileContext): string | undefined {
  const word = n8nNode.exec(name)?.[1];
  return word === undefined ? undefined : vendors.service(word.toLowerCase());
}

const n8nNode = /^(?:@n8n\/n8n-nodes-langchain\.(?:lm(?:Chat)?|embeddings|reranker)?|n8n-nodes-base\.(?=openAi$))(.+)/;

/** Flowise names its nodes after the classes of LangChain that they are made of. */
function flowiseService(name: string, { catalogue }: FileContext): string | undefined {
  if (!name.startsWith('flowise:')) return undefined;
  const made = catalogue.symbols.find('javascript', name.slice('flowise:'.length).replace(/^(?:AWS|Aws)(?=Chat)/, ''));
  return made.find(({ owner, provider }) => owner === 'langchain' && provider !== owner)?.provider;
}
