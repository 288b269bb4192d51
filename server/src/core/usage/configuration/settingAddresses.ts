import { classify } from '../../endpoint/classify.js';
import type { FileFacts } from '../../syntax/fact.js';
import { reachOfResolved } from '../reach.js';
import { isSharedPath } from '../requests/http.js';
import { stemOf, ties } from './sections.js';
import { isAddressKey, isPage, mayHoldAddress } from './settingKeys.js';
import type { SettingView } from './settingView.js';

const noService = new Set(['assistant', 'tool', 'observability']);

/** An address of a service, or of whatever the key names: where it goes, and whose what stands beside it is. */
export function settingAddress(view: SettingView): boolean {
  const { key, owner, value, found, reaches, certain, path, sections, context } = view;
  const { catalogue, vendors, facts } = context;
  const isService = (id: string | undefined) => !noService.has(catalogue.provider(id ?? '')?.kind ?? '');
  if (view.isResembling && isPage.test(value)) return true;
  const asksAddress =
    view.role === 'endpoint' || (view.isResembling && isService(owner) && /^https?:/i.test(value) && isAddressKey(key));
  if (!reaches && !isSharedPath(value, facts) && !(asksAddress && found && found.class !== 'unknown')) return false;
  // Nobody links to a port of the machine or the cluster.
  const isLink = found?.class !== 'local' && !mayHoldAddress(view.setting, facts.path);
  if (owner === undefined && isLink) return true;
  const whole = withBase(view);
  // The `base-url` stands in a section above; `completions-path: /chat/completions` is only a part of the address.
  if (owner !== undefined && whole.startsWith('/')) return false;
  const host = whole === value ? found : classify(whole, catalogue);
  const reach = reachOfResolved(
    owner ?? host?.provider ?? 'openai-compatible',
    { value: whole, source: 'configuration', way: view.resolved?.way ?? [] },
    catalogue,
  );
  const draft = view.push({
    kind: 'endpoint',
    provider: reach.provider,
    token: owner === undefined ? value : key,
    // A host that is known needs no name.
    ...(reaches && { isNamed: false }),
    ...(reach.endpoint && { endpoint: reach.endpoint }),
  });
  if (reach.provider === 'openai-compatible') sections.ask(draft, path, [`${ties.serves}${stemOf(key)}`], 1);
  // `provider: { eigen: { options: { baseURL } } }`, whose models are called `eigen/…`.
  const own = path[path.findLastIndex((each) => /^providers?$/.test(each)) + 1] ?? '';
  sections.tell([own], `${ties.routed}/${own}`, reach.provider);
  // `ANTHROPIC_BEDROCK_BASE_URL` speaks of Anthropic's models, at another's.
  const vendor = certain === undefined ? undefined : vendors.inVariable(key);
  if (view.kind === 'assistant' || isService(reach.provider))
    // `LLM_API_URL` is of nobody, and speaks of `LLM_MODEL`.
    for (const tie of new Set([
      owner ?? stemOf(key),
      ...(owner === 'openai-compatible' ? [stemOf(key)] : []),
      vendor ?? ties.all,
      ties.all,
    ]))
      sections.tell(path, tie, reach.provider);
  return true;
}

/** `{ "base_url": "https://api.anthropic.com", "endpoint": "/v1/messages" }` */
function withBase({ value, path, context }: SettingView): string {
  if (!value.startsWith('/')) return value;
  const base = basesIn(context.facts).get(sectionOf(path));
  return base === undefined ? value : base.replace(/\/$/, '') + value;
}

const bases = new WeakMap<FileFacts, ReadonlyMap<string, string>>();

/** The base addresses that a file has, by the section that they stand in. */
function basesIn(facts: FileFacts): ReadonlyMap<string, string> {
  let known = bases.get(facts);
  if (!known) {
    const found = facts.settings.filter(({ path, value }) => isBase.test(path.at(-1) ?? '') && /^https?:/i.test(value));
    bases.set(facts, (known = new Map(found.map(({ path, value }) => [sectionOf(path), value]))));
  }
  return known;
}

const isBase = /^(?:base|api)_?(?:ur[il]|address|host)$/i;
const sectionOf = (path: readonly string[]): string => path.slice(0, -1).join('\n');

/** A host that no vendor has: of the service that the section names, or that serves the model beside it. */
export function settingOwnAddress({ key, value, resolved, span, path, sections, context }: SettingView): void {
  const stem = stemOf(key);
  const resolution = { value, source: 'configuration', way: resolved?.way ?? [] } as const;
  const { endpoint } = reachOfResolved('openai-compatible', resolution, context.catalogue);
  const isBase = /(?:base(?:[-_]?url)?|api[-_]?url|endpoint)$/i.test(key) && !isPage.test(value);
  if (isBase) sections.tell(path, `${ties.elsewhere}${stem}`, '');
  if (!endpoint) return;
  const wanted = [`${ties.serves}${stem}`, ...(isBase ? [`${ties.base}${stem}`] : [])];
  sections.ask({ kind: 'endpoint', provider: '', token: value, weight: 3, span, endpoint }, path, wanted, 1, true);
}
