import { classify } from '../../endpoint/classify.js';
import { lastName } from '../../names.js';
import type { Catalogue } from '../../catalog/catalogue.js';
import type { Argument, Expr, FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { routedProvider } from './modelNames.js';
import { stemOf } from '../configuration/sections.js';
import { isName } from '../configuration/settingKeys.js';

const tells = /^(?:model|llm|ai)?_?(?:provider|backend|service)_?(?:name|id|type)?$/i;

interface Told {
  readonly provider: string;
  readonly isAddress: boolean;
}

/** `{ name: 'gpt-4o-mini', provider: ModelProvider.Azure }`: what stands beside a model says whose it is. */
export function settleByNeighbours({ facts, drafts, catalogue, vendors, isTest }: FileContext): void {
  const hasModel = new Set(drafts.filter(({ kind }) => kind === 'model').map(({ span }) => span.start));
  const told = new Map<number, Told>();
  const look = (entries: readonly Argument[]): void => {
    const teller = entries.find(({ name }) => name !== undefined && tells.test(name))?.value;
    const word = teller?.t === 'string' ? teller.value : teller?.t === 'name' ? lastName(teller.path) : '';
    const named = vendors.named(word) ?? routedProvider(`${word.toLowerCase()}/x`, catalogue);
    const provider = named ?? addressed(entries);
    if (provider === undefined || catalogue.provider(provider)?.kind === 'framework') return;
    const model = entries.find(({ name }) => name === 'model')?.value;
    // `{ provider: "perplexity", model: "sonar" }`: a word that no other service has for a name.
    if (
      !isTest &&
      named !== undefined &&
      model?.t === 'string' &&
      isName.test(model.value) &&
      !hasModel.has(model.span.start)
    )
      drafts.push({
        ...{ kind: 'model', provider, span: model.span, token: model.value, model: model.value },
        weight: 1,
        isNamed: true,
      });
    for (const { value } of entries)
      if (value.t === 'string') told.set(value.span.start, { provider, isAddress: named === undefined });
  };
  /** `{ model: "deepseek-chat", base_url: "https://api.deepseek.com" }` */
  const addressed = (entries: readonly Argument[]): string | undefined => {
    for (const { name, value } of entries)
      if (value.t === 'string' && value.value.includes('://') && /url|uri|base|host|endpoint/i.test(name ?? ''))
        return classify(value.value, catalogue)?.provider;
    return undefined;
  };
  const within = (value: Expr | undefined, depth: number): void => {
    if (value?.t === 'list') for (const item of value.items) within(item, depth);
    if (value?.t !== 'object') return;
    look(value.entries);
    if (depth < 2) for (const entry of value.entries) within(entry.value, depth + 1);
  };
  for (const { value } of facts.bindings) within(value, 0);
  for (const { args } of facts.calls) look(args);
  tellByStem(facts, catalogue, told);
  for (const draft of drafts) {
    const teller = draft.kind === 'model' && draft.isGuess === true ? told.get(draft.span.start) : undefined;
    // With its maker in front, a gateway passes it on; the address beside it is that of the gateway.
    if (!teller || (draft.token.includes('/') && !teller.isAddress)) continue;
    draft.provider = teller.provider;
    draft.isGuess = false;
  }
}

/** What a project calls whoever it asks. */
const ofNobody = /^(?:llm|ai|gen_?ai|chat|embeddings?|embed|vision|completions?|inference)$/;

/** `llm_api_url = "https://…"` beside `llm_model = "gpt-4o"`: the address says whose the model is, whatever its name. */
function tellByStem({ bindings }: FileFacts, catalogue: Catalogue, told: Map<number, Told>): void {
  const addresses = new Map<string, string | undefined>();
  for (const { name, value } of bindings) {
    if (value?.t !== 'string' || !/^https?:\/\//.test(value.value)) continue;
    const stem = stemOf(lastName(name));
    if (!ofNobody.test(stem)) continue;
    const provider = classify(value.value, catalogue)?.provider ?? 'openai-compatible';
    // Two addresses under one name tell neither.
    addresses.set(stem, addresses.has(stem) && addresses.get(stem) !== provider ? undefined : provider);
  }
  if (addresses.size === 0) return;
  for (const { name, value } of bindings) {
    const provider = value?.t === 'string' ? addresses.get(stemOf(lastName(name))) : undefined;
    if (value && provider !== undefined) told.set(value.span.start, { provider, isAddress: true });
  }
}
