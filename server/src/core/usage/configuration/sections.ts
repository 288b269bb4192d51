import type { Catalogue } from '../../catalog/catalogue.js';
import type { FileFacts, SettingFact } from '../../syntax/fact.js';
import { canServe } from '../canServe.js';
import type { Draft } from '../draft.js';

/**
 * What ties a setting to another of its section: an owner (`openai`), the stem of a key (`llm` of `LLM_URL`), or one of
 * these.
 */
export const ties = {
  /** The only address of the section. */
  all: ' all',
  /** `provider: ollama`; the stem of the key follows. */
  named: ' named ',
  /** The same, of what runs on a host of one's own. */
  serves: ' serves ',
  /** The same, of what has models of many vendors under the vendors' names: `provider: groq`, `openai/gpt-oss-120b`. */
  hosts: ' hosts ',
  /** That a model stands beside it; the stem of its key follows. */
  model: ' model ',
  /** The action of the step, for what is given to it. */
  uses: ' uses',
  /** The service that a router's model name begins with. */
  routed: ' routed',
  /** A model, or `provider: openai`, that may be asked at the address beside it: `apiBase: https://llm.example.org/v1`. */
  base: ' base ',
  /** That such an address stands beside it; the stem of its key follows. */
  elsewhere: ' elsewhere',
  /** `format: 'OpenAI'` of a model that Azure deploys. */
  format: ' format',
  /** A variable of the vendor whose name follows. */
  key: ' key ',
  /** Keys of several vendors. */
  keys: ' keys',
} as const;

const isPart = /^(?:options|config|settings|env|environment|params|parameters|connection|client|kwargs)$/i;

interface Open {
  readonly draft: Draft;
  readonly path: readonly string[];
  readonly ties: readonly string[];
  /** In how many sections is looked: its own is one. */
  readonly levels: number;
  /** The draft counts only when its section says whose it is. */
  readonly isPending: boolean;
}

/** What the settings of one file say of the service of those beside them: once all are read, since order says nothing. */
export class Sections {
  private readonly told = new Map<string, string | undefined>();
  private readonly open: Open[] = [];
  /** Whether the file builds with Azure's resources; asked once. */
  isAzure?: boolean;
  private defaults?: ReadonlyMap<string, string>;
  private types?: ReadonlyMap<string, string>;
  private readonly keyed = new Map<string, Set<string>>();

  /** What CloudFormation fills in where a resource refers to a parameter: `!Ref ModelId`. */
  defaultOf({ path, value }: SettingFact, { settings }: FileFacts): string | undefined {
    if (path[0] !== 'Resources') return undefined;
    const isDefault = ({ path: [top, , key, more] }: SettingFact) =>
      top === 'Parameters' && key === 'Default' && more === undefined;
    this.defaults ??= new Map(settings.filter(isDefault).map((each) => [each.path[1] as string, each.value]));
    return this.defaults.get(value);
  }

  /** What kind of resource a name of CloudFormation is. */
  typeOf(name: string, { settings }: FileFacts): string {
    const isType = ({ path }: SettingFact) => path.length === 3 && path[0] === 'Resources' && path[2] === 'Type';
    this.types ??= new Map(settings.filter(isType).map((each) => [each.path[1] as string, each.value]));
    return this.types.get(name) ?? '';
  }

  /** A key of a vendor; where three have theirs, the section is about models. */
  noteKey(path: readonly string[], vendor: string): void {
    const section = keyOf(sectionOf(path), ties.keys);
    const vendors = (this.keyed.get(section) ?? new Set()).add(vendor);
    this.keyed.set(section, vendors);
    if (vendors.size === 3) this.told.set(section, '');
  }

  /** The keys of such a file, squashed; collected once. */
  azureKeys?: ReadonlySet<string>;

  tell(path: readonly string[], tie: string, provider: string): void {
    const section = sectionOf(path);
    const key = keyOf(section, tie);
    // Two services under one tie tell neither.
    this.told.set(key, this.told.has(key) && this.told.get(key) !== provider ? undefined : provider);
    // `options: { baseURL }` speaks for what has the options.
    if (isPart.test(section.at(-1) ?? '')) this.tell(section, tie, provider);
  }

  ask(draft: Draft, path: readonly string[], wanted: readonly string[], levels: number, isPending = false): void {
    this.open.push({ draft, path, ties: wanted, levels, isPending });
  }

  settle(drafts: Draft[], catalogue: Catalogue): void {
    for (const one of this.open) {
      const found = this.find(one, catalogue);
      if (found === undefined) continue;
      const { draft } = one;
      const stem = stemOf((one.path.at(-1) ?? '').replace(/[-_]?provider$/i, ''));
      const isElsewhere = this.told.has(keyOf(one.path.slice(0, -1), `${ties.elsewhere}${stem}`));
      const provider = found === '' ? draft.provider : found;
      draft.provider = provider === 'openai' && isElsewhere ? 'openai-compatible' : provider;
      draft.isGuess = false;
      if (draft.endpoint) draft.endpoint = { ...draft.endpoint, provider: draft.provider };
      if (one.isPending) drafts.push(draft);
    }
  }

  private find({ draft, path, ties: wanted, levels }: Open, catalogue: Catalogue): string | undefined {
    let section = sectionOf(path);
    for (let level = 0; level < levels;) {
      for (const tie of wanted) {
        const found = this.told.get(keyOf(section, tie));
        // What Bedrock calls a model, nothing else does.
        if (found === undefined || (found === 'openai-compatible' && draft.provider === 'aws-bedrock')) continue;
        // That it is the only address does not make it serve the models of another vendor.
        if (tie !== ties.all || draft.isGuess !== true || canServe(found, draft.provider, catalogue)) return found;
      }
      if (section.length === 0) return undefined;
      // An item of a list is no section by itself.
      if (!/^\d+$/.test(section.at(-1) as string)) level++;
      section = section.slice(0, -1);
    }
    return undefined;
  }
}

/** A key of a properties file has its section in itself: `mistral.defaults.model-name`. */
function sectionOf(path: readonly string[]): readonly string[] {
  const [only = ''] = path;
  return path.length === 1 && only.includes('.') && only.length < 200
    ? only.split('.').slice(0, -1)
    : path.slice(0, -1);
}

function keyOf(section: readonly string[], tie: string): string {
  return `${section.join('\n')}\0${tie}`;
}

/** `LLM_URL` and `LLM_MODEL` speak of one service, and so do `base_url` and `model`. */
export function stemOf(key: string): string {
  if (key.length > 100) return key;
  return key
    .replace(/(?:[-_.]?(?:api|base|url|uri|endpoint|host|address|model|deployment|name|id))+$/i, '')
    .toLowerCase();
}
